package dev.pupil.compiler.circuit.symbolic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which channel holds which bit of which field.
 *
 * @param encodings how each field is written in bits, by name
 * @param places where each bit is, in the order of the automaton's fields
 */
public record Layout(ImmutableMap<String, Encoding> encodings, ImmutableMap<Bit, Place> places) {

    /**
     * A bit of a field's code.
     *
     * @param number 0 is the lowest
     */
    public record Bit(String field, int number) {}

    /**
     * Where a bit is.
     *
     * @param channel the channel that holds it
     * @param guard when; at other times the bit is 0, whatever the channel holds. Always if empty
     */
    public record Place(String channel, Optional<Guard> guard) {}

    /** The time when {@code channel}, of the same pixel, has the value {@code value}. */
    public record Guard(String channel, boolean value) {
        /** As it is written in files. */
        @Override
        public String toString() {
            return (value ? "" : "!") + channel;
        }
    }

    /** Every bit in a channel of its own. */
    public static Layout separate(Automaton automaton, ImmutableMap<String, Encoding> encodings) {
        ImmutableMap.Builder<Bit, Place> places = ImmutableMap.builder();
        for (Field field : automaton.fields()) {
            int bits = of(encodings, field.name()).bits();
            for (int number = 0; number < bits; number++) {
                String channel = bits == 1 ? field.name() : field.name() + "." + number;
                places.put(new Bit(field.name(), number), new Place(channel, Optional.empty()));
            }
        }
        return new Layout(encodings, places.buildOrThrow());
    }

    /** Every bit in a channel of its own, values written as {@link Encoding#flipped}. */
    public static Layout separate(Automaton automaton) {
        return separate(
                automaton,
                automaton.fields().stream().collect(ImmutableMap.toImmutableMap(Field::name, Encoding::flipped)));
    }

    /**
     * The layout in which two bits share a channel.
     *
     * @param early is 0 wherever {@code guard} is 1
     * @param late is 0 wherever {@code guard} is 0
     * @param guard a bit with a channel of its own
     */
    public Layout share(Bit early, Bit late, Bit guard) {
        checkArgument(alone(early) && alone(late) && alone(guard), "a channel is shared already");
        String name = place(early).channel() + "|" + place(late).channel();
        String time = place(guard).channel();
        Map<Bit, Place> shared = new LinkedHashMap<>(places);
        shared.put(early, new Place(name, Optional.of(new Guard(time, false))));
        shared.put(late, new Place(name, Optional.of(new Guard(time, true))));
        return new Layout(encodings, ImmutableMap.copyOf(shared));
    }

    private boolean alone(Bit bit) {
        return place(bit).guard().isEmpty();
    }

    /** Where a bit is. */
    public Place place(Bit bit) {
        return of(places, bit);
    }

    /** How the field called {@code name} is written. */
    public Encoding encoding(String name) {
        return of(encodings, name);
    }

    /** The bits that each channel holds. */
    public ImmutableListMultimap<String, Bit> channels() {
        ImmutableListMultimap.Builder<String, Bit> channels = ImmutableListMultimap.builder();
        places.forEach((bit, place) -> channels.put(place.channel(), bit));
        return channels.build();
    }

    private static <K, V> V of(ImmutableMap<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return value;
    }
}
