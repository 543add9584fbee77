package dev.pupil.compiler.text;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.text.antlr.StagesParser.IntegerContext;
import dev.pupil.compiler.text.antlr.StagesParser.MagnitudeContext;
import dev.pupil.compiler.text.antlr.StagesParser.NumberContext;
import java.math.BigDecimal;

/** Integers, and numbers in double precision. */
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

    /** The integer that is written. */
    static int read(IntegerContext integer) {
        try {
            return Integer.parseInt(integer.getText());
        } catch (NumberFormatException tooLarge) {
            throw Fault.at(integer, "this number is too large; numbers here lie between -2147483648 and 2147483647");
        }
    }

    /** The number that is written. */
    static double read(NumberContext number) {
        double magnitude = read(number.magnitude());
        return number.MINUS() == null ? magnitude : -magnitude;
    }

    /** The number that is written. */
    static double read(MagnitudeContext magnitude) {
        double value = Double.parseDouble(magnitude.getText());
        if (Double.isInfinite(value)) {
            throw Fault.at(magnitude, "this number is too large for double precision");
        }
        return value;
    }
}
