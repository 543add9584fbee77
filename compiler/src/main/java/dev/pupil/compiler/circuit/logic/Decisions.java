package dev.pupil.compiler.circuit.logic;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes decision diagrams and computes with them. Variables are numbered from 0 and asked in that order. Not safe for
 * use by several threads. What would need too many nodes is given up with a {@link TooLargeException}.
 */
public final class Decisions {
    /** The most nodes and intermediate results that are kept: some hundred megabytes. */
    private static final int MOST_NODES = 4_000_000;

    /** The function that is 0 everywhere. */
    private final Decision zero = new Decision(0);

    /** The function that is 1 everywhere. */
    private final Decision one = new Decision(1);

    /** All diagrams by their index. */
    private final List<Decision> all = new ArrayList<>(List.of(zero, one));

    /** From variable, low and high to the index of the node. */
    private final Triples nodes = new Triples();

    /** From condition and choices to the index of the result. */
    private final Triples choices = new Triples();

    /** The constant {@code value}. */
    public Decision constant(boolean value) {
        return value ? one : zero;
    }

    /** The function whose value is the variable's. */
    public Decision variable(int variable) {
        checkArgument(variable >= 0 && variable < Decision.CONSTANT, "no variable %s", variable);
        return node(variable, zero, one);
    }

    private Decision node(int variable, Decision low, Decision high) {
        if (low == high) {
            return low;
        }
        if (nodes.size() + choices.size() > MOST_NODES) {
            throw new TooLargeException("its decision diagrams have millions of nodes");
        }
        int known = nodes.get(variable, low.index(), high.index());
        if (known != Triples.ABSENT) {
            return all.get(known);
        }
        Decision made = new Decision(all.size(), variable, low, high);
        all.add(made);
        nodes.add(variable, low.index(), high.index(), made.index());
        return made;
    }

    /** {@code whenTrue} where {@code condition} is 1, else {@code whenFalse}. */
    public Decision choice(Decision condition, Decision whenTrue, Decision whenFalse) {
        if (condition == one || whenTrue == whenFalse) {
            return whenTrue;
        }
        if (condition == zero) {
            return whenFalse;
        }
        if (whenTrue == one && whenFalse == zero) {
            return condition;
        }
        int known = choices.get(condition.index(), whenTrue.index(), whenFalse.index());
        if (known != Triples.ABSENT) {
            return all.get(known);
        }
        int first = Math.min(condition.variable(), Math.min(whenTrue.variable(), whenFalse.variable()));
        Decision chosen = node(
                first,
                choice(low(condition, first), low(whenTrue, first), low(whenFalse, first)),
                choice(high(condition, first), high(whenTrue, first), high(whenFalse, first)));
        choices.add(condition.index(), whenTrue.index(), whenFalse.index(), chosen.index());
        return chosen;
    }

    private static Decision low(Decision decision, int variable) {
        return decision.variable() == variable ? decision.low() : decision;
    }

    private static Decision high(Decision decision, int variable) {
        return decision.variable() == variable ? decision.high() : decision;
    }

    /** Negation. */
    public Decision not(Decision operand) {
        return choice(operand, zero, one);
    }

    /** Conjunction. */
    public Decision and(Decision left, Decision right) {
        return choice(left, right, zero);
    }

    /** Disjunction. */
    public Decision or(Decision left, Decision right) {
        return choice(left, one, right);
    }

    /** Exclusive or. */
    public Decision xor(Decision left, Decision right) {
        return choice(left, not(right), right);
    }

    /** 1 where {@code left} is 0 or {@code right} is 1. */
    public Decision implies(Decision left, Decision right) {
        return choice(left, right, one);
    }

    /** Whether both are 1 somewhere. */
    public boolean meet(Decision left, Decision right) {
        return !and(left, right).isFalse();
    }

    /** The function where the variable is fixed. */
    public Decision fix(Decision decision, int variable, boolean value) {
        return fix(decision, variable, value, new HashMap<>());
    }

