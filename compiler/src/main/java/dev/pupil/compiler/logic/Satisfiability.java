package dev.pupil.compiler.logic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Requires that both functions are the same. */
    public void requireEqual(Decision left, Decision right) {
        clause(-literal(left), literal(right));
        clause(literal(left), -literal(right));
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
     * @param witnesses assignments that meet them, as {@link #find} gives; what is found is added
     */
    public Decision project(int[] kept, int[] assumed, List<BitSet> witnesses) {
        return project(kept, 0, assumed, witnesses, List.copyOf(witnesses));
    }

    /** The same where the first {@code position} variables are assumed, too; {@code here} are the witnesses of that. */
    private Decision project(int[] kept, int position, int[] assumed, List<BitSet> witnesses, List<BitSet> here) {
        List<BitSet> fitting = here;
        if (fitting.isEmpty()) {
            fitting = find(assumed).stream().toList();
            witnesses.addAll(fitting);
        }
        if (fitting.isEmpty()) {
            return decisions.constant(false);
        }
        if (position == kept.length) {
            return decisions.constant(true);
        }
        int variable = kept[position];
        int literal = literal(decisions.variable(variable));
        Map<Boolean, List<BitSet>> parts =
                fitting.stream().collect(Collectors.partitioningBy(witness -> witness.get(variable)));
        int[] more = Arrays.copyOf(assumed, assumed.length + 1);
        more[assumed.length] = -literal;
        Decision low = project(kept, position + 1, more.clone(), witnesses, parts.getOrDefault(false, List.of()));
        more[assumed.length] = literal;
        Decision high = project(kept, position + 1, more, witnesses, parts.getOrDefault(true, List.of()));
        return decisions.choice(decisions.variable(variable), high, low);
    }
}
