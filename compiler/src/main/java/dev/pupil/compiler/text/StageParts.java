package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the texts of several stages share. */
final class StageParts {
    private StageParts() {}

    /** The image's size and the number of steps: {@code image: m + 1 rows, d + 1 columns, 3*(m + d) + 5 steps}. */
    static String text(Geometry geometry) {
        return "image: %s rows, %s columns, %s steps".formatted(geometry.rows(), geometry.columns(), geometry.steps());
    }

    /** An origin, such as {@code [prelude]} or {@code [learn 10:17-10:33]}. */
    static String text(Origin origin) {
        String span = origin.span()
                .map(where ->
                        " %s:%s-%s:%s".formatted(where.line(), where.column(), where.endLine(), where.endColumn()))
                .orElse("");
        return "[" + Quoting.name(origin.part()) + span + "]";
    }

    /** What holds at every pixel, at the end of a stage's text: one term a line. */
    static void printInvariants(List<Term> invariants, Output output) {
        TermPrinter terms = new TermPrinter(output);
        output.add(invariants.isEmpty() ? "" : "\n");
        for (Term invariant : invariants) {
            output.line(0).add("invariant ");
            terms.print(invariant, Precedence.CHOICE, 2);
        }
    }

    /** Channels with the field bits that they hold. */
    static void printChannels(List<Channel> channels, Output output) {
        for (Channel channel : channels) {
            output.line(0).add("channel ").add(Quoting.name(channel.name()));
            String separator = ":";
            for (Role role : channel.roles()) {
                output.add(separator);
                if (channel.roles().size() == 1) {
                    output.add(" ");
                } else {
                    output.line(2);
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
                        text(role.origin()));
    }

    /** How fields are written in bits: neighbouring fields with the same codes share a line. */
    static void printEncodings(Map<String, Encoding> encodings, Output output) {
        Optional<Encoding> previous = Optional.empty();
        for (Map.Entry<String, Encoding> entry : encodings.entrySet()) {
            Encoding encoding = entry.getValue();
            String name = Quoting.name(entry.getKey());
            if (previous.filter(encoding::equals).isPresent()) {
                output.add(",").wrap(name, 4);
            } else {
                previous.ifPresent(finished -> printCodes(finished, output));
                output.line(0).add("encoding ").add(name);
            }
            previous = Optional.of(encoding);
        }
        previous.ifPresent(finished -> printCodes(finished, output));
    }

    private static void printCodes(Encoding encoding, Output output) {
        output.add(":").wrap(encoding.bits() + (encoding.bits() == 1 ? " bit" : " bits"), 4);
        encoding.codes().forEach((value, code) -> output.add(",").wrap(value + " -> " + code, 4));
    }
}
