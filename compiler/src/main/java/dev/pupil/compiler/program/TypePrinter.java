package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints types and affine expressions.
 *
 * @param featuresName what the program calls d
 * @param examplesName what the program calls m; empty if it does not name it
 */
record TypePrinter(String featuresName, String examplesName) {

    /** A type as declared; {@code int} where the bounds cannot be written as bounds and will be inferred again. */
    String type(Type type) {
        return switch (type) {
            case Type.Bit bit -> "bit";
            case Type.Ranged ranged ->
                "int " + ExpressionPrinter.number(ranged.low()) + ".." + ExpressionPrinter.number(ranged.high());
            case Type.Enumeration enumeration -> "enum { " + String.join(", ", enumeration.constants()) + " }";
            case Type.Wide wide -> {
                Optional<String> low = bound(wide.smallest());
                Optional<String> high = bound(wide.largest());
                yield low.isPresent() && high.isPresent()
                        ? "int " + notStartingWithName(low.get()) + ".." + high.get()
                        : "int";
            }
        };
    }

    /** A type's lower bound that starts with a name would read as a variable's name. */
    private static String notStartingWithName(String bound) {
        return Character.isLetter(bound.charAt(0)) || bound.charAt(0) == '_' ? "(" + bound + ")" : bound;
    }

    private Optional<String> bound(Polynomial polynomial) {
        int[] coefficients = new int[3];
        for (Map.Entry<Polynomial.Monomial, Long> term :
                polynomial.coefficients().entrySet()) {
            Polynomial.Monomial monomial = term.getKey();
            boolean writable = monomial.features() + monomial.examples() <= 1
                    && (monomial.examples() == 0 || !examplesName.isEmpty())
                    && Math.abs(term.getValue()) <= Integer.MAX_VALUE;
            if (!writable) {
                return Optional.empty();
            }
            coefficients[monomial.features() + 2 * monomial.examples()] = Math.toIntExact(term.getValue());
        }
        Affine affine = Affine.constant(coefficients[0])
                .plus(coefficients[1], Affine.ofFeatures())
                .plus(coefficients[2], Affine.ofExamples());
        return Optional.of(affine(affine, Names.reserving(ImmutableSet.of())));
    }

    /** An affine expression: positive terms first, then negative ones, the constant last of each. */
    String affine(Affine affine, Names names) {
        List<String> positive = new ArrayList<>();
        List<String> negative = new ArrayList<>();
        affine.loops().forEach((loop, coefficient) -> term(coefficient, names.of(loop), positive, negative));
        term(affine.features(), featuresName, positive, negative);
        term(affine.examples(), examplesName, positive, negative);
        term(affine.constant(), "", positive, negative);
        if (positive.isEmpty() && negative.isEmpty()) {
            return "0";
        }
        String start = positive.isEmpty() ? "-" + negative.removeFirst() : String.join(" + ", positive);
        return negative.isEmpty() ? start : start + " - " + String.join(" - ", negative);
    }

    private static void term(int coefficient, String name, List<String> positive, List<String> negative) {
        if (coefficient == Integer.MIN_VALUE) {
            term(-Integer.MAX_VALUE, name, positive, negative);
            term(-1, name, positive, negative);
        } else if (coefficient != 0) {
            int size = Math.abs(coefficient);
            String text = name.isEmpty() ? "" + size : size == 1 ? name : size + "*" + name;
            (coefficient > 0 ? positive : negative).add(text);
        }
    }
}
