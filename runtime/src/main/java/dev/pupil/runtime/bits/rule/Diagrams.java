package dev.pupil.runtime.bits.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/**
 * Makes diagrams and computes with them. Variables are numbered from 0 and asked in that order. Not safe for use by
 * several threads.
 */
public final class Diagrams {
    private final int mostNodes;
    private final Map<Node, Diagram> nodes = new HashMap<>();
    private final Map<Double, Diagram> constants = new HashMap<>();
    private final Map<Node, Diagram> choices = new HashMap<>();

    /** A key: three numbers. */
    private record Node(int first, int second, int third) {}

    /** A key: two diagrams. */
    private record Pair(Diagram first, Diagram second) {}

    /** More nodes than allowed were needed. */
    public static final class TooManyNodesException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Diagrams of limited size.
     *
     * @param mostNodes how many nodes there may be in all; making more throws {@link TooManyNodesException}
     */
    Diagrams(int mostNodes) {
        this.mostNodes = mostNodes;
    }

    /** The function that is {@code value} everywhere. */
    public Diagram constant(double value) {
        // Adding 0 turns −0 into 0: they are one number.
        return constants.computeIfAbsent(value + 0.0, key -> new Diagram(newIndex(), key));
    }

    /** A Boolean constant. */
    public Diagram constant(boolean value) {
        return constant(value ? 1 : 0);
    }

    /** The function whose value is the variable's. */
    public Diagram variable(int variable) {
        return node(variable, constant(0), constant(1));
    }

    private Diagram node(int variable, Diagram low, Diagram high) {
        if (low == high) {
            return low;
        }
        return nodes.computeIfAbsent(
                new Node(variable, low.index(), high.index()), key -> new Diagram(newIndex(), variable, low, high));
    }

    private int newIndex() {
        int index = nodes.size() + constants.size();
        if (index >= mostNodes) {
            throw new TooManyNodesException();
        }
        return index;
    }

    /** {@code left} + {@code right}. */
    public Diagram sum(Diagram left, Diagram right) {
        return combine(left, right, Double::sum, new HashMap<>());
    }

    private Diagram combine(Diagram left, Diagram right, DoubleBinaryOperator operator, Map<Pair, Diagram> known) {
        if (left.isConstant() && right.isConstant()) {
            return constant(operator.applyAsDouble(left.value(), right.value()));
        }
        Pair key = new Pair(left, right);
        Diagram result = known.get(key);
        if (result == null) {
            int first = Math.min(left.variable(), right.variable());
            result = node(
                    first,
                    combine(low(left, first), low(right, first), operator, known),
                    combine(high(left, first), high(right, first), operator, known));
            known.put(key, result);
        }
        return result;
    }

    /** {@code operator} of the function's values. */
    public Diagram map(Diagram diagram, DoubleUnaryOperator operator) {
        return map(diagram, operator, new HashMap<>());
    }

    private Diagram map(Diagram diagram, DoubleUnaryOperator operator, Map<Diagram, Diagram> known) {
        if (diagram.isConstant()) {
            return constant(operator.applyAsDouble(diagram.value()));
        }
        Diagram result = known.get(diagram);
        if (result == null) {
            result =
                    node(diagram.variable(), map(diagram.low(), operator, known), map(diagram.high(), operator, known));
            known.put(diagram, result);
        }
        return result;
    }

    /** 1 where the function's value is as {@code wanted}. */
    public Diagram where(Diagram diagram, DoublePredicate wanted) {
        return map(diagram, value -> wanted.test(value) ? 1 : 0);
    }

    /** {@code whenTrue} where the Boolean {@code condition} is 1, else {@code whenFalse}. */
    public Diagram choice(Diagram condition, Diagram whenTrue, Diagram whenFalse) {
        if (condition.isConstant()) {
            return condition.value() == 1 ? whenTrue : whenFalse;
        }
        if (whenTrue == whenFalse) {
            return whenTrue;
        }
        Node key = new Node(condition.index(), whenTrue.index(), whenFalse.index());
        Diagram known = choices.get(key);
        if (known == null) {
            int first = Math.min(condition.variable(), Math.min(whenTrue.variable(), whenFalse.variable()));
            known = node(
                    first,
                    choice(low(condition, first), low(whenTrue, first), low(whenFalse, first)),
                    choice(high(condition, first), high(whenTrue, first), high(whenFalse, first)));
            choices.put(key, known);
        }
        return known;
    }

    /** Negation of a Boolean function. */
    public Diagram not(Diagram operand) {
        return choice(operand, constant(false), constant(true));
    }

