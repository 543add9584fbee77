package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What channels hold: the first the lane, each other one a bit of a field, or one at a time of two; every bit of every
 * field is held once, and is labelled with the field's own meaning and origin.
 */
record RoleLabels() implements FilePart {
    @Override
    public Optional<Counterexample> fault(Subject subject) {
        return new Reader(subject.file().filter(), subject.automaton()).fault().map(Counterexample::of);
    }

    @Override
    public Evidence evidence(Subject subject) {
        return new Evidence(
                Strength.CHECKED,
                "the channels hold the lane, and every bit of every field once, with the field's meaning and origin",
                subject.file().filter().channels().stream()
                        .mapToLong(channel -> channel.roles().size())
                        .sum(),
                "roles");
    }

    private static final class Reader {
        private final ImmutableList<Channel> channels;
        private final Filter filter;
        private final ImmutableMap<String, Field> fields;
        private final Set<Layout.Bit> held = new HashSet<>();

        Reader(Filter filter, Automaton automaton) {
            this.filter = filter;
            this.channels = filter.channels();
            this.fields = automaton.fields().stream().collect(ImmutableMap.toImmutableMap(Field::name, field -> field));
        }

        Optional<String> fault() {
            if (!channels.getFirst().roles().equals(ImmutableList.of(Role.LANE))) {
                return Optional.of("channel %s is the first, but is not said to be the lane"
                        .formatted(channels.getFirst().name()));
            }
            for (Channel channel : channels.subList(1, channels.size())) {
                Optional<String> fault = fault(channel);
                if (fault.isPresent()) {
                    return fault.map(text -> "channel %s: %s".formatted(channel.name(), text));
                }
            }
            return missing();
        }

        private Optional<String> fault(Channel channel) {
            List<Role> roles = channel.roles();
            for (Role role : roles) {
                Optional<String> fault = fault(role);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            if (roles.isEmpty()) {
                return Optional.of("it is not said what it holds");
            }
            if (roles.size() > 1 && !takeTurns(roles)) {
                return Optional.of("it is said to hold several bits at the same time");
            }
            return Optional.empty();
        }

        private static boolean takeTurns(List<Role> roles) {
            String first = roles.get(0).when();
            String second = roles.get(1).when();
            return roles.size() == 2
                    && !first.isEmpty()
                    && !second.isEmpty()
                    && (first.equals("!" + second) || second.equals("!" + first));
        }

        private Optional<String> fault(Role role) {
            Field field = fields.get(role.field());
            if (field == null) {
                return Optional.of("the program has no field %s".formatted(role.field()));
            }
            if (!field.meaning().equals(role.meaning()) || !field.origin().equals(role.origin())) {
                return Optional.of("field %s is labelled with a meaning or an origin that the program does not give it"
                        .formatted(role.field()));
            }
            if (role.bit() >= bits(field)) {
                return Optional.of("the codes of field %s have no bit %s".formatted(role.field(), role.bit()));
            }
            if (!held.add(new Layout.Bit(role.field(), role.bit()))) {
                return Optional.of("bit %s of field %s is held twice".formatted(role.bit(), role.field()));
            }
            return isTime(role.when())
                    ? Optional.empty()
                    : Optional.of("it can't be told from '%s' when it holds a bit of field %s"
                            .formatted(role.when(), role.field()));
        }

        /** A bit is held always, or while another channel is 1, or while that is 0; what that one means does not change. */
        private boolean isTime(String when) {
            String name = when.startsWith("!") ? when.substring(1) : when;
            return when.isEmpty()
                    || channels.stream()
                            .skip(1)
                            .anyMatch(channel -> channel.name().equals(name)
                                    && channel.roles().size() == 1
                                    && channel.roles().getFirst().when().isEmpty());
        }

        private int bits(Field field) {
            Encoding encoding = filter.legend().encodings().get(field.name());
            return encoding == null ? 0 : encoding.bits();
        }

        private Optional<String> missing() {
            for (Field field : fields.values()) {
                for (int bit = 0; bit < bits(field); bit++) {
                    if (!held.contains(new Layout.Bit(field.name(), bit))) {
                        return Optional.of("no channel holds bit %s of field %s".formatted(bit, field.name()));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
