package dev.pupil.compiler.circuit.logic;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What can occur, by a solver's requirements: single assignments, and all of them as functions of few variables. What is
 * found for one question is kept for the next: assignments that are possible, and values that contradict each other.
 */
public final class Possibilities {
    private final Decisions decisions;
    private final Satisfiability solver;

    /** How many of the solver's requirements are in {@link #requirements}. */
    private int indexed;

    /** The requirements in which a variable occurs. */
    private final Map<Integer, List<Satisfiability.Requirement>> requirements = new HashMap<>();

    /** Assignments that meet all requirements, by the variables that are 1. */
    private final List<BitSet> possible = new ArrayList<>();

    /** Values that can't occur together. */
    private final List<Partial> impossible = new ArrayList<>();

    /** Possibilities by what the solver requires. */
    public Possibilities(Decisions decisions, Satisfiability solver) {
        this.decisions = decisions;
        this.solver = solver;
    }

    /** Is to be called when more is required than before. */
    public void strengthen() {
        possible.clear();
    }

    /** Is to be called when fewer literals are going to be assumed than before. */
    public void weaken() {
        impossible.clear();
    }

    /**
     * Whether the requirements and the assumed literals can be met where the function is 1.
     *
     * @param assumed the same as before, or fewer after {@link #weaken}
     */
    public Answer ask(Decision decision, int... assumed) {
        if (decision.isFalse()) {
            return new Answer.Impossible(ImmutableIntArray.of());
        }
        for (BitSet ones : possible) {
            if (Decisions.evaluate(decision, ones)) {
                return new Answer.Possible(ones);
            }
        }
        int[] more = Arrays.copyOf(assumed, assumed.length + 1);
        more[assumed.length] = solver.literal(decision);
        Answer answer = solver.ask(more);
        if (answer instanceof Answer.Possible found) {
            possible.add(found.ones());
        }
        return answer;
    }

    /**
     * Where the requirements and the assumed literals can be met, as a function of the variables in {@code kept}. The
     * function is approached from both sides until nothing lies between: an assignment that is found is widened by all
     * variables whose value doesn't matter to any requirement, one that is refused is narrowed down to the values that
     * contradict each other.
     *
     * @param bound 1 wherever they can be met; a function of these variables, too
     * @param assumed the same as before, or fewer after {@link #weaken}
     */
    public Decision project(BitSet kept, Decision bound, int... assumed) {
        index();
        return new Search(kept, bound, assumed).run();
    }

    private void index() {
        List<Satisfiability.Requirement> all = solver.requirements();
        for (Satisfiability.Requirement requirement : all.subList(indexed, all.size())) {
            BitSet support = decisions.support(requirement.left());
            support.or(decisions.support(requirement.right()));
            support.stream()
                    .forEach(variable -> requirements
                            .computeIfAbsent(variable, key -> new ArrayList<>())
                            .add(requirement));
        }
        indexed = all.size();
    }

    /** The search for one function. */
    private final class Search {
        private final BitSet kept;
        private final int[] assumed;

        /** The function is 1 at least where this is. */
        private Decision least = decisions.constant(false);

        /** The function is 1 at most where this is. */
        private Decision most;

        /** Assignments in {@link #least} next to which none has been looked for. */
        private final Deque<BitSet> unexplored = new ArrayDeque<>();

        Search(BitSet kept, Decision bound, int[] assumed) {
            this.kept = kept;
            this.most = bound;
            this.assumed = assumed;
        }

        Decision run() {
            possible.forEach(this::take);
            impossible.stream().filter(values -> values.isWithin(kept)).forEach(this::exclude);
            explore();
            while (least != most) {
                Partial open = Partial.within(decisions.and(most, decisions.not(least)));
                switch (solver.ask(literals(open))) {
                    case Answer.Possible found -> {
                        add(found.ones());
                        explore();
                    }
                    case Answer.Impossible refused -> {
                        Partial values = narrowed(open, refused.literals());
                        impossible.add(values);
                        exclude(values);
                    }
                }
            }
            return least;
        }

        private void exclude(Partial values) {
            most = decisions.and(most, decisions.not(values.decision(decisions)));
        }

        private void add(BitSet ones) {
            possible.add(ones);
            take(ones);
        }

        /** Adds the assignment, whatever those variables are whose values don't matter to any requirement. */
        private void take(BitSet ones) {
            if (Decisions.evaluate(least, ones)) {
                return;
            }
            BitSet free = new BitSet();
            kept.stream().forEach(variable -> {
                free.set(variable);
                free.set(variable, fits(variable, ones, free));
            });
            BitSet fixed = (BitSet) kept.clone();
            fixed.andNot(free);
            least = decisions.or(least, new Partial(fixed, ones).decision(decisions));
            unexplored.add(ones);
        }

        private boolean fits(int variable, BitSet ones, BitSet free) {
            for (Satisfiability.Requirement requirement : requirements.getOrDefault(variable, List.of())) {
                if (!requirement.holds(ones, free)) {
                    return false;
                }
            }
            return true;
        }

        /** Takes what is found by changing one variable of a known assignment, which is much faster than to ask. */
        private void explore() {
            BitSet none = new BitSet();
            while (!unexplored.isEmpty()) {
                BitSet from = unexplored.remove();
                kept.stream().forEach(variable -> {
                    BitSet near = (BitSet) from.clone();
                    near.flip(variable);
                    if (!Decisions.evaluate(least, near) && fits(variable, near, none)) {
                        add(near);
                    }
                });
            }
        }

        private int[] literals(Partial values) {
            return IntStream.concat(
                            Arrays.stream(assumed),
                            values.variables().stream()
                                    .map(variable ->
                                            values.ones().get(variable) ? literal(variable) : -literal(variable)))
                    .toArray();
        }

        /** The values whose literals are among {@code literals}. */
        private Partial narrowed(Partial values, ImmutableIntArray literals) {
            BitSet variables = new BitSet();
            values.variables().stream()
                    .filter(variable -> literals.contains(literal(variable)) || literals.contains(-literal(variable)))
                    .forEach(variables::set);
            return new Partial(variables, values.ones());
        }

        private int literal(int variable) {
            return solver.literal(decisions.variable(variable));
        }
    }
}
