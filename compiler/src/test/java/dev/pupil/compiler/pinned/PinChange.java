package dev.pupil.compiler.pinned;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.program.size.SizeExpressionParser;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How what a program is compiled to differs from its pin.
 *
 * @param program the program's name
 * @param verdict whether it has become larger or smaller
 * @param details what differs, each as {@code units 123 -> 130 (+7)}
 */
record PinChange(String program, String verdict, ImmutableList<String> details) {
    /** Numbers of steps that depend on the sizes are compared here, where the features and the examples both tell. */
    private static final Sizes SOME_SIZES = new Sizes(16, 32);

    /** How {@code is} differs from {@code was}; empty if it doesn't. */
    static Optional<PinChange> between(Pin was, Pin is) {
        if (was.equals(is)) {
            return Optional.empty();
        }
        ImmutableList<Part> parts = differing(was, is);
        boolean grows = parts.stream().anyMatch(part -> part.growth().orElse(0) > 0);
        boolean shrinks = parts.stream().anyMatch(part -> part.growth().orElse(0) < 0);
        return Optional.of(new PinChange(
                is.program(),
                verdict(grows, shrinks),
                parts.stream().map(Part::toString).collect(toImmutableList())));
    }

    private static String verdict(boolean grows, boolean shrinks) {
        if (grows) {
            return shrinks ? "larger and smaller" : "larger";
        }
        return shrinks ? "smaller" : "same size";
    }

    private static ImmutableList<Part> differing(Pin was, Pin is) {
        return Sets.union(was.parts().keySet(), is.parts().keySet()).stream()
                .map(name -> new Part(
                        name,
                        Optional.ofNullable(was.parts().get(name)),
                        Optional.ofNullable(is.parts().get(name))))
                .filter(part -> !part.was().equals(part.is()))
                .collect(toImmutableList());
    }

    /** One line: {@code perceptron: larger: units 123 -> 130 (+7), other weights}. */
    @Override
    public String toString() {
        return program + ": " + verdict + ": " + String.join(", ", details);
    }

    /** A part of a pin that is not what it was, or is only in one of the two. */
    private record Part(String name, Optional<String> was, Optional<String> is) {

        /** By how much it has grown, if both are sizes. */
        OptionalLong growth() {
            Optional<SizeExpression> before = was.flatMap(SizeExpressionParser::parse);
            Optional<SizeExpression> after = is.flatMap(SizeExpressionParser::parse);
            return before.isPresent() && after.isPresent()
                    ? OptionalLong.of(after.get().at(SOME_SIZES) - before.get().at(SOME_SIZES))
                    : OptionalLong.empty();
        }

        private boolean isDigest() {
            return was.or(() -> is)
                    .filter(value -> value.matches("[0-9a-f]{64}"))
                    .isPresent();
        }

        @Override
        public String toString() {
            if (was.isPresent() && is.isPresent() && isDigest()) {
                return "other " + name;
            }
            String change = "%s %s -> %s".formatted(name, was.orElse("none"), is.orElse("none"));
            return growth().isPresent() ? "%s (%+d)".formatted(change, growth().getAsLong()) : change;
        }
    }
}
