package dev.pupil.compiler.automaton;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Sizes;
import java.util.stream.Collectors;

/**
 * A size as a function of d and m: the largest of some affine expressions. Its text, such as {@code max(m + 1, d + 1)},
 * is what weight files hold.
 *
 * @param alternatives at least one
 */
public record SizeExpression(ImmutableList<Linear> alternatives) {

    /** {@code features}·d + {@code examples}·m + {@code constant}. */
    public record Linear(int features, int examples, int constant) {
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            if (features == examples && features > 1) {
                text.append(features).append("*(m + d)");
            } else {
                append(text, examples, "m");
                append(text, features, "d");
            }
            if (constant != 0 || text.isEmpty()) {
                text.append(text.isEmpty() ? "" : constant < 0 ? " - " : " + ")
                        .append(text.isEmpty() ? constant : Math.abs(constant));
            }
            return text.toString();
        }

        private static void append(StringBuilder text, int coefficient, String name) {
            if (coefficient != 0) {
                checkArgument(coefficient > 0, "sizes grow with d and m");
                text.append(text.isEmpty() ? "" : " + ")
                        .append(coefficient == 1 ? "" : coefficient + "*")
                        .append(name);
            }
        }
    }

    public SizeExpression {
        checkArgument(!alternatives.isEmpty(), "a size has a value");
    }

    /** One affine expression. */
    public static SizeExpression of(int features, int examples, int constant) {
        return new SizeExpression(ImmutableList.of(new Linear(features, examples, constant)));
    }

    /** The value at the given sizes. */
    public long at(Sizes sizes) {
        return alternatives.stream()
                .mapToLong(linear -> (long) linear.features * sizes.features()
                        + (long) linear.examples * sizes.examples()
                        + linear.constant)
                .max()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return alternatives.size() == 1
                ? alternatives.getFirst().toString()
                : alternatives.stream().map(Linear::toString).collect(Collectors.joining(", ", "max(", ")"));
    }
}
