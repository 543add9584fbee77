package dev.pupil.compiler.program.size;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of a {@link SizeExpression} back. Only the text that {@link SizeExpression#toString()} gives is
 * accepted, so that equal expressions have equal texts, and only sizes that grow with d and m; numbers have at most nine digits, and sizes in sizes are at most
 * four deep.
 */
public final class SizeExpressionParser {
    private static final int MOST_DIGITS = 9;
    private static final int MOST_LEVELS = 4;
    private static final int MOST_CHARACTERS = 4096;

    private final String text;
    private int position;
    private int level;

    private SizeExpressionParser(String text) {
        this.text = text;
    }

    /** Something else than what was expected. */
    private static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The expression that {@code text} stands for; empty if {@code text} is not exactly an expression's text. */
    public static Optional<SizeExpression> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SizeExpressionParser(text).sum())
                    .filter(expression -> expression.toString().equals(text) && expression.isGrowing());
        } catch (Unexpected | ArithmeticException notASize) {
            return Optional.empty();
        }
    }

    private SizeExpression sum() throws Unexpected {
        boolean isNegative = take("-");
        SizeExpression first = product();
        SizeExpression sum = isNegative ? first.times(SizeExpression.constant(-1)) : first;
        while (true) {
            if (take(" + ")) {
                sum = sum.plus(product());
            } else if (take(" - ")) {
                sum = sum.plus(product().times(SizeExpression.constant(-1)));
            } else {
                return sum;
            }
        }
    }

    private SizeExpression product() throws Unexpected {
        SizeExpression product = factor();
        while (take("*")) {
            product = product.times(factor());
        }
        return product;
    }

    private SizeExpression factor() throws Unexpected {
        if (take("d")) {
            return SizeExpression.FEATURES;
        }
        if (take("max(")) {
            return maximum();
        }
        if (take("bits(")) {
            return SizeExpression.bits(parenthesised());
        }
        if (take("m")) {
            return SizeExpression.EXAMPLES;
        }
        if (take("(")) {
            return parenthesised();
        }
        return number();
    }

    private SizeExpression parenthesised() throws Unexpected {
        enter();
        SizeExpression sum = sum();
        expect(")");
        level--;
        return sum;
    }

    private SizeExpression maximum() throws Unexpected {
        enter();
        List<SizeExpression> alternatives = new ArrayList<>();
        do {
            alternatives.add(sum());
        } while (take(", "));
        expect(")");
        level--;
        return SizeExpression.max(ImmutableList.copyOf(alternatives));
    }

    private SizeExpression number() throws Unexpected {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (start == position || position - start > MOST_DIGITS) {
            throw new Unexpected();
        }
        return SizeExpression.constant(Long.parseLong(text.substring(start, position)));
    }

    private void enter() throws Unexpected {
        level++;
        if (level > MOST_LEVELS) {
            throw new Unexpected();
        }
    }

    private boolean take(String expected) {
        boolean isThere = text.startsWith(expected, position);
        if (isThere) {
            position += expected.length();
        }
        return isThere;
    }

    private void expect(String expected) throws Unexpected {
        if (!take(expected)) {
            throw new Unexpected();
        }
    }
}
