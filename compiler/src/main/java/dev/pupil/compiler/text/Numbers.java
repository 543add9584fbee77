package dev.pupil.compiler.text;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;

/** Numbers in double precision. */
final class Numbers {
    private Numbers() {}

    /** The shortest decimal that reads back as exactly {@code value}, which must be finite. */
    static String text(double value) {
        checkArgument(Double.isFinite(value), "%s has no text", value);
        String sign = isNegative(value) ? "-" : "";
        BigDecimal magnitude = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        return sign + magnitude.toPlainString();
    }

    /** Whether {@code value} is written with a minus; so is the negative zero. */
    static boolean isNegative(double value) {
        return Double.doubleToRawLongBits(value) < 0;
    }

    /** Whether {@code value} is the zero that is written without a minus. */
    static boolean isPlainZero(double value) {
        return Double.doubleToRawLongBits(value) == 0;
    }
}
