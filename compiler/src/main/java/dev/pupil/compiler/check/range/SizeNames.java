package dev.pupil.compiler.check.range;

import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Optional;

/**
 * Writes polynomials with the names that the program gives its sizes.
 *
 * @param features the name of the number of features
 * @param examples the name of the number of examples, or what to call it if it has none
 */
record SizeNames(String features, String examples) {
    private static final int LARGEST_EXAMPLE = 6;

    static SizeNames of(Program program) {
        return new SizeNames(
                program.featuresName(),
                program.examplesName().isEmpty() ? "(number of examples)" : program.examplesName());
    }

    /** For example {@code 2*d + m - 1}. */
    String text(Polynomial polynomial) {
        StringBuilder text = new StringBuilder();
        polynomial.coefficients().forEach((monomial, coefficient) -> {
            String sign = coefficient < 0 ? "-" : "+";
            String separated = text.isEmpty() ? (coefficient < 0 ? "-" : "") : " " + sign + " ";
            String powers = ("*" + features).repeat(monomial.features()) + ("*" + examples).repeat(monomial.examples());
            long size = Math.abs(coefficient);
            text.append(separated).append(powers.isEmpty() ? size : size == 1 ? powers.substring(1) : size + powers);
        });
        return text.isEmpty() ? "0" : text.toString();
    }

    /**
     * Small sizes at which an index is outside, in words, if there are any.
     *
     * @param excess how far outside it is
     * @param index its value
     * @param limit what it should not pass
     */
    Optional<String> example(Polynomial excess, Polynomial index, Polynomial limit) {
        boolean examplesMatter = excess.coefficients().keySet().stream().anyMatch(monomial -> monomial.examples() > 0);
        for (int d = 1; d <= LARGEST_EXAMPLE; d++) {
            for (int m = 1; m <= LARGEST_EXAMPLE; m++) {
                Sizes sizes = new Sizes(d, m);
                if (excess.at(sizes) > 0) {
                    String others = examplesMatter ? " and " + examples + " = " + m : "";
                    return Optional.of("with %s = %s%s they are %s and %s"
                            .formatted(features, d, others, index.at(sizes), limit.at(sizes)));
                }
            }
        }
        return Optional.empty();
    }
}
