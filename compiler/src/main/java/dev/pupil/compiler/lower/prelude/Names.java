package dev.pupil.compiler.lower.prelude;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;

/** The names of the fields that do not come from a program, and what the others' names begin with. */
public final class Names {
    /** The lane is +1. */
    public static final String POSITIVE = "positive";
    /** The lane is +1 or −1. */
    public static final String FILLED = "filled";
    /** Not workspace. */
    public static final String GRID = "grid";
    /** In the row to be memorised next. */
    public static final String SELECT = "select";
    /** The row's label. */
    public static final String LABEL = "label";
    /** The query's bit. */
    public static final String QUERY = "query";
    /** Memory is full. */
    public static final String FULL = "full";
    /** The learner has started. */
    public static final String STARTED = "started";
    /** The learner started at least a step ago. */
    public static final String RUNNING = "running";
    /** The column is the row's number. */
    public static final String DIAGONAL = "diagonal";
    /** The column is larger. */
    public static final String BEYOND = "beyond";
    /** The column is smaller. */
    public static final String BEFORE = "before";
    /** In row 0. */
    public static final String FIRST_ROW = "first_row";
    /** The prediction is there. */
    public static final String ANSWERED = "answered";
    /** The prediction is there, and it is +1. */
    public static final String ANSWER = "answer";

    /** Prefix of what moves up with an example. */
    public static final String UP = "up.";

    /** Prefix of what moves down with an example. */
    public static final String DOWN = "down.";

    /** Prefix of what runs along a row. */
    public static final String CARRY = "carry.";

    /** Prefix of memory. */
    public static final String CELL = "cell.";

    /** Suffix of the bit that tells the query from examples. */
    public static final String IS_QUERY = "is_query";

    /** Suffix of the bit that tells an example from none. */
    public static final String IS_THERE = "is_there";

    private Names() {}

    /** Whether the neighbour is inside the image. */
    public static Term inside(Offset at) {
        return Terms.read(Automaton.INSIDE, at);
    }

    /** Whether the neighbour is outside the image. */
    public static Term outside(Offset at) {
        return Terms.not(inside(at));
    }
}
