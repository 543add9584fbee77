package dev.pupil.verify.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Weighted sums as text, such as {@code 2*inside@right - 0.5}. */
final class Formula {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.#]*");

    private final List<String> parts = new ArrayList<>();

    /** Adds {@code weight} times what is called {@code name}; nothing if the weight is 0. */
    Formula add(double weight, String name) {
        if (weight != 0) {
            String magnitude = Math.abs(weight) == 1 ? "" : number(Math.abs(weight)) + "*";
            parts.add(sign(weight) + magnitude + name);
        }
        return this;
    }

    /** Adds the constant, unless it is 0 and there is something else. */
    Formula add(double constant) {
        if (constant != 0 || parts.isEmpty()) {
            parts.add(sign(constant) + number(Math.abs(constant)));
        }
        return this;
    }

    private String sign(double weight) {
        return parts.isEmpty() ? (weight < 0 ? "-" : "") : weight < 0 ? "- " : "+ ";
    }

    /** The sum. */
    String text() {
        return parts.isEmpty() ? "0" : String.join(" ", parts);
    }

    /** The sum, cut off at 0. */
    String rectified() {
        return "relu(" + text() + ")";
    }

    /** The shortest decimal that reads back as {@code value}. */
    static String number(double value) {
        return number(new BigDecimal(Double.toString(value)));
    }

    /** A decimal without trailing zeros. */
    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A channel's or unit's name, in back quotes unless it is plain, with what can't be seen escaped. */
    static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : "`" + Visible.text(name) + "`";
    }
}
