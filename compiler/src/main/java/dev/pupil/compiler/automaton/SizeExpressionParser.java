package dev.pupil.compiler.automaton;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.SizeExpression.Linear;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a {@link SizeExpression} back. Only the text that {@link SizeExpression#toString()} gives is
 * accepted, so that equal expressions have equal texts; numbers have at most nine digits.
 */
public final class SizeExpressionParser {
    private static final Pattern MAXIMUM = Pattern.compile("max\\((.*)\\)");
    private static final Pattern LINEAR = Pattern.compile(
            "(?:(?<both>\\d{1,9})\\*\\(m \\+ d\\)|(?:(?<m>\\d{1,9})\\*)?(?<hasM>m)(?: \\+ (?:(?<md>\\d{1,9})\\*)?(?<hasMd>d))?"
                    + "|(?:(?<d>\\d{1,9})\\*)?(?<hasD>d))(?: (?<sign>[+-]) (?<summand>\\d{1,9}))?"
                    + "|(?<constant>-?\\d{1,9})");

    private SizeExpressionParser() {}

    /** The expression that {@code text} stands for; empty if {@code text} is not exactly an expression's text. */
    public static Optional<SizeExpression> parse(String text) {
        Matcher maximum = MAXIMUM.matcher(text);
        ImmutableList.Builder<Linear> alternatives = ImmutableList.builder();
        for (String part : maximum.matches() ? Splitter.on(", ").split(maximum.group(1)) : ImmutableList.of(text)) {
            Matcher linear = LINEAR.matcher(part);
            if (!linear.matches()) {
                return Optional.empty();
            }
            alternatives.add(linear(linear));
        }
        return Optional.of(new SizeExpression(alternatives.build()))
                .filter(expression -> expression.toString().equals(text));
    }

    private static Linear linear(Matcher text) {
        int both = number(text, "both", 0);
        int examples = text.group("hasM") == null ? both : number(text, "m", 1);
        int features = text.group("hasMd") != null
                ? number(text, "md", 1)
                : text.group("hasD") != null ? number(text, "d", 1) : both;
        int summand = number(text, "summand", 0);
        return new Linear(
                features, examples, "-".equals(text.group("sign")) ? -summand : number(text, "constant", summand));
    }

    private static int number(Matcher text, String group, int otherwise) {
        String digits = text.group(group);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
