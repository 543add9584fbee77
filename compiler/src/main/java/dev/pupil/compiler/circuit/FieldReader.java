package dev.pupil.compiler.circuit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/** Reads an automaton's fields from a pixel's channels, whichever engine has computed them. */
public final class FieldReader {
    private final ImmutableList<Channel> channels;
    private final ImmutableMap<String, Code> codes;

    /** Where a field's bits are, and what they mean. */
    private record Code(ImmutableList<Place> places, ImmutableMap<Integer, Integer> values) {}

    /**
     * Where a bit is, as far as its channel holds it.
     *
     * @param condition the channel that has to be {@code wanted}
     */
    private record Place(int channel, int bit, OptionalInt condition, int wanted) {}

    /**
     * A reader of fields.
     *
     * @param channels what a pixel holds
     * @param encodings how each field is written in their bits
     */
    public FieldReader(ImmutableList<Channel> channels, ImmutableMap<String, Encoding> encodings) {
        this.channels = channels;
        ImmutableMap.Builder<String, Code> builder = ImmutableMap.builder();
        encodings.forEach((field, encoding) -> builder.put(field, new Code(places(field), values(encoding))));
        this.codes = builder.buildOrThrow();
    }

    private static ImmutableMap<Integer, Integer> values(Encoding encoding) {
        return encoding.codes().entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private ImmutableList<Place> places(String field) {
        ImmutableList.Builder<Place> places = ImmutableList.builder();
        for (int channel = 0; channel < channels.size(); channel++) {
            for (Role role : channels.get(channel).roles()) {
                if (role.field().equals(field)) {
                    places.add(place(channel, role));
                }
            }
        }
        return places.build();
    }

    /** A role's condition is the name of a channel, or its negation. */
    private Place place(int channel, Role role) {
        if (role.when().isEmpty()) {
            return new Place(channel, role.bit(), OptionalInt.empty(), 0);
        }
        boolean negated = role.when().startsWith("!");
        int condition = number(negated ? role.when().substring(1) : role.when());
        return new Place(channel, role.bit(), OptionalInt.of(condition), negated ? 0 : 1);
    }

    private int number(String name) {
        for (int channel = 0; channel < channels.size(); channel++) {
            if (channels.get(channel).name().equals(name)) {
                return channel;
            }
        }
        throw new IllegalArgumentException("there is no channel " + name);
    }

    /**
     * The value of the field called {@code name} at a pixel.
     *
     * @param pixel the value of each of its channels
     * @throws IllegalArgumentException if there is no such field
     * @throws IllegalStateException if the channels hold no code of the field
     */
    public int value(String name, IntToDoubleFunction pixel) {
        Code code = codes.get(name);
        checkArgument(code != null, "there is no field %s", name);
        int bits = 0;
        for (Place place : code.places) {
            if (place.condition.isEmpty() || pixel.applyAsDouble(place.condition.getAsInt()) == place.wanted) {
                bits |= bit(place.channel, pixel) << place.bit;
            }
        }
        Integer value = code.values.get(bits);
        if (value == null) {
            throw new IllegalStateException("%s has no value with code %s".formatted(name, bits));
        }
        return value;
    }

    private int bit(int channel, IntToDoubleFunction pixel) {
        double bit = pixel.applyAsDouble(channel);
        if (bit != 0 && bit != 1) {
            throw new IllegalStateException(
                    "%s is %s".formatted(channels.get(channel).name(), bit));
        }
        return (int) bit;
    }
}
