package dev.pupil.compiler.program;

import dev.pupil.compiler.program.Expression.BinaryOperator;
import java.util.stream.Collectors;

/** Prints expressions with no more parentheses than they need. */
record ExpressionPrinter(TypePrinter types, Names names) {
    private static final int CONDITIONAL = 0;
    private static final int OR = 1;
    private static final int XOR = 2;
    private static final int AND = 3;
    private static final int EQUALITY = 4;
    private static final int RELATION = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int UNARY = 8;
    private static final int PRIMARY = 9;

    String print(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant(constant.value(), constant.type());
            case Expression.Index index -> types.affine(index.value(), names);
            case Expression.Read read -> names.of(read.variable());
            case Expression.Element element -> element(element);
            case Expression.Unary unary -> unary(unary);
            case Expression.Binary binary -> binary(binary);
            case Expression.Conditional choice ->
                within(choice.condition(), OR) + " ? " + print(choice.whenTrue()) + " : " + print(choice.whenFalse());
            case Expression.Clamp clamp -> "clamp(" + print(clamp.operand()) + ")";
        };
    }

    /** A value as a constant of its type. */
    static String constant(int value, Type type) {
        return type instanceof Type.Enumeration enumeration
                ? enumeration.constants().get(value)
                : number(value);
    }

    /** A number; the smallest one's size is too large to be written. */
    static String number(int value) {
        return value == Integer.MIN_VALUE ? "-" + Integer.MAX_VALUE + " - 1" : Integer.toString(value);
    }

    private String element(Expression.Element element) {
        return names.of(element.array())
                + element.indices().stream()
                        .map(index -> "[" + print(index) + "]")
                        .collect(Collectors.joining());
    }

    private String unary(Expression.Unary unary) {
        String operand = within(unary.operand(), UNARY);
        boolean ambiguous = operand.startsWith(unary.operator().symbol());
        return unary.operator().symbol() + (ambiguous ? "(" + operand + ")" : operand);
    }

    private String binary(Expression.Binary binary) {
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.MINIMUM || operator == BinaryOperator.MAXIMUM) {
            return operator.symbol() + "(" + print(binary.left()) + ", " + print(binary.right()) + ")";
        }
        int level = level(operator);
        // A comparison of comparisons is hard to read without parentheses, even where it needs none.
        int leftLevel = level == RELATION || level == EQUALITY ? SUM : level;
        int rightLevel = level == EQUALITY ? SUM : level + 1;
        return within(binary.left(), leftLevel) + " " + operator.symbol() + " " + within(binary.right(), rightLevel);
    }

    /** The expression as an operand that must bind at least as tightly as {@code level}. */
    private String within(Expression expression, int level) {
        String text = print(expression);
        return level(expression) < level ? "(" + text + ")" : text;
    }

    private int level(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant ->
                constant.value() >= 0 ? PRIMARY : constant.value() == Integer.MIN_VALUE ? SUM : UNARY;
            case Expression.Index index -> level(types.affine(index.value(), names));
            case Expression.Read read -> PRIMARY;
            case Expression.Element element -> PRIMARY;
            case Expression.Unary unary -> UNARY;
            case Expression.Binary binary -> level(binary.operator());
            case Expression.Conditional choice -> CONDITIONAL;
            case Expression.Clamp clamp -> PRIMARY;
        };
    }

    private static int level(String affine) {
        return affine.contains(" ") ? SUM : affine.contains("*") ? PRODUCT : affine.startsWith("-") ? UNARY : PRIMARY;
    }

    private static int level(BinaryOperator operator) {
        return switch (operator) {
            case OR -> OR;
            case XOR -> XOR;
            case AND -> AND;
            case EQUAL, NOT_EQUAL -> EQUALITY;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RELATION;
            case ADD, SUBTRACT -> SUM;
            case MINIMUM, MAXIMUM -> PRIMARY;
        };
    }
}
