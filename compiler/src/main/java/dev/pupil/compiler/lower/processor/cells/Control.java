package dev.pupil.compiler.lower.processor.cells;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.Prelude;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Control: the field {@code state} of the pixel in row 0 and column 0, one value an instruction. What an instruction
 * sends along row 0 or down column 0 is sent as its state is entered, so that both begin at the same time.
 */
final class Control {
    /** What happens when a state's instruction is done. */
    sealed interface Branch {
        /** Another state follows. */
        record Always(int next) implements Branch {}

        /** It depends on the sign that has come back. */
        record OnSign(int whenNonNegative, int whenNegative) implements Branch {}

        /** It depends on what is in row 0. */
        record OnQuery(int whenExample, int whenQuery) implements Branch {}
    }

    /** One value of the field; the state's number is its position, counted from 1. */
    record State(Action action, Branch branch) {}

    private final ImmutableList<State> states;
    private final int first;

    private Control(ImmutableList<State> states, int first) {
        this.states = states;
        this.first = first;
    }

    /** The states of a schedule. */
    static Control of(Schedule schedule) {
        Flattening flattening = new Flattening();
        int look = flattening.reserve();
        int call = flattening.add(new Action.NextExample(), new Branch.Always(look));
        int learn = flattening.add(schedule.learn(), call);
        int predict = flattening.add(schedule.predict(), 0);
        flattening.set(look, new State(new Action.Look(), new Branch.OnQuery(learn, predict)));
        int first = flattening.add(schedule.start(), look);
        return new Control(flattening.states(), first);
    }

    /** Numbers states, last ones first, so that a state's successors are known. */
    private static final class Flattening {
        private final List<State> states = new ArrayList<>();

        ImmutableList<State> states() {
            return ImmutableList.copyOf(states);
        }

        int reserve() {
            return add(new Action.Look(), new Branch.Always(0));
        }

        void set(int number, State state) {
            states.set(number - 1, state);
        }

        int add(Action action, Branch branch) {
            states.add(new State(action, branch));
            return states.size();
        }

        /** Adds the states of nodes that go on with the state {@code then}; gives the first one's number. */
        int add(List<Node> nodes, int then) {
            int next = then;
            for (Node node : nodes.reversed()) {
                int following = next;
                next = switch (node) {
                    case Node.Single single -> add(single.instruction(), new Branch.Always(following));
                    case Node.Loop loop -> loop(loop, following);
                };
            }
            return next;
        }

        private int loop(Node.Loop loop, int then) {
            int branch = reserve();
            int test = add(loop.test(), branch);
            int body = add(loop.body(), test);
            set(branch, new State(new Action.AwaitSign(), new Branch.OnSign(body, then)));
            return test;
        }
    }

    private static Term state() {
        return Terms.read(SequenceNames.STATE);
    }

    /** The field. */
    Field field() {
        Term next = emission(number -> Terms.constant(number), number -> Terms.constant(number), Terms.constant(0));
        return Fields.number(SequenceNames.STATE, "the instruction that is being carried out", states.size(), next);
    }

    /** Whether control is at work in this pixel. */
    static Term isHere() {
        return Terms.not(Terms.equal(state(), Terms.constant(0)));
    }

    /**
     * What control sends in a step. Time table, first line: an instruction that is entered at t sends at t, so that this is
     * decided in the last step of the one before.
     *
     * @param entering what it sends as it enters the state of an action
     * @param staying what it sends as it stays in it
     * @param none what there is where it sends nothing
     */
    Term sent(Function<Action, Term> entering, Function<Action, Term> staying, Term none) {
        return emission(
                number -> number == 0 ? none : entering.apply(action(number)),
                number -> staying.apply(action(number)),
                none);
    }

    /** The same for what is sent only as a state is entered. */
    Term sent(Function<Action, Term> entering, Term none) {
        return sent(entering, staying -> none, none);
    }

    private Action action(int number) {
        return states.get(number - 1).action();
    }

    private Term emission(Function<Integer, Term> entering, Function<Integer, Term> staying, Term none) {
        Term corner = Terms.and(outside(Offset.UP), outside(Offset.LEFT));
        Term otherwise = Terms.choice(Terms.and(corner, Prelude.LEAVING), entering.apply(first), none);
        List<Chosen> values = new ArrayList<>();
        for (int number = 1; number <= states.size(); number++) {
            State state = states.get(number - 1);
            Term leaving = switch (state.branch()) {
                case Branch.Always always -> entering.apply(always.next());
                case Branch.OnSign branch ->
                    Terms.choice(
                            Terms.read(SequenceNames.SIGN),
                            entering.apply(branch.whenNegative()),
                            entering.apply(branch.whenNonNegative()));
                case Branch.OnQuery branch ->
                    Terms.choice(
                            Terms.read(SequenceNames.IS_QUERY),
                            entering.apply(branch.whenQuery()),
                            entering.apply(branch.whenExample()));
            };
            Term value = Terms.choice(state.action().ending().isReached(), leaving, staying.apply(number));
            if (!value.equals(none)) {
                values.add(new Chosen(number, value));
            }
        }
        return chosen(values, otherwise);
    }

    /** What a term is in the state with a number. */
    private record Chosen(int number, Term value) {}

    /**
     * The value at the state's number; they are in order. Halves are told apart first, so that the term is not as deep as
     * there are states.
     */
    private static Term chosen(List<Chosen> values, Term otherwise) {
        if (values.isEmpty()) {
            return otherwise;
        }
        int half = values.size() / 2;
        Chosen middle = values.get(half);
        if (half == 0) {
            return Terms.choice(Terms.equal(state(), Terms.constant(middle.number)), middle.value, otherwise);
        }
        return Terms.choice(
                Terms.binary(BinaryOperator.LESS, state(), Terms.constant(middle.number)),
                chosen(values.subList(0, half), otherwise),
                chosen(values.subList(half, values.size()), otherwise));
    }

    /** A term that depends on the action that control is at. */
    Term during(Function<Action, Term> value, Term otherwise) {
        List<Chosen> values = new ArrayList<>();
        for (int number = 1; number <= states.size(); number++) {
            Term here = value.apply(action(number));
            if (!here.equals(otherwise)) {
                values.add(new Chosen(number, here));
            }
        }
        return chosen(values, otherwise);
    }

    /** Every action, in order of the states' numbers. */
    ImmutableList<Action> actions() {
        return states.stream().map(State::action).collect(toImmutableList());
    }
}
