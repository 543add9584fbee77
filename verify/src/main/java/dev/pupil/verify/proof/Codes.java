package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a weight file says that channels hold the fields of its program: the map Enc of the {@linkplain
 * dev.pupil.verify.proof proof}.
 */
final class Codes {
    private final Automaton automaton;
    private final ImmutableMap<String, Encoding> encodings;
    private final ImmutableList<Channel> channels;
    private final ImmutableList<ImmutableList<Share>> shares;
    private final boolean hasWorkspace;

    /**
     * What a channel holds at some times.
     *
     * @param when the literal of the channel that says when, 1 more than its number, negative if it has to be 0; 0 if it
     *     always does
     */
    record Share(String field, int bit, int when) {}

    private Codes(Automaton automaton, Filter filter, ImmutableList<ImmutableList<Share>> shares) {
        this.automaton = automaton;
        this.encodings = filter.legend().encodings();
        this.channels = filter.channels();
        this.shares = shares;
        this.hasWorkspace = hasWorkspace(filter.geometry()) || !automaton.learns();
    }

    /** Whether images can have pixels outside the main grid, where the lane is 2. What is not learned can be 2 anywhere. */
    private static boolean hasWorkspace(Geometry geometry) {
        return !geometry.rows().equals(SizeExpression.of(0, 1, 1))
                || !geometry.columns().equals(SizeExpression.of(1, 0, 1));
    }

    /**
     * Reads a file's legend.
     *
     * @throws RefutedException if it does not tell how every field of the automaton is written in channels that start at
     *     0 where the field starts at rest
     */
    static Codes of(Automaton automaton, Filter filter) throws RefutedException {
        for (Field field : automaton.fields()) {
            requireCode(field, filter.legend().encodings().get(field.name()));
        }
        ImmutableList.Builder<ImmutableList<Share>> shares = ImmutableList.builder();
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            shares.add(channel == 0 ? ImmutableList.of() : shares(automaton, filter, channel));
        }
        Codes codes = new Codes(automaton, filter, shares.build());
        for (Field field : automaton.fields()) {
            for (int bit = 0; bit < codes.encoding(field.name()).bits(); bit++) {
                codes.requireHeld(field.name(), bit);
            }
        }
        return codes;
    }

    private static void requireCode(Field field, @Nullable Encoding encoding) throws RefutedException {
        if (encoding == null) {
            throw new RefutedException(
                    "the file does not say how the program's field '%s' is written in bits".formatted(field.name()));
        }
        List<Integer> range =
                IntStream.rangeClosed(field.low(), field.high()).boxed().toList();
        if (!List.copyOf(encoding.codes().keySet()).equals(range)) {
            throw new RefutedException("the file has codes for %s of field '%s', whose values in the program are %s..%s"
                    .formatted(encoding.codes().keySet(), field.name(), field.low(), field.high()));
        }
        if (new HashSet<>(encoding.codes().values()).size() != range.size()
                || encoding.codes().values().stream().anyMatch(code -> code < 0 || code >> encoding.bits() != 0)) {
            throw new RefutedException("the codes %s of field '%s' are not different numbers of %s bits"
                    .formatted(encoding.codes().values(), field.name(), encoding.bits()));
        }
        if (encoding.code(field.rest()) != 0) {
            throw new RefutedException(
                    "field '%s' rests at %s, whose code in the file is %s: padding and the first image are 0"
                            .formatted(field.name(), field.rest(), encoding.code(field.rest())));
        }
    }

    private static ImmutableList<Share> shares(Automaton automaton, Filter filter, int channel)
            throws RefutedException {
        Channel holder = filter.channels().get(channel);
        List<Share> shares = new ArrayList<>();
        for (Role role : holder.roles()) {
            Encoding encoding = filter.legend().encodings().get(role.field());
            boolean exists =
                    automaton.fields().stream().anyMatch(field -> field.name().equals(role.field()));
            if (!exists || encoding == null || role.bit() >= encoding.bits()) {
                throw new RefutedException(
                        "channel '%s' holds bit %s of '%s', which is no field of the program with so many bits"
                                .formatted(holder.name(), role.bit(), role.field()));
            }
            shares.add(new Share(role.field(), role.bit(), when(filter, holder, role)));
        }
        return ImmutableList.copyOf(shares);
    }

    private static int when(Filter filter, Channel holder, Role role) throws RefutedException {
        if (role.when().isEmpty()) {
            return 0;
        }
        boolean isNegated = role.when().startsWith("!");
        String name = isNegated ? role.when().substring(1) : role.when();
        for (int channel = 1; channel < filter.channels().size(); channel++) {
            Channel condition = filter.channels().get(channel);
            if (condition.name().equals(name)
                    && condition.roles().stream().allMatch(other -> other.when().isEmpty())) {
                return isNegated ? -channel - 1 : channel + 1;
            }
        }
        throw new RefutedException("channel '%s' holds '%s' when '%s', which is no channel that always holds the same"
                .formatted(holder.name(), role.field(), role.when()));
    }

    private void requireHeld(String field, int bit) throws RefutedException {
        boolean isHeld =
                shares.stream().flatMap(List::stream).anyMatch(share -> share.field.equals(field) && share.bit == bit);
        if (!isHeld) {
            throw new RefutedException("no channel holds bit %s of the program's field '%s'".formatted(bit, field));
        }
    }

    Automaton automaton() {
        return automaton;
    }

    boolean hasWorkspace() {
        return hasWorkspace;
    }

    /** How the field, one of the automaton's, is written in bits. */
    Encoding encoding(String field) {
        Encoding encoding = encodings.get(field);
        if (encoding == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return encoding;
    }

    /** How many channels there are; number 0 is the lane. */
    int channels() {
        return channels.size();
    }

    /** A channel's name. */
    String name(int channel) {
        return channels.get(channel).name();
    }

    /** The field bits that a channel, not the lane, holds. */
    ImmutableList<Share> shares(int channel) {
        return shares.get(channel);
    }

    /** What a channel, not the lane, holds at a pixel: 1 if one of the bits that it holds at that time is. */
    int channel(Formulas formulas, State state, int channel, int row, int column) {
        return formulas.or(shares.get(channel).stream()
                .map(share -> shown(formulas, state, share, row, column))
                .toList());
    }

    /** Whether a field's bit is 1 and it is the time when the channel holds it. */
    int shown(Formulas formulas, State state, Share share, int row, int column) {
        return formulas.and(state.bit(share.field, share.bit, row, column), time(formulas, state, share, row, column));
    }

    /** Whether it is the time when the channel holds the field's bit. */
    int time(Formulas formulas, State state, Share share, int row, int column) {
        if (share.when == 0) {
            return Formulas.TRUE;
        }
        int condition = channel(formulas, state, Math.abs(share.when) - 1, row, column);
        return share.when > 0 ? condition : -condition;
    }
}
