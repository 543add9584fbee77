package dev.pupil.compiler.lower.machine;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Machine.Rule;
import dev.pupil.compiler.program.Machine.State;
import dev.pupil.compiler.program.Move;
import dev.pupil.grammar.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * What the state field of a pixel can hold: that the head is not there, one of the states that the machine can get into,
 * one of those in which the head seeks its start, or that it has halted.
 *
 * @param machine the machine
 * @param states the machine's states that can be reached, in order of declaration; the first has value 1
 * @param seeking how many states follow in which the head seeks its start
 */
public record HeadStates(Machine machine, ImmutableList<Integer> states, int seeking) {
    /** The head is elsewhere. */
    public static final int NONE = 0;

    /**
     * A rule of the automaton.
     *
     * @param read the symbol that is read, or the mark
     * @param write the symbol that is written
     * @param move where the head goes
     * @param next the value of the state then
     */
    record Action(int read, int write, Move move, int next) {}

    /** The states of a machine. */
    public static HeadStates of(Machine machine) {
        int seeking = machine.lesson().isPresent() ? 0 : machine.isOneRow() ? 1 : 2;
        return new HeadStates(machine, reachable(machine), seeking);
    }

    /** The states that the machine can get into, whatever it reads. */
    public static ImmutableList<Integer> reachable(Machine machine) {
        TreeSet<Integer> found = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        found.add(machine.start());
        open.add(machine.start());
        while (!open.isEmpty()) {
            State state = machine.states().get(open.remove());
            for (Rule rule : state.rules()) {
                if (rule.next() != Machine.HALT && found.add(rule.next())) {
                    open.add(rule.next());
                }
            }
        }
        return ImmutableList.copyOf(found);
    }

    /** The value of a state of the machine, or of {@link Machine#HALT}. */
    int value(int state) {
        return state == Machine.HALT ? halted() : 1 + states.indexOf(state);
    }

    /** The value that says that the machine has halted here: the largest. */
    public int halted() {
        return states.size() + seeking + 1;
    }

    /** The value that the head is made with. */
    int first() {
        return seeking == 0 ? value(machine.start()) : states.size() + 1;
    }

    /** The moves that occur, in the order of {@link Move}. */
    ImmutableList<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (int value = 1; value < halted(); value++) {
            actions(value).forEach(action -> moves.add(action.move()));
        }
        return moves.stream().distinct().sorted().collect(toImmutableList());
    }

    /** What happens in a state, for each symbol and at last for the mark if there are marks. */
    ImmutableList<Action> actions(int value) {
        return value <= states.size() ? rules(states.get(value - 1)) : seek(value);
    }

    private ImmutableList<Action> rules(int state) {
        ImmutableList.Builder<Action> actions = ImmutableList.builder();
        ImmutableList<Rule> rules = machine.states().get(state).rules();
        for (int symbol = 0; symbol < rules.size(); symbol++) {
            Rule rule = rules.get(symbol);
            actions.add(new Action(symbol, rule.write(), rule.move(), value(rule.next())));
        }
        return actions.build();
    }

    private ImmutableList<Action> seek(int value) {
        boolean isFirst = value == first();
        Move ahead = isFirst ? Move.RIGHT : Move.DOWN;
        boolean isLast = value == first() + seeking - 1;
        ImmutableList.Builder<Action> actions = ImmutableList.builder();
        for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
            actions.add(new Action(symbol, symbol, ahead, value));
        }
        actions.add(new Action(
                new TapeSymbols(machine).mark(),
                machine.blank(),
                isLast ? Move.RIGHT : Move.DOWN,
                isLast ? value(machine.start()) : value + 1));
        return actions.build();
    }

    /** The text that a value's rules come from, if it is a state of the machine. */
    ImmutableList<Span> spans(int value) {
        return value > states.size()
                ? ImmutableList.of()
                : machine.states().get(states.get(value - 1)).rules().stream()
                        .map(Rule::span)
                        .collect(toImmutableList());
    }
}
