package dev.pupil.compiler.lower.processor.schedule;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile.Lanes;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile.Travelling;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile.Turned;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.lower.sweep.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives what waves take along fields to live in; a pixel has to do with one wave at a time, so that waves share them. */
final class LaneRegisters {
    private final List<Register> given = new ArrayList<>();
    private final List<Register> carries = new ArrayList<>();
    private final Map<Register, Travelling> travelling = new LinkedHashMap<>();
    private final Map<Register, Turned> turned = new LinkedHashMap<>();
    private final Set<Register> inUse = new HashSet<>();

    /** Comes to another wave. */
    void beginWave() {
        inUse.clear();
    }

    /** A lane for a value that the wave brings along. */
    Register given(Slot slot) {
        return lane(given, SequenceNames.GIVEN, "what a wave was started with", slot);
    }

    /** A lane for a value that runs along a row. */
    Register carry(Slot slot) {
        return lane(carries, SequenceNames.CARRY, "what a wave takes along a row", slot);
    }

    private Register lane(List<Register> lanes, String prefix, String meaning, Slot slot) {
        Register lane = lanes.stream()
                .filter(other -> !inUse.contains(other)
                        && other.low() == slot.low()
                        && other.high() == slot.high()
                        && other.initial() == slot.initial())
                .findFirst()
                .orElseGet(() -> {
                    String name = prefix + (lanes.size() + 1);
                    Register made =
                            new Register(name, meaning, slot.low(), slot.high(), slot.initial(), false, slot.origin());
                    lanes.add(made);
                    return made;
                });
        inUse.add(lane);
        return lane;
    }

    /** The lane for a vector's elements. */
    Travelling travelling(Register vector) {
        return travelling.computeIfAbsent(
                vector,
                key -> new Travelling(
                        SequenceNames.TRAVELLING + key.field().substring(SequenceNames.CELL.length()), key));
    }

    /** The lanes for a vector's elements along the rows with their numbers. */
    Turned turned(Register vector) {
        return turned.computeIfAbsent(vector, key -> {
            String name = key.field().substring(SequenceNames.CELL.length());
            return new Turned(SequenceNames.TURNING + name, SequenceNames.OWN + name, key);
        });
    }

    Lanes lanes() {
        return new Lanes(
                ImmutableList.copyOf(given),
                travelling.values().stream().collect(toImmutableList()),
                turned.values().stream().collect(toImmutableList()),
                ImmutableList.copyOf(carries));
    }
}
