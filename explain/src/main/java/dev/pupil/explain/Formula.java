package dev.pupil.explain;

import dev.pupil.grammar.source.Excerpt;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Weighted sums as text, such as {@code 2*inside@right - 0.5}. */
final class Formula {
    /** The weights of compiled networks and their sums have few digits; random ones have many. */
    private static final int MOST_DIGITS = 12;

    private static final MathContext ROUNDING = new MathContext(4);
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

    /** Whether nothing was added. */
    boolean isEmpty() {
        return parts.isEmpty();
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
        return value == 0
                ? "0"
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A decimal without trailing zeros; if it has many digits, about that. */
    static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal exact = value.stripTrailingZeros();
        return exact.precision() <= MOST_DIGITS
                ? exact.toPlainString()
                : "about " + exact.round(ROUNDING).stripTrailingZeros().toPlainString();
    }

    /** A channel's or unit's name, in back quotes unless it is plain, with what can't be seen replaced. */
    static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : "`" + Excerpt.printable(name) + "`";
    }
}
