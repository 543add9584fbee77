package dev.pupil.compiler.logic;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds out where requirements can be met, as functions of few of their variables. A function is approached from both
 * sides until nothing lies between: an assignment that is found is widened by all variables whose value doesn't matter
 * to any requirement, and one that is refused is narrowed down to the values that contradict each other. Both are kept,
 * for the next function.
 */
public final class Projection {
    private final Decisions decisions;
    private final Satisfiability solver;

    /** How many of the solver's requirements are in {@link #requirements}. */
    private int indexed;

    /** The requirements in which a variable occurs. */
    private final Map<Integer, List<Satisfiability.Requirement>> requirements = new HashMap<>();

    /** Assignments that meet all requirements, whatever the variables have as values that they leave open. */
    private final List<Partial> possible = new ArrayList<>();

    /** Values that can't occur together. */
    private final List<Partial> impossible = new ArrayList<>();

    /** Projections of what the solver requires. */
    public Projection(Decisions decisions, Satisfiability solver) {
        this.decisions = decisions;
        this.solver = solver;
    }

    /** Is to be called when fewer literals will be assumed than before. */
    public void weaken() {
        impossible.clear();
    }

    /**
     * Where the requirements and the assumed literals can be met, as a function of the variables in {@code kept}.
     *
     * @param bound 1 wherever they can be met; a function of these variables, too
     * @param assumed the same as before, or more
     */
    public Decision project(BitSet kept, Decision bound, int... assumed) {
        Decision most = bound;
        for (Partial values : impossible) {
            if (values.isWithin(kept)) {
                most = decisions.and(most, decisions.not(values.decision(decisions)));
            }
        }
        Decision least = decisions.constant(false);
        for (Partial assignment : possible) {
            if (!Decisions.evaluate(least, assignment.ones())) {
                least = decisions.or(least, assignment.restrictedTo(kept).decision(decisions));
            }
        }
        while (least != most) {
            Partial open = Partial.within(decisions.and(most, decisions.not(least)));
            switch (solver.ask(literals(open, assumed))) {
                case Answer.Possible(BitSet ones) -> {
                    Partial assignment = widened(ones, kept);
                    possible.add(assignment);
                    least = decisions.or(least, assignment.restrictedTo(kept).decision(decisions));
                }
                case Answer.Impossible(ImmutableIntArray literals) -> {
                    Partial values = narrowed(open, literals);
                    impossible.add(values);
                    most = decisions.and(most, decisions.not(values.decision(decisions)));
                }
            }
        }
        return least;
    }

    private int[] literals(Partial values, int[] assumed) {
        return IntStream.concat(
                        Arrays.stream(assumed),
                        values.variables().stream()
                                .map(variable -> values.ones().get(variable) ? literal(variable) : -literal(variable)))
                .toArray();
    }

    private int literal(int variable) {
        return solver.literal(decisions.variable(variable));
    }

    /** The assignment without those variables in {@code kept} whose values don't matter to any requirement. */
    private Partial widened(BitSet ones, BitSet kept) {
        index();
        BitSet free = new BitSet();
        kept.stream().forEach(variable -> {
            free.set(variable);
            free.set(
                    variable,
                    requirements.getOrDefault(variable, List.of()).stream()
                            .allMatch(requirement -> requirement.holds(ones, free)));
        });
        BitSet fixed = solver.variables();
        fixed.andNot(free);
        return new Partial(fixed, ones);
    }

    private void index() {
        for (Satisfiability.Requirement requirement :
                solver.requirements().subList(indexed, solver.requirements().size())) {
            BitSet support = decisions.support(requirement.left());
            support.or(decisions.support(requirement.right()));
            support.stream().forEach(variable -> requirements
                    .computeIfAbsent(variable, key -> new ArrayList<>())
                    .add(requirement));
        }
        indexed = solver.requirements().size();
    }

    /** The values whose literals are among {@code literals}. */
    private Partial narrowed(Partial values, ImmutableIntArray literals) {
        BitSet variables = new BitSet();
        values.variables().stream()
                .filter(variable -> literals.contains(literal(variable)) || literals.contains(-literal(variable)))
                .forEach(variables::set);
        return new Partial(variables, values.ones());
    }
}
