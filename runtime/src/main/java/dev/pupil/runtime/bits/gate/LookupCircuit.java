package dev.pupil.runtime.bits.gate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.runtime.bits.gate.Gates.Gate;
import dev.pupil.runtime.bits.gate.LookupCover.Choice;
import dev.pupil.runtime.bits.rule.Input;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A step as a circuit of functions of at most three inputs, each of which is 0 where all its inputs are: such functions
 * need no negation, and a processor computes each in one to four operations.
 *
 * @param nodes inputs before their readers
 * @param next each channel's next bit, from channel 1
 * @param escapes of which one is 1 where a channel's next value is no bit
 */
public record LookupCircuit(ImmutableList<Node> nodes, ImmutableList<Output> next, ImmutableList<Output> escapes) {

    /** A value that is computed. */
    public sealed interface Node {
        /** A bit that is read. */
        record Read(Input input) implements Node {}

        /**
         * A function of other nodes.
         *
         * @param formula in which input i is {@code inputs[i]}
         * @param inputs numbers of nodes
         */
        record Lookup(Formula formula, ImmutableIntArray inputs) implements Node {}
    }

    /**
     * A node's value or its negation.
     *
     * @param node the node's number, or {@link #ZERO}
     * @param negated whether it is the negation
     */
    public record Output(int node, boolean negated) {
        /** Instead of a node: the constant 0. */
        public static final int ZERO = -1;

        /** Whether it is the same everywhere. */
        public boolean isConstant() {
            return node == ZERO;
        }
    }

    /** Covers a circuit of gates. */
    public static LookupCircuit of(StepGates step) {
        List<Integer> roots = new ArrayList<>(step.next());
        roots.addAll(step.escapes());
        Maker maker = new Maker(step.gates());
        for (Choice choice : LookupCover.of(step.gates(), roots)) {
            maker.add(choice);
        }
        ImmutableList<Output> next = outputs(maker, step.next());
        ImmutableList<Output> escapes = outputs(maker, step.escapes());
        return new LookupCircuit(ImmutableList.copyOf(maker.nodes), next, escapes);
    }

    private static ImmutableList<Output> outputs(Maker maker, List<Integer> literals) {
        return literals.stream().map(maker::output).collect(ImmutableList.toImmutableList());
    }

    /** Numbers the nodes, and negates those that are 1 where all their inputs are 0. */
    private static final class Maker {
        private final Gates gates;
        private final List<Node> nodes = new ArrayList<>();
        private final Map<Integer, Output> made = new HashMap<>();

        Maker(Gates gates) {
            this.gates = gates;
        }

        void add(Choice choice) {
            ImmutableIntArray.Builder inputs = ImmutableIntArray.builder();
            int[] values = new int[choice.cut().size()];
            int size = 0;
            for (int leaf = 0; leaf < values.length; leaf++) {
                Output input = gate(choice.cut().leafGate(leaf));
                if (!input.isConstant()) {
                    values[leaf] = Cut.leaf(size++);
                    inputs.add(input.node);
                }
                values[leaf] ^= input.negated ? Cut.ALL : 0;
            }
            made.put(choice.gate(), output(Cut.apply(choice.cut().table(), values), inputs.build()));
        }

        /** Gates whose inputs depend on each other can be constant. */
        private Output output(int table, ImmutableIntArray inputs) {
            boolean negated = (table & 1) != 0;
            int positive = negated ? ~table & Cut.ALL : table;
            if (positive == 0) {
                return new Output(Output.ZERO, negated);
            }
            nodes.add(new Node.Lookup(Formula.of(positive), inputs));
            return new Output(nodes.size() - 1, negated);
        }

        private Output gate(int gate) {
            Output known = made.get(gate);
            if (known == null) {
                known = switch (gates.gate(gate)) {
                    case Gate.Zero zero -> new Output(Output.ZERO, false);
                    case Gate.Read read -> {
                        nodes.add(new Node.Read(read.input()));
                        yield new Output(nodes.size() - 1, false);
                    }
                    case Gate.And and -> throw new IllegalStateException("not covered: " + and);
                    case Gate.Xor xor -> throw new IllegalStateException("not covered: " + xor);
                };
                made.put(gate, known);
            }
            return known;
        }

        Output output(int literal) {
            Output output = gate(literal >> 1);
            return new Output(output.node, output.negated != ((literal & 1) != 0));
        }
    }
}
