package dev.pupil.compiler.program;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/**
 * A checked Turing machine, whose head walks over the cells of an image (Turing, "On Computable Numbers", 1936; the
 * image has several rows, and one of them is the classical tape). Symbols and states are numbers here, in the order in
 * which they are declared.
 *
 * @param name its name
 * @param documentation the text of its documentation comment, empty if it has none
 * @param symbols the symbols' names
 * @param blank the symbol of cells that nothing has been written to
 * @param states at least one
 * @param start the state that it starts in
 * @param answers the symbols that mean 1 if the head stands on one when it halts, all others mean 0; none if it does
 *     not answer
 * @param steps how many steps it takes at most; 1 or more at all sizes, a constant for a machine that is no learner
 * @param lesson how examples are written on the tape, if it is a learner
 * @param source the text it was checked from
 */
public record Machine(
        String name,
        String documentation,
        ImmutableList<String> symbols,
        int blank,
        ImmutableList<State> states,
        int start,
        ImmutableSet<Integer> answers,
        Polynomial steps,
        Optional<Lesson> lesson,
        Source source)
        implements Definition {

    /** The state after which there is none. */
    public static final int HALT = -1;

    /** How many steps a machine takes at most that does not say so, and is no learner. */
    public static final long USUAL_STEPS = 1_000_000;

    /**
     * What a machine is about to do.
     *
     * @param name its name
     * @param rules what it does with each symbol, in the order of the symbols
     */
    public record State(String name, ImmutableList<Rule> rules) {}

    /**
     * What a machine does with a symbol that it reads.
     *
     * @param write the symbol that it writes in its place
     * @param move where the head goes then
     * @param next the next state, or {@link #HALT}
     * @param span the text that says so
     */
    public record Rule(int write, Move move, int next, Span span) {}

    /**
     * The symbols that data start as. Row i of the tape is example i: its features, and behind them its label. The last row
     * is the query, in the place of whose label is a symbol of its own. All around at the right and below is blank.
     *
     * @param zero a feature 0
     * @param one a feature 1
     * @param labelZero a label 0
     * @param labelOne a label 1
     * @param query in the place of the query's label
     */
    public record Lesson(int zero, int one, int labelZero, int labelOne, int query) {}

    public Machine {
        checkElementIndex(blank, symbols.size(), "blank");
        checkElementIndex(start, states.size(), "start");
        answers.forEach(answer -> checkElementIndex(answer, symbols.size(), "answer"));
        for (State state : states) {
            checkArgument(state.rules().size() == symbols.size(), "%s has a rule for each symbol", state.name());
            for (Rule rule : state.rules()) {
                checkElementIndex(rule.write(), symbols.size(), "symbol");
                checkArgument(rule.next() >= HALT && rule.next() < states.size(), "no state %s", rule.next());
            }
        }
        checkArgument(lesson.isEmpty() || !answers.isEmpty(), "a learner answers");
    }

    /** Whether its head stays in one row, so that its tape is the classical one. */
    public boolean isOneRow() {
        return lesson.isEmpty()
                && states.stream()
                        .flatMap(state -> state.rules().stream())
                        .noneMatch(rule -> rule.move().isVertical());
    }

    /** The symbols that a tape can have at the start beside blank: the first two others, or the only one. */
    public ImmutableList<Integer> inputs() {
        ImmutableList.Builder<Integer> inputs = ImmutableList.builder();
        for (int symbol = 0, found = 0; symbol < symbols.size() && found < 2; symbol++) {
            if (symbol != blank) {
                inputs.add(symbol);
                found++;
            }
        }
        return inputs.build();
    }
}
