package dev.pupil.compiler.wave;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.term.Offset;
import dev.pupil.compiler.term.Term;
import dev.pupil.compiler.term.Terms;

/** The names of the fields that do not come from a program, and what the others' names begin with. */
final class Names {
    static final String POSITIVE = "positive";
    static final String FILLED = "filled";
    static final String GRID = "grid";
    static final String SELECT = "select";
    static final String LABEL = "label";
    static final String QUERY = "query";
    static final String FULL = "full";
    static final String STARTED = "started";
    static final String RUNNING = "running";
    static final String DIAGONAL = "diagonal";
    static final String BEYOND = "beyond";
    static final String BEFORE = "before";
    static final String FIRST_ROW = "first_row";
    static final String ANSWERED = "answered";
    static final String ANSWER = "answer";

    /** Prefix of what moves up with an example. */
    static final String UP = "up.";

    /** Prefix of what moves down with an example. */
    static final String DOWN = "down.";

    /** Prefix of what runs along a row. */
    static final String CARRY = "carry.";

    /** Prefix of memory. */
    static final String CELL = "cell.";

    /** Suffix of the bit that tells the query from examples. */
    static final String IS_QUERY = "is_query";

    /** Suffix of the bit that tells an example from none. */
    static final String IS_THERE = "is_there";

    private Names() {}

    static Term inside(Offset at) {
        return Terms.read(Automaton.INSIDE, at);
    }

    static Term outside(Offset at) {
        return Terms.not(inside(at));
    }
}
