package dev.pupil.compiler.sequence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.pass.Slot;
import dev.pupil.compiler.sequence.Equipment.Lanes;
import dev.pupil.compiler.sequence.Equipment.Travelling;
import dev.pupil.compiler.sequence.Equipment.Turned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives what waves take along fields to live in; a pixel has to do with one wave at a time, so that waves share them. */
final class LaneStores {
    private final List<Storage> given = new ArrayList<>();
    private final List<Storage> carries = new ArrayList<>();
    private final Map<Storage, Travelling> travelling = new LinkedHashMap<>();
    private final Map<Storage, Turned> turned = new LinkedHashMap<>();
    private final Set<Storage> inUse = new HashSet<>();

    /** Comes to another wave. */
    void beginWave() {
        inUse.clear();
    }

    /** A lane for a value that the wave brings along. */
    Storage given(Slot slot) {
        return lane(given, SequenceNames.GIVEN, "what a wave was started with", slot);
    }

    /** A lane for a value that runs along a row. */
    Storage carry(Slot slot) {
        return lane(carries, SequenceNames.CARRY, "what a wave takes along a row", slot);
    }

    private Storage lane(List<Storage> lanes, String prefix, String meaning, Slot slot) {
        Storage lane = lanes.stream()
                .filter(other -> !inUse.contains(other)
                        && other.low() == slot.low()
                        && other.high() == slot.high()
                        && other.initial() == slot.initial())
                .findFirst()
                .orElseGet(() -> {
                    String name = prefix + (lanes.size() + 1);
                    Storage made =
                            new Storage(name, meaning, slot.low(), slot.high(), slot.initial(), false, slot.origin());
                    lanes.add(made);
                    return made;
                });
        inUse.add(lane);
        return lane;
    }

    /** The lane for a vector's elements. */
    Travelling travelling(Storage vector) {
        return travelling.computeIfAbsent(
                vector,
                key -> new Travelling(
                        SequenceNames.TRAVELLING + key.field().substring(SequenceNames.CELL.length()), key));
    }

    /** The lanes for a vector's elements along the rows with their numbers. */
    Turned turned(Storage vector) {
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
