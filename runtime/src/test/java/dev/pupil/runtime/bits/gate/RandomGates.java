package dev.pupil.runtime.bits.gate;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.runtime.bits.gate.Gates.Gate;
import dev.pupil.runtime.bits.rule.Input;
import dev.pupil.runtime.bits.rule.Planes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Random circuits of gates, and their values. */
public final class RandomGates {
    private RandomGates() {}

    /** The inputs of random circuits: each another plane or neighbour. */
    public static ImmutableList<Input> inputs(Random random, int count, int channels) {
        List<Input> inputs = new ArrayList<>();
        while (inputs.size() < count) {
            Offset at = new Offset(random.nextInt(3) - 1, random.nextInt(3) - 1);
            Input input = new Input(random.nextInt(channels + Planes.OF_LANE), at);
            if (!inputs.contains(input)) {
                inputs.add(input);
            }
        }
        return ImmutableList.copyOf(inputs);
    }

    /**
     * A step of random gates.
     *
     * @param size how many operations, some of which give no new gate
     * @param channels how many bits come out
     * @param escapes how many outputs tell of escapes
     */
    public static StepGates step(Random random, List<Input> inputs, int size, int channels, int escapes) {
        Gates gates = new Gates();
        List<Integer> literals = new ArrayList<>(List.of(Gates.FALSE, Gates.TRUE));
        inputs.forEach(input -> literals.add(gates.read(input)));
        for (int i = 0; i < size; i++) {
            literals.add(operation(random, gates, recent(random, literals), recent(random, literals), literals));
        }
        return new StepGates(
                gates,
                random.ints(channels, literals.size() / 2, literals.size())
                        .mapToObj(literals::get)
                        .collect(ImmutableList.toImmutableList()),
                random.ints(escapes, 0, literals.size())
                        .mapToObj(literals::get)
                        .collect(ImmutableList.toImmutableList()));
    }

    private static int operation(Random random, Gates gates, int left, int right, List<Integer> literals) {
        int third = recent(random, literals);
        return switch (random.nextInt(6)) {
            case 0 -> gates.and(left, right);
            case 1 -> gates.or(left, Gates.not(right));
            case 2 -> gates.xor(left, right);
            case 3 -> gates.choice(left, right, third);
            case 4 -> gates.majority(left, right, third);
            default -> gates.and(Gates.not(left), right);
        };
    }

    /** One of the last few, so that circuits become deep; or any. */
    private static int recent(Random random, List<Integer> literals) {
        int from = random.nextBoolean() ? 0 : Math.max(0, literals.size() - 12);
        return literals.get(from + random.nextInt(literals.size() - from));
    }

    /** The values of all gates, in their order. */
    public static boolean[] values(Gates gates, Predicate<Input> bits) {
        boolean[] values = new boolean[gates.size()];
        for (int gate = 0; gate < values.length; gate++) {
            values[gate] = switch (gates.gate(gate)) {
                case Gate.Zero zero -> false;
                case Gate.Read read -> bits.test(read.input());
                case Gate.And and -> literal(values, and.left()) && literal(values, and.right());
                case Gate.Xor xor -> literal(values, xor.left()) != literal(values, xor.right());
            };
        }
        return values;
    }

    /** The value of a literal. */
    public static boolean literal(boolean[] values, int literal) {
        return values[literal >> 1] != ((literal & 1) != 0);
    }
}
