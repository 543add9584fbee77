package dev.pupil.compiler.automaton;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.term.Offset;
import dev.pupil.compiler.term.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The next values of all fields as one sequence of instructions, each of which computes one distinct sub-term for many
 * pixels at once (which lets the JVM use vector instructions).
 */
final class TermCode {
    private final ImmutableList<Instruction> instructions;
    private final ImmutableList<Operand> results;
    private final ImmutableMap<Integer, Operand> constants;
    private final int scratchPlanes;

    private TermCode(
            ImmutableList<Instruction> instructions,
            ImmutableList<Operand> results,
            ImmutableMap<Integer, Operand> constants,
            int scratchPlanes) {
        this.instructions = instructions;
        this.results = results;
        this.constants = constants;
        this.scratchPlanes = scratchPlanes;
    }

    /** Where a sub-term's values are. */
    private sealed interface Operand {
        /** A field at a neighbour. */
        record OfField(int field, Offset at) implements Operand {}

        /** A plane of values in between. */
        record OfScratch(int plane) implements Operand {}
    }

    /** Computes the values of scratch plane {@code target}. Equal instructions (but for the target) compute the same. */
    private sealed interface Operation {
        record OfLane(int value) implements Operation {}

        record OfNot(Operand operand) implements Operation {}

        record OfBinary(BinaryOperator operator, Operand left, Operand right) implements Operation {}

        record OfChoice(Operand condition, Operand whenTrue, Operand whenFalse) implements Operation {}
    }

    private record Instruction(Operation operation, int target) {}

    /**
     * A stretch of pixels and the planes it is computed from.
     *
     * @param start the first pixel
     * @param length the number of pixels
     * @param stride pixels from one row to the next
     * @param lane the analog lane's plane
     * @param fields the fields' planes
     * @param scratch planes of at least {@code length} values for values in between
     */
    record Block(int start, int length, int stride, int[] lane, int[][] fields, int[][] scratch) {}

    /** The code of all fields' next values. */
    static TermCode of(ImmutableList<Field> fields, Map<String, Integer> positions) {
        Builder builder = new Builder(positions);
        ImmutableList<Operand> results =
                fields.stream().map(field -> builder.operand(field.next())).collect(ImmutableList.toImmutableList());
        return new TermCode(
                ImmutableList.copyOf(builder.instructions),
                results,
                ImmutableMap.copyOf(builder.constants),
                builder.scratchPlanes);
    }

    /** How many scratch planes {@link #run} needs. */
    int scratchPlanes() {
        return scratchPlanes;
    }

    /** Writes the constants into their scratch planes, where they stay. */
    void fillConstants(int[][] scratch) {
        constants.forEach((value, operand) -> {
            if (operand instanceof Operand.OfScratch plane) {
                Arrays.fill(scratch[plane.plane()], value);
            }
        });
    }

    /** Computes the next values of all fields at the block's pixels. */
    void run(Block block, int[][] next) {
        for (Instruction instruction : instructions) {
            int[] target = block.scratch[instruction.target];
            switch (instruction.operation) {
                case Operation.OfLane lane ->
                    PlaneOperations.equalsConstant(target, block.length, block.lane, block.start, lane.value);
                case Operation.OfNot not ->
                    PlaneOperations.not(target, block.length, plane(not.operand, block), shift(not.operand, block));
                case Operation.OfBinary binary ->
                    PlaneOperations.apply(
                            binary.operator,
                            target,
                            block.length,
                            plane(binary.left, block),
                            shift(binary.left, block),
                            plane(binary.right, block),
                            shift(binary.right, block));
                case Operation.OfChoice choice ->
                    PlaneOperations.choose(
                            target,
                            block.length,
                            plane(choice.condition, block),
                            shift(choice.condition, block),
                            plane(choice.whenTrue, block),
                            shift(choice.whenTrue, block),
                            plane(choice.whenFalse, block),
                            shift(choice.whenFalse, block));
            }
        }
        for (int field = 0; field < next.length; field++) {
            Operand result = results.get(field);
            System.arraycopy(plane(result, block), shift(result, block), next[field], block.start, block.length);
        }
    }

    private static int[] plane(Operand operand, Block block) {
        return switch (operand) {
            case Operand.OfField field -> block.fields[field.field];
            case Operand.OfScratch scratch -> block.scratch[scratch.plane];
        };
    }

    /** Where in the operand's plane the value for the block's first pixel is. */
    private static int shift(Operand operand, Block block) {
        return switch (operand) {
            case Operand.OfField field -> block.start + field.at.row() * block.stride + field.at.column();
            case Operand.OfScratch scratch -> 0;
        };
    }

    /** Gives each distinct sub-term one instruction. */
    private static final class Builder {
        private final Map<String, Integer> positions;
        private final Map<Operation, Operand> computed = new HashMap<>();
        private final Map<Integer, Operand> constants = new HashMap<>();
        // Terms share parts: without this, one that was built by doubling would take exponential time.
        private final Map<Term, Operand> seen = new IdentityHashMap<>();
        private final List<Instruction> instructions = new ArrayList<>();
        private int scratchPlanes;

        Builder(Map<String, Integer> positions) {
            this.positions = positions;
        }

        Operand operand(Term term) {
            Operand known = seen.get(term);
            if (known != null) {
                return known;
            }
            Operand operand = switch (term) {
                case Term.Constant constant -> constants.computeIfAbsent(constant.value(), value -> newPlane());
                case Term.Read read -> {
                    Integer field = positions.get(read.name());
                    checkArgument(field != null, "no field %s", read.name());
                    yield new Operand.OfField(field, read.at());
                }
                case Term.Lane lane -> computed(new Operation.OfLane(lane.value()));
                case Term.Not not -> computed(new Operation.OfNot(operand(not.operand())));
                case Term.Binary binary ->
                    computed(
                            new Operation.OfBinary(binary.operator(), operand(binary.left()), operand(binary.right())));
                case Term.Choice choice ->
                    computed(new Operation.OfChoice(
                            operand(choice.condition()), operand(choice.whenTrue()), operand(choice.whenFalse())));
            };
            seen.put(term, operand);
            return operand;
        }

        private Operand computed(Operation operation) {
            return computed.computeIfAbsent(operation, missing -> {
                Operand.OfScratch plane = newPlane();
                instructions.add(new Instruction(missing, plane.plane()));
                return plane;
            });
        }

        private Operand.OfScratch newPlane() {
            return new Operand.OfScratch(scratchPlanes++);
        }
    }
}
