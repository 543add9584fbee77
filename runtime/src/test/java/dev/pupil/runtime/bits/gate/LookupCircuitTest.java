package dev.pupil.runtime.bits.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.runtime.bits.gate.LookupCircuit.Node;
import dev.pupil.runtime.bits.gate.LookupCircuit.Output;
import dev.pupil.runtime.bits.rule.Input;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A circuit of lookups has the values of the gates that it covers, for all values of what they read. */
class LookupCircuitTest {
    private static final int INPUTS = 7;

    @Test
    void everyOutputIsThatOfTheGates() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ImmutableList<Input> inputs = RandomGates.inputs(random, INPUTS, 4);
            StepGates step = RandomGates.step(random, inputs, 1 + random.nextInt(60), 5, 2);
            assertSameOutputs(step, LookupCircuit.of(step), inputs);
        }
    }

    @Test
    void gatesThatCancelEachOtherAreAConstant() {
        Gates gates = new Gates();
        int a = gates.read(input(0));
        int b = gates.read(input(1));
        int c = gates.read(input(2));
        int never = gates.and(gates.and(a, b), gates.and(Gates.not(a), c));
        int plain = gates.or(never, c);
        StepGates step =
                new StepGates(gates, ImmutableList.of(never, Gates.not(never), plain), ImmutableList.of(never));
        LookupCircuit circuit = LookupCircuit.of(step);
        assertThat(circuit.next().get(0)).isEqualTo(new Output(Output.ZERO, false));
        assertThat(circuit.next().get(1)).isEqualTo(new Output(Output.ZERO, true));
        assertThat(circuit.escapes()).containsExactly(new Output(Output.ZERO, false));
        assertSameOutputs(step, circuit, List.of(input(0), input(1), input(2)));
    }

    @Test
    void outputsMayBeReadDirectlyOrBeConstant() {
        Gates gates = new Gates();
        int a = gates.read(input(0));
        StepGates step =
                new StepGates(gates, ImmutableList.of(a, Gates.not(a), Gates.TRUE, Gates.FALSE), ImmutableList.of());
        assertSameOutputs(step, LookupCircuit.of(step), List.of(input(0)));
    }

    @Test
    void inputsComeBeforeTheirReaders() {
        Random random = new Random(1);
        StepGates step = RandomGates.step(random, RandomGates.inputs(random, 20, 4), 400, 10, 3);
        ImmutableList<Node> nodes = LookupCircuit.of(step).nodes();
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node) instanceof Node.Lookup lookup) {
                int reader = node;
                assertThat(lookup.inputs().asList())
                        .allSatisfy(input -> assertThat(input).isBetween(0, reader - 1));
            }
        }
    }

    private static void assertSameOutputs(StepGates step, LookupCircuit circuit, List<Input> inputs) {
        for (int assignment = 0; assignment < 1 << inputs.size(); assignment++) {
            int bits = assignment;
            Predicate<Input> read = input -> (bits >> inputs.indexOf(input) & 1) != 0;
            boolean[] expected = RandomGates.values(step.gates(), read);
            boolean[] actual = values(circuit, read);
            for (int i = 0; i < step.next().size(); i++) {
                assertThat(output(actual, circuit.next().get(i)))
                        .isEqualTo(RandomGates.literal(expected, step.next().get(i)));
            }
            for (int i = 0; i < step.escapes().size(); i++) {
                assertThat(output(actual, circuit.escapes().get(i)))
                        .isEqualTo(RandomGates.literal(expected, step.escapes().get(i)));
            }
        }
    }

    private static boolean[] values(LookupCircuit circuit, Predicate<Input> bits) {
        boolean[] values = new boolean[circuit.nodes().size()];
        for (int node = 0; node < values.length; node++) {
            values[node] = switch (circuit.nodes().get(node)) {
                case Node.Read read -> bits.test(read.input());
                case Node.Lookup lookup -> value(lookup, values);
            };
        }
        return values;
    }

    private static boolean value(Node.Lookup lookup, boolean[] values) {
        ImmutableIntArray inputs = lookup.inputs();
        int row = 0;
        for (int input = 0; input < inputs.length(); input++) {
            row |= values[inputs.get(input)] ? 1 << input : 0;
        }
        return (FormulaTest.value(lookup.formula()) >> row & 1) != 0;
    }

    private static boolean output(boolean[] values, Output output) {
        return (!output.isConstant() && values[output.node()]) != output.negated();
    }

    private static Input input(int plane) {
        return new Input(plane, Offset.CENTER);
    }
}
