package dev.pupil.compiler.check;

import dev.pupil.compiler.program.Polynomial;
import dev.pupil.compiler.program.Program;

/**
 * Writes polynomials with the names that the program gives its sizes.
 *
 * @param features the name of the number of features
 * @param examples the name of the number of examples, or what to call it if it has none
 */
record SizeNames(String features, String examples) {
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
}
