package dev.pupil.runtime.bits.gate;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.bits.rule.Diagram;
import dev.pupil.runtime.bits.rule.Diagrams;
import dev.pupil.runtime.bits.rule.Input;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Builds Boolean functions, given as diagrams, of gates. */
final class DiagramGates {
    private final Gates gates;
    private final Diagrams diagrams;
    private final ImmutableList<Input> inputs;
    private final Map<Diagram, Integer> known = new HashMap<>();
    private final Map<Diagram, Cube> implied = new HashMap<>();

    /** Literals that are 1 wherever a function is: bit v of {@code ones} is variable v, of {@code zeros} its negation. */
    private record Cube(BitSet ones, BitSet zeros) {
        boolean isEmpty() {
            return ones.isEmpty() && zeros.isEmpty();
        }
    }

    DiagramGates(Gates gates, Diagrams diagrams, ImmutableList<Input> inputs) {
        this.gates = gates;
        this.diagrams = diagrams;
        this.inputs = inputs;
    }

    /** The function's literal. */
    int literal(Diagram function) {
        if (function.isConstant()) {
            return function.value() == 1 ? Gates.TRUE : Gates.FALSE;
        }
        Integer literal = known.get(function);
        if (literal == null) {
            literal = build(function);
            known.put(function, literal);
        }
        return literal;
    }

    private int build(Diagram function) {
        Cube needed = implied(function);
        if (!needed.isEmpty()) {
            return conjunction(needed, literal(within(function, needed)));
        }
        Diagram negation = diagrams.not(function);
        Cube sufficient = implied(negation);
        if (!sufficient.isEmpty()) {
            return Gates.not(conjunction(sufficient, literal(within(negation, sufficient))));
        }
        int low = literal(function.low());
        int high = literal(function.high());
        int variable = gates.read(inputs.get(function.variable()));
        if (diagrams.and(function.low(), diagrams.not(function.high())) == diagrams.constant(false)) {
            return gates.or(low, gates.and(variable, high));
        }
        if (diagrams.and(function.high(), diagrams.not(function.low())) == diagrams.constant(false)) {
            return gates.or(high, gates.and(Gates.not(variable), low));
        }
        return gates.choice(variable, high, low);
    }

    /** The literals' conjunction with {@code rest}, those that most units read first, so that beginnings are shared. */
    private int conjunction(Cube cube, int rest) {
        int all = Gates.TRUE;
        for (int variable = 0; variable < inputs.size(); variable++) {
            if (cube.ones.get(variable)) {
                all = gates.and(all, gates.read(inputs.get(variable)));
            } else if (cube.zeros.get(variable)) {
                all = gates.and(all, Gates.not(gates.read(inputs.get(variable))));
            }
        }
        return gates.and(all, rest);
    }

    private Cube implied(Diagram function) {
        Cube cube = implied.get(function);
        if (cube == null) {
            cube = impliedAnew(function);
            implied.put(function, cube);
        }
        return cube;
    }

    private Cube impliedAnew(Diagram function) {
        Cube cube = new Cube(new BitSet(), new BitSet());
        if (function.isConstant()) {
            return cube;
        }
        if (diagrams.isFalse(function.low())) {
            add(cube, implied(function.high()));
            cube.ones.set(function.variable());
        } else if (diagrams.isFalse(function.high())) {
            add(cube, implied(function.low()));
            cube.zeros.set(function.variable());
        } else if (!function.low().isConstant() && !function.high().isConstant()) {
            add(cube, implied(function.low()));
            cube.ones.and(implied(function.high()).ones);
            cube.zeros.and(implied(function.high()).zeros);
        }
        return cube;
    }

    private static void add(Cube cube, Cube more) {
        cube.ones.or(more.ones);
        cube.zeros.or(more.zeros);
    }

    /** The function where all literals of {@code cube} are 1. */
    private Diagram within(Diagram function, Cube cube) {
        Diagram care = diagrams.constant(true);
        for (int variable = inputs.size() - 1; variable >= 0; variable--) {
            if (cube.ones.get(variable)) {
                care = diagrams.and(diagrams.variable(variable), care);
            } else if (cube.zeros.get(variable)) {
                care = diagrams.and(diagrams.not(diagrams.variable(variable)), care);
            }
        }
        return diagrams.restrict(function, care);
    }
}
