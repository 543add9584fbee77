package dev.pupil.runtime.automaton;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The next values of all fields as one sequence of instructions. Each instruction computes one distinct sub-term, for a
 * whole batch of neighbourhoods, into a scratch plane of its own.
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

    /** Neighbourhoods that are computed together, and the results. */
    static final class Batch {
        private final PixelStates states;
        private final int[][] neighbours;
        private final int[] indices;
        private final int[] numbers;
        private final int[][] scratch;
        private final ImmutableIntArray results;
        private int size;

        /**
         * An empty batch.
         *
         * @param code what it is for
         * @param states the states that neighbourhoods are made of
         * @param capacity how many neighbourhoods it has room for
         */
        Batch(TermCode code, PixelStates states, int capacity) {
            this.states = states;
            this.neighbours = new int[PixelStates.NEIGHBOURS][capacity];
            this.indices = new int[capacity];
            this.numbers = new int[capacity];
            this.scratch = new int[code.scratchPlanes][capacity];
            this.results = code.results;
            code.constants.forEach((value, plane) -> Arrays.fill(scratch[plane], value));
        }

        void clear() {
            size = 0;
        }

        /**
         * Adds a neighbourhood.
         *
         * @param index where its result belongs
         * @param number the number by which it is known
         * @param neighbourhood nine states in reading order
         */
        void add(int index, int number, int[] neighbourhood) {
            indices[size] = index;
            numbers[size] = number;
            for (int i = 0; i < PixelStates.NEIGHBOURS; i++) {
                neighbours[i][size] = neighbourhood[i];
            }
            size++;
        }

        int size() {
            return size;
        }

        int index(int position) {
            return indices[position];
        }

        int number(int position) {
            return numbers[position];
        }

        /** The analog lane's value at the pixel itself. */
        int lane(int position) {
            return states.lane(neighbours[PixelStates.CENTER][position]);
        }

        /** A field's next value, once the code has run. */
        int result(int field, int position) {
            return scratch[results.get(field)][position];
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

    /** The fields that are read at a neighbour, in order. */
    ImmutableIntArray readAt(int neighbour) {
        return ImmutableIntArray.copyOf(instructions.stream()
                .filter(instruction -> instruction.operation instanceof Operation.OfRead read
                        && PixelStates.neighbour(read.at) == neighbour)
                .mapToInt(instruction -> ((Operation.OfRead) instruction.operation).field)
                .sorted()
                .distinct());
    }

    /** Computes the next values of all fields for the neighbourhoods in {@code batch}. */
    void run(Batch batch) {
        for (Instruction instruction : instructions) {
            run(instruction.operation, batch, batch.scratch[instruction.target]);
        }
    }

    private static void run(Operation operation, Batch batch, int[] target) {
        int[][] scratch = batch.scratch;
        int length = batch.size;
        switch (operation) {
            case Operation.OfRead read -> {
                int[] neighbour = batch.neighbours[PixelStates.neighbour(read.at)];
                for (int i = 0; i < length; i++) {
                    target[i] = batch.states.value(neighbour[i], read.field);
                }
            }
            case Operation.OfLane lane -> {
                int[] center = batch.neighbours[PixelStates.CENTER];
                for (int i = 0; i < length; i++) {
                    target[i] = batch.states.lane(center[i]) == lane.value ? 1 : 0;
                }
            }
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
