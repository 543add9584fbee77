package dev.pupil.compiler.lower.processor.schedule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile.Buffer;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives variables, and values in between, fields to live in. */
final class RegisterAllocation {
    private final Set<String> names = new HashSet<>();
    private final Map<Variable, Register> homes = new HashMap<>();
    private final List<Register> registers = new ArrayList<>();
    private final List<Register> vectors = new ArrayList<>();
    private final List<Register> matrices = new ArrayList<>();
    private final List<Register> numbers = new ArrayList<>();
    private final List<Register> numberVectors = new ArrayList<>();
    private final Map<Register, Buffer> buffers = new LinkedHashMap<>();
    private final List<String> columnMarkers = new ArrayList<>();
    private final List<String> rowMarkers = new ArrayList<>();
    private final List<Register> freeRegisters = new ArrayList<>();
    private final List<Register> freeNumbers = new ArrayList<>();
    private final List<Register> ofFormerRoutine = new ArrayList<>();
    private final LaneRegisters lanes = new LaneRegisters();
    private final Register example;

    RegisterAllocation(Variable learned, Variable query) {
        this.example = new Register(
                name(SequenceNames.CELL, learned.name()),
                "the example's bit",
                0,
                1,
                0,
                true,
                new Origin("learn", Optional.of(learned.declared())));
        homes.put(learned, example);
        homes.put(query, example);
    }

    private String name(String prefix, String name) {
        String full = prefix + name;
        for (int i = 2; !names.add(full); i++) {
            full = prefix + name + "_" + i;
        }
        return full;
    }

    /** From now on what belonged to a routine may be used by another one. */
    void beginRoutine() {
        ofFormerRoutine.clear();
        homes.forEach((variable, register) -> {
            if (variable.kind() == Variable.Kind.LOCAL && !variable.isArray() && !ofFormerRoutine.contains(register)) {
                ofFormerRoutine.add(register);
            }
        });
    }

    /** Where a variable lives; it gets a home when it is first asked for. */
    Register home(Variable variable) {
        Register known = homes.get(variable);
        if (known != null) {
            return known;
        }
        Register made = make(variable);
        homes.put(variable, made);
        return made;
    }

    private Register make(Variable variable) {
        boolean isLasting = variable.kind() == Variable.Kind.MEMORY;
        boolean isWide = !variable.type().isFinite();
        Type type = isWide ? Type.BIT : variable.type();
        // A local that gets its value where it is declared may start with one that its type does not have.
        int initial = isWide ? 0 : Math.clamp(variable.initial(), type.low(), type.high());
        if (!isLasting && !variable.isArray()) {
            Optional<Register> free = ofFormerRoutine.stream()
                    .filter(other -> other.low() == type.low()
                            && other.high() == type.high()
                            && other.initial() == initial
                            && !other.lasting()
                            && numbers.contains(other) == isWide)
                    .findFirst();
            if (free.isPresent()) {
                ofFormerRoutine.remove(free.get());
                return free.get();
            }
        }
        String prefix =
                isWide ? SequenceNames.NUMBER : variable.isArray() ? SequenceNames.CELL : SequenceNames.REGISTER;
        Register register = new Register(
                name(prefix, variable.name()),
                (isLasting ? "memory " : "variable ") + variable.name(),
                type.low(),
                type.high(),
                initial,
                isLasting,
                new Origin(isLasting ? "memory" : "local", Optional.of(variable.declared())));
        list(variable, isWide).add(register);
        return register;
    }

    private List<Register> list(Variable variable, boolean isWide) {
        if (isWide) {
            return variable.isArray() ? numberVectors : numbers;
        }
        return switch (variable.dimensions().size()) {
            case 0 -> registers;
            case 1 -> vectors;
            default -> matrices;
        };
    }

    /** A register for a value in between; its value at first is unknown. */
    Register register(String purpose, int low, int high) {
        Optional<Register> free = freeRegisters.stream()
                .filter(register -> register.low() == low && register.high() == high)
                .findFirst();
        if (free.isPresent()) {
            freeRegisters.remove(free.get());
            return free.get();
        }
        return lastingRegister(purpose, low, high);
    }

    /** A register that keeps its value: nothing else ever uses it. */
    Register lastingRegister(String purpose, int low, int high) {
        int initial = Math.clamp(0, low, high);
        Register made = new Register(
                name(SequenceNames.REGISTER, "of_" + purpose), purpose, low, high, initial, true, SequenceNames.ORIGIN);
        registers.add(made);
        return made;
    }

    /** Gives a register back that was for a value in between. */
    void release(Register register) {
        freeRegisters.add(register);
    }

    /** A wide integer for a value in between. */
    Register number(String purpose) {
        if (!freeNumbers.isEmpty()) {
            return freeNumbers.removeLast();
        }
        return lastingNumber(purpose);
    }

    /** A wide integer that keeps its value: nothing else ever uses it. */
    Register lastingNumber(String purpose) {
        Register made =
                new Register(name(SequenceNames.NUMBER, "of_" + purpose), purpose, 0, 1, 0, true, SequenceNames.ORIGIN);
        numbers.add(made);
        return made;
    }

    void releaseNumber(Register number) {
        freeNumbers.add(number);
    }

    /** The copy of a matrix's row. */
    Buffer buffer(Register matrix) {
        return buffers.computeIfAbsent(
                matrix,
                key -> new Buffer(SequenceNames.BUFFER + key.field().substring(SequenceNames.CELL.length()), key));
    }

    /** The lanes of waves. */
    LaneRegisters lanes() {
        return lanes;
    }

    /** A new marker of a column. */
    String columnMarker(String purpose) {
        String marker = name(SequenceNames.COLUMN, purpose);
        columnMarkers.add(marker);
        return marker;
    }

    /** A new marker of a row. */
    String rowMarker(String purpose) {
        String marker = name(SequenceNames.ROW, purpose);
        rowMarkers.add(marker);
        return marker;
    }

    RegisterFile registerFile() {
        return new RegisterFile(
                registers.stream().collect(toImmutableList()),
                example,
                ImmutableList.copyOf(vectors),
                ImmutableList.copyOf(matrices),
                ImmutableList.copyOf(buffers.values()),
                ImmutableList.copyOf(numbers),
                ImmutableList.copyOf(numberVectors),
                ImmutableList.copyOf(columnMarkers),
                ImmutableList.copyOf(rowMarkers),
                lanes.lanes());
    }
}
