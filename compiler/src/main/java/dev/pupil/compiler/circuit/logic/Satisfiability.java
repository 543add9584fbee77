package dev.pupil.compiler.circuit.logic;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.IVecInt;
import org.sat4j.specs.TimeoutException;

/**
 * Asks a satisfiability solver about decision diagrams. Requirements can be added at any time, for good or bound to a
 * literal; a literal is a number as in the DIMACS format, its negation the number's negative.
 */
public final class Satisfiability {
    /** A requirement is written as clauses of its variables alone if these are no more than so many. */
    private static final int MOST_CLAUSES = 8;

    private final ISolver solver = SolverFactory.newDefault();
    private final Decisions decisions;
    private final Map<Decision, Integer> literals = new HashMap<>();
    private final Map<Integer, Integer> variables = new HashMap<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private int last;

    /** That two functions are the same, always or where some literal holds. */
    record Requirement(Decision left, Decision right) {
        /** Whether it is seen to hold where exactly the variables in {@code ones} are 1, whatever those in {@code free} are. */
        boolean holds(BitSet ones, BitSet free) {
            return (Decisions.isAlways(true, left, ones, free) && Decisions.isAlways(true, right, ones, free))
                    || (Decisions.isAlways(false, left, ones, free) && Decisions.isAlways(false, right, ones, free));
        }
    }

    /** No requirements yet. */
    public Satisfiability(Decisions decisions) {
        this.decisions = decisions;
        this.last = 1;
        // A limit in seconds, which is the default, would start a thread for every question.
        solver.setTimeoutOnConflicts(Integer.MAX_VALUE);
        literals.put(decisions.constant(true), 1);
        literals.put(decisions.constant(false), -1);
        clause(1);
    }

    /** A new literal. */
    public int fresh() {
        last++;
        return last;
    }

    private void clause(int... clause) {
        try {
            solver.addClause(new VecInt(clause));
        } catch (ContradictionException e) {
            throw new IllegalStateException("the requirements contradict each other", e);
        }
    }

    /** A literal that holds where the function is 1 (each node as a choice; Tseitin 1968). */
    public int literal(Decision decision) {
        Integer known = literals.get(decision);
        if (known != null) {
            return known;
        }
        int variable = variable(decision.variable());
        int low = literal(decision.low());
        int high = literal(decision.high());
        int literal = fresh();
        clause(-variable, -high, literal);
        clause(-variable, high, -literal);
        clause(variable, -low, literal);
        clause(variable, low, -literal);
        literals.put(decision, literal);
        return literal;
    }

    /** Requires that the function is 1. */
    public void require(Decision decision) {
        requireIf(1, decision);
    }

    /** Requires that both functions are the same. */
    public void requireEqual(Decision left, Decision right) {
        requirements.add(new Requirement(left, right));
        clause(-literal(left), literal(right));
        clause(literal(left), -literal(right));
    }

    /** Requires that the function is 1 where the literal holds. */
    public void requireIf(int condition, Decision decision) {
        requirements.add(new Requirement(decision, decisions.constant(true)));
        List<int[]> clauses = new ArrayList<>();
        if (collect(decision, new int[] {-condition}, clauses)) {
            clauses.forEach(this::clause);
        } else {
            clause(-condition, literal(decision));
        }
    }

    /**
     * Adds a clause for every way to the constant 0, with the literals of {@code sofar}; false if they are too many. This
     * takes no literals for the nodes, which keeps the solver fast.
     */
    private boolean collect(Decision decision, int[] sofar, List<int[]> clauses) {
        if (decision.isTrue()) {
            return true;
        }
        if (decision.isFalse()) {
            clauses.add(sofar);
            return clauses.size() <= MOST_CLAUSES;
        }
        int[] more = Arrays.copyOf(sofar, sofar.length + 1);
        more[sofar.length] = variable(decision.variable());
        if (!collect(decision.low(), more.clone(), clauses)) {
            return false;
        }
        more[sofar.length] = -variable(decision.variable());
        return collect(decision.high(), more, clauses);
    }

    private int variable(int number) {
        return variables.computeIfAbsent(number, key -> fresh());
    }

    /** The variables that are 1 in some assignment that meets the requirements and the given literals, if there is one. */
    public Optional<BitSet> find(int... assumed) {
        return switch (ask(assumed)) {
            case Answer.Possible found -> Optional.of(found.ones());
            case Answer.Impossible refused -> Optional.empty();
        };
    }

    /** Whether the requirements and the given literals can be met together. */
    Answer ask(int... assumed) {
        try {
            if (!solver.isSatisfiable(new VecInt(assumed))) {
                return new Answer.Impossible(conflict());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the solver gave up", e);
        }
        BitSet ones = new BitSet();
        variables.forEach((variable, literal) -> ones.set(variable, solver.model(literal)));
        return new Answer.Possible(ones);
    }

    /** Assumed literals that can't be met together; none if the requirements alone contradict each other. */
    private ImmutableIntArray conflict() {
        @Nullable IVecInt explanation = solver.unsatExplanation();
        return explanation == null ? ImmutableIntArray.of() : ImmutableIntArray.copyOf(explanation.toArray());
    }

    /** All requirements, in the order in which they were added. */
    List<Requirement> requirements() {
        return requirements;
    }
}