    /** Disjunction of Boolean functions. */
    public Diagram or(Diagram left, Diagram right) {
        return choice(left, constant(true), right);
    }

    /** Conjunction of Boolean functions. */
    public Diagram and(Diagram left, Diagram right) {
        return choice(left, right, constant(false));
    }

    /**
     * A function, smaller if possible, with the same values wherever {@code care} is 1 (Coudert and Madre, "A Unified
     * Framework for the Formal Verification of Sequential Circuits", ICCAD 1990: restrict).
     */
    public Diagram restrict(Diagram diagram, Diagram care) {
        return restrict(diagram, care, new HashMap<>());
    }

    private Diagram restrict(Diagram diagram, Diagram care, Map<Pair, Diagram> known) {
        if (diagram.isConstant() || care.isConstant()) {
            return diagram;
        }
        Pair key = new Pair(diagram, care);
        Diagram result = known.get(key);
        if (result == null) {
            result = restrictAnew(diagram, care, known);
            known.put(key, result);
        }
        return result;
    }

    private Diagram restrictAnew(Diagram diagram, Diagram care, Map<Pair, Diagram> known) {
        if (care.variable() < diagram.variable()) {
            return restrict(diagram, or(care.low(), care.high()), known);
        }
        Diagram careLow = low(care, diagram.variable());
        Diagram careHigh = high(care, diagram.variable());
        if (isFalse(careLow)) {
            return restrict(diagram.high(), careHigh, known);
        }
        if (isFalse(careHigh)) {
            return restrict(diagram.low(), careLow, known);
        }
        return node(
                diagram.variable(), restrict(diagram.low(), careLow, known), restrict(diagram.high(), careHigh, known));
    }

    /** Whether the function is 0 everywhere. */
    public boolean isFalse(Diagram diagram) {
        return diagram.isConstant() && diagram.value() == 0;
    }

    private static Diagram low(Diagram diagram, int variable) {
        return diagram.variable() == variable ? diagram.low() : diagram;
    }

    private static Diagram high(Diagram diagram, int variable) {
        return diagram.variable() == variable ? diagram.high() : diagram;
    }

    /** The number of nodes that ask a variable, each counted once. */
    public static int size(Iterable<Diagram> diagrams) {
        return (int) all(diagrams).stream().filter(node -> !node.isConstant()).count();
    }

    /** The variables that the function depends on. */
    public static BitSet support(Diagram diagram) {
        BitSet support = new BitSet();
        all(List.of(diagram)).stream().filter(node -> !node.isConstant()).forEach(node -> support.set(node.variable()));
        return support;
    }

    /** All values that the function takes. */
    public static double[] values(Diagram diagram) {
        return all(List.of(diagram)).stream()
                .filter(Diagram::isConstant)
                .mapToDouble(Diagram::value)
                .sorted()
                .toArray();
    }

    private static Set<Diagram> all(Iterable<Diagram> roots) {
        Set<Diagram> seen = new HashSet<>();
        Deque<Diagram> open = new ArrayDeque<>();
        roots.forEach(open::add);
        while (!open.isEmpty()) {
            Diagram node = open.remove();
            if (seen.add(node) && !node.isConstant()) {
                open.add(node.low());
                open.add(node.high());
            }
        }
        return seen;
    }

    /** The function's value where a variable is 1 if {@code bits} says so. */
    public static double evaluate(Diagram diagram, IntPredicate bits) {
        Diagram at = diagram;
        while (!at.isConstant()) {
            at = bits.test(at.variable()) ? at.high() : at.low();
        }
        return at.value();
    }

    /** The variables that are 1 in some assignment at which the function's value is as {@code wanted}; there is one. */
    static BitSet example(Diagram diagram, DoublePredicate wanted) {
        BitSet ones = new BitSet();
        List<Diagram> path = new ArrayList<>();
        find(diagram, wanted, path, new HashSet<>());
        for (int i = 0; i + 1 < path.size(); i++) {
            ones.set(path.get(i).variable(), path.get(i + 1) == path.get(i).high());
        }
        return ones;
    }

    private static boolean find(Diagram at, DoublePredicate wanted, List<Diagram> path, Set<Diagram> seen) {
        path.add(at);
        if (at.isConstant()
                ? wanted.test(at.value())
                : seen.add(at) && (find(at.low(), wanted, path, seen) || find(at.high(), wanted, path, seen))) {
            return true;
        }
        path.removeLast();
        return false;
    }
}
