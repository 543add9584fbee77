package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.text.antlr.StagesParser.ChannelContext;
import dev.pupil.compiler.text.antlr.StagesParser.RoleContext;
import java.util.List;
import java.util.Optional;

/** Channels with the field bits that they hold. */
final class Channels {
    private static final int INDENT = 2;

    private Channels() {}

    static void print(List<Channel> channels, Output output) {
        for (Channel channel : channels) {
            output.line(0).add("channel ").add(Quoting.name(channel.name()));
            String separator = ":";
            for (Role role : channel.roles()) {
                output.add(separator);
                if (channel.roles().size() == 1) {
                    output.add(" ");
                } else {
                    output.line(INDENT);
                }
                output.add(text(role));
                separator = ",";
            }
        }
    }

    private static String text(Role role) {
        return "%s bit %s%s %s %s"
                .formatted(
                        Quoting.name(role.field()),
                        role.bit(),
                        role.when().isEmpty() ? "" : " when " + Quoting.string(role.when()),
                        Quoting.string(role.meaning()),
                        Origins.text(role.origin()));
    }

    static ImmutableList<Channel> read(List<ChannelContext> channels) {
        Fault.checkUnique(Lists.transform(channels, ChannelContext::name), "channels");
        return channels.stream()
                .map(channel -> new Channel(
                        Quoting.read(channel.name()),
                        channel.role().stream().map(Channels::read).collect(ImmutableList.toImmutableList())))
                .collect(ImmutableList.toImmutableList());
    }

    private static Role read(RoleContext role) {
        return new Role(
                Quoting.read(role.name()),
                Numbers.read(role.integer()),
                Optional.ofNullable(role.when).map(Quoting::read).orElse(""),
                Quoting.read(role.meaning),
                Origins.read(role.origin()));
    }
}
