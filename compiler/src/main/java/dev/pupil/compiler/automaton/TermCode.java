package dev.pupil.compiler.automaton;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
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
 * The next values of all fields as one sequence of instructions. Each instruction computes one distinct sub-term, for a
 * whole block of pixels, into a scratch plane of its own.
 */
final class TermCode {
    private final ImmutableList<Instruction> instructions;
    private final ImmutableIntArray results;
    private final ImmutableMap<Integer, Integer> constants;
    private final int scratchPlanes;

    private TermCode(Builder builder, ImmutableIntArray results) {
        this.instructions = ImmutableList.copyOf(builder.instructions);
        this.results = results;
        this.constants = ImmutableMap.copyOf(builder.constants);
        this.scratchPlanes = builder.scratchPlanes;
    }

    /** How a sub-term is computed from scratch planes, which are known by their numbers. */
    private sealed interface Operation {
        record OfRead(int field, Offset at) implements Operation {}

        record OfLane(int value) implements Operation {}

        record OfNot(int operand) implements Operation {}

        record OfBinary(BinaryOperator operator, int left, int right) implements Operation {}

        record OfChoice(int condition, int whenTrue, int whenFalse) implements Operation {}
    }

    private record Instruction(Operation operation, int target) {}

    /** A stretch of pixels and the planes it is computed from. */
    static final class Block {
        private final int start;
        private final int length;
        private final int stride;
        private final int[] lane;
        private final int[][] fields;
        private final int[][] scratch;

        /**
         * A block.
         *
         * @param start the first pixel
         * @param length the number of pixels
         * @param stride pixels from one row to the next
         * @param lane the analog lane's plane
         * @param fields the fields' planes
         * @param scratch planes of at least {@code length} values for values in between
         */
        Block(int start, int length, int stride, int[] lane, int[][] fields, int[][] scratch) {
            this.start = start;
            this.length = length;
            this.stride = stride;
            this.lane = lane;
            this.fields = fields;
            this.scratch = scratch;
        }
    }

    /** The code of all fields' next values. */
    static TermCode of(ImmutableList<Field> fields, Map<String, Integer> positions) {
        Builder builder = new Builder(positions);
        ImmutableIntArray.Builder results = ImmutableIntArray.builder();
        for (Field field : fields) {
            results.add(builder.plane(field.next()));
        }
        return new TermCode(builder, results.build());
    }

    /** How many scratch planes {@link #run} needs. */
    int scratchPlanes() {
        return scratchPlanes;
    }

    /** Writes the constants into their scratch planes, where they stay. */
    void fillConstants(int[][] scratch) {
        constants.forEach((value, plane) -> Arrays.fill(scratch[plane], value));
    }

    /** Computes the next values of all fields at the block's pixels. */
    void run(Block block, int[][] next) {
        for (Instruction instruction : instructions) {
            run(instruction.operation, block, block.scratch[instruction.target]);
        }
        for (int field = 0; field < next.length; field++) {
            System.arraycopy(block.scratch[results.get(field)], 0, next[field], block.start, block.length);
        }
    }

    private static void run(Operation operation, Block block, int[] target) {
        int[][] scratch = block.scratch;
        int length = block.length;
        switch (operation) {
            case Operation.OfRead read -> {
                int neighbour = block.start + read.at.row() * block.stride + read.at.column();
                System.arraycopy(block.fields[read.field], neighbour, target, 0, length);
            }
            case Operation.OfLane lane -> PlaneOperations.equalTo(lane.value, block.lane, block.start, target, length);
            case Operation.OfNot not -> PlaneOperations.not(scratch[not.operand], target, length);
            case Operation.OfBinary binary ->
                PlaneOperations.apply(binary.operator, scratch[binary.left], scratch[binary.right], target, length);
            case Operation.OfChoice choice ->
                PlaneOperations.choose(
                        scratch[choice.condition], scratch[choice.whenTrue], scratch[choice.whenFalse], target, length);
        }
    }

    /** Gives each distinct sub-term one instruction. */
    private static final class Builder {
        private final Map<String, Integer> positions;
        private final Map<Operation, Integer> computed = new HashMap<>();
        private final Map<Integer, Integer> constants = new HashMap<>();
        // Terms share parts: without this, one that was built by doubling would take exponential time.
        private final IdentityHashMap<Term, Integer> seen = new IdentityHashMap<>();
        private final List<Instruction> instructions = new ArrayList<>();
        private int scratchPlanes;

        Builder(Map<String, Integer> positions) {
            this.positions = positions;
        }

        /** The plane that holds a term's values. */
        int plane(Term term) {
            Integer known = seen.get(term);
            if (known != null) {
                return known;
            }
            int plane = switch (term) {
                case Term.Constant constant -> constants.computeIfAbsent(constant.value(), value -> scratchPlanes++);
                case Term.Read read -> computed(new Operation.OfRead(position(read.name()), read.at()));
                case Term.Lane lane -> computed(new Operation.OfLane(lane.value()));
                case Term.Not not -> computed(new Operation.OfNot(plane(not.operand())));
                case Term.Binary binary ->
                    computed(new Operation.OfBinary(binary.operator(), plane(binary.left()), plane(binary.right())));
                case Term.Choice choice ->
                    computed(new Operation.OfChoice(
                            plane(choice.condition()), plane(choice.whenTrue()), plane(choice.whenFalse())));
            };
            seen.put(term, plane);
            return plane;
        }

        private int position(String field) {
            Integer position = positions.get(field);
            checkArgument(position != null, "no field %s", field);
            return position;
        }

        private int computed(Operation operation) {
            return computed.computeIfAbsent(operation, missing -> {
                instructions.add(new Instruction(missing, scratchPlanes));
                return scratchPlanes++;
            });
        }
    }
}