    private Decision fix(Decision decision, int variable, boolean value, Map<Decision, Decision> known) {
        if (decision.variable() > variable) {
            return decision;
        }
        if (decision.variable() == variable) {
            return value ? decision.high() : decision.low();
        }
        Decision result = known.get(decision);
        if (result == null) {
            result = node(
                    decision.variable(),
                    fix(decision.low(), variable, value, known),
                    fix(decision.high(), variable, value, known));
            known.put(decision, result);
        }
        return result;
    }

    /** 1 where some values of the variables in {@code hidden} make the function 1. */
    public Decision exists(Decision decision, BitSet hidden) {
        return hidden.isEmpty() ? decision : exists(decision, hidden, new HashMap<>());
    }

    private Decision exists(Decision decision, BitSet hidden, Map<Decision, Decision> known) {
        if (decision.variable() == Decision.CONSTANT) {
            return decision;
        }
        Decision result = known.get(decision);
        if (result == null) {
            Decision low = exists(decision.low(), hidden, known);
            Decision high = exists(decision.high(), hidden, known);
            result = hidden.get(decision.variable()) ? or(low, high) : node(decision.variable(), low, high);
            known.put(decision, result);
        }
        return result;
    }

    /** The variables that the function depends on. */
    public BitSet support(Decision decision) {
        BitSet support = new BitSet();
        collect(decision, support, new HashSet<>());
        return support;
    }

    /** The number of nodes that ask a variable. */
    public int size(Decision decision) {
        Set<Decision> seen = new HashSet<>();
        collect(decision, new BitSet(), seen);
        return seen.size();
    }

    private static void collect(Decision decision, BitSet support, Set<Decision> seen) {
        if (decision.variable() != Decision.CONSTANT && seen.add(decision)) {
            support.set(decision.variable());
            collect(decision.low(), support, seen);
            collect(decision.high(), support, seen);
        }
    }

    /**
     * How many assignments make the function 1.
     *
     * @param variables all that the function depends on, and possibly more
     */
    public double count(Decision decision, BitSet variables) {
        return Math.scalb(share(decision, new HashMap<>()), variables.cardinality());
    }

    /** The share of all assignments that make the function 1. */
    private static double share(Decision decision, Map<Decision, Double> known) {
        if (decision.variable() == Decision.CONSTANT) {
            return decision.isTrue() ? 1 : 0;
        }
        Double share = known.get(decision);
        if (share == null) {
            share = (share(decision.low(), known) + share(decision.high(), known)) / 2;
            known.put(decision, share);
        }
        return share;
    }

    /** The function's value where exactly the variables in {@code ones} are 1. */
    public static boolean evaluate(Decision decision, BitSet ones) {
        Decision at = decision;
        while (at.variable() != Decision.CONSTANT) {
            at = ones.get(at.variable()) ? at.high() : at.low();
        }
        return at.isTrue();
    }

    /**
     * Whether the function has a value where exactly the variables in {@code ones} are 1, whatever those in {@code free}
     * are.
     */
    static boolean isAlways(boolean value, Decision decision, BitSet ones, BitSet free) {
        Decision at = decision;
        while (at.variable() != Decision.CONSTANT) {
            if (free.get(at.variable()) && !isAlways(value, at.high(), ones, free)) {
                return false;
            }
            at = ones.get(at.variable()) && !free.get(at.variable()) ? at.high() : at.low();
        }
        return at.isTrue() == value;
    }

    /**
     * Every assignment that makes the function 1, in which bit i is the value of {@code variables[i]}.
     *
     * @param variables ascending, at most 63, among them all that the function depends on
     */
    public static List<Long> assignments(Decision decision, int[] variables) {
        List<Long> found = new ArrayList<>();
        assignments(decision, variables, 0, 0, found);
        return found;
    }

    private static void assignments(Decision decision, int[] variables, int position, long sofar, List<Long> found) {
        if (decision.isFalse()) {
            return;
        }
        if (position == variables.length) {
            checkArgument(decision.isTrue(), "the function depends on further variables");
            found.add(sofar);
            return;
        }
        int variable = variables[position];
        assignments(low(decision, variable), variables, position + 1, sofar, found);
        assignments(high(decision, variable), variables, position + 1, sofar | 1L << position, found);
    }
}
