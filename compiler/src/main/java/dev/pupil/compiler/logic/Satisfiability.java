package dev.pupil.compiler.logic;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/**
 * Asks a satisfiability solver about decision diagrams. Requirements can be added at any time, for good or bound to a
 * literal; a literal is a number as in the DIMACS format, its negation the number's negative.
 */
public final class Satisfiability {
    private final ISolver solver = SolverFactory.newDefault();
    private final Decisions decisions;
    private final Map<Decision, Integer> literals = new HashMap<>();
    private final Map<Integer, Integer> variables = new HashMap<>();
    private int last;

    /** No requirements yet. */
    public Satisfiability(Decisions decisions) {
        this.decisions = decisions;
        this.last = 1;
        literals.put(decisions.constant(true), 1);
        literals.put(decisions.constant(false), -1);
        clause(1);
    }

    /** A new literal. */
    public int fresh() {
        last++;
        return last;
    }

    /** Requires that one of the literals holds. */
    public void clause(int... clause) {
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
        int variable = variables.computeIfAbsent(decision.variable(), key -> fresh());
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

    /** Requires that the function is 1 where the literal holds. */
    public void requireIf(int condition, Decision decision) {
        clause(-condition, literal(decision));
    }

    /** The variables that are 1 in some assignment that meets the requirements and the given literals, if there is one. */
    public Optional<BitSet> find(int... assumed) {
        try {
            if (!solver.isSatisfiable(new VecInt(assumed))) {
                return Optional.empty();
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the solver gave up", e);
        }
        BitSet ones = new BitSet();
        variables.forEach((variable, literal) -> ones.set(variable, solver.model(literal)));
        return Optional.of(ones);
    }

    /**
     * Where the requirements and the given literals can be met, as a function of some variables.
     *
     * @param kept ascending
     */
    public Decision project(int[] kept, int... assumed) {
        int[] path = new int[assumed.length + kept.length];
        System.arraycopy(assumed, 0, path, 0, assumed.length);
        return find(assumed)
                .map(witness -> project(kept, 0, path, assumed.length, witness))
                .orElse(decisions.constant(false));
    }

    private Decision project(int[] kept, int position, int[] path, int assumed, BitSet witness) {
        if (position == kept.length) {
            return decisions.constant(true);
        }
        int literal = literal(decisions.variable(kept[position]));
        boolean seen = witness.get(kept[position]);
        path[assumed + position] = seen ? literal : -literal;
        Decision same = project(kept, position + 1, path, assumed, witness);
        path[assumed + position] = seen ? -literal : literal;
        int[] assumptions = java.util.Arrays.copyOf(path, assumed + position + 1);
        Decision other = find(assumptions)
                .map(another -> project(kept, position + 1, path, assumed, another))
                .orElse(decisions.constant(false));
        return decisions.choice(decisions.variable(kept[position]), seen ? same : other, seen ? other : same);
    }
}
