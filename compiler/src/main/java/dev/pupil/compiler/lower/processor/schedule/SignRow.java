package dev.pupil.compiler.lower.processor.schedule;

import dev.pupil.compiler.program.size.Magnitude;
import dev.pupil.compiler.program.size.SizeExpression;

/**
 * The row in which signs are read: below the binary digits of n, which is 1, or d + 1, m + 1 or m + d + 1, and some more.
 *
 * @param ofFeatures whether d is in n
 * @param ofExamples whether m is in n
 * @param more how many rows more
 */
record SignRow(boolean ofFeatures, boolean ofExamples, int more) {
    /** The nearest row for values of at most the given size, which must be affine. */
    static SignRow of(Magnitude largest) {
        long coefficient = Math.max(largest.constant(), Math.max(largest.features(), largest.examples()));
        int more = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, coefficient) - 1);
        return new SignRow(largest.features() > 0, largest.examples() > 0, more);
    }

    /** The row's number: values are at most 2^{@code more}·n, which is less than 2 to the power of this. */
    SizeExpression row() {
        SizeExpression digits = ofFeatures || ofExamples
                ? SizeExpression.bits(SizeExpression.of(ofFeatures ? 1 : 0, ofExamples ? 1 : 0, 1))
                : SizeExpression.constant(1);
        return digits.plus(SizeExpression.constant(more));
    }
}
