package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Type;
import dev.pupil.grammar.source.DiagnosticCode;

/** The kinds of types, and the little that converts between them. */
public final class Types {
    private Types() {}

    /** Whether values can be counted with: bits and integers. */
    public static boolean isNumeric(Type type) {
        return !(type instanceof Type.Enumeration);
    }

    /** Whether it is the type of conditions. */
    public static boolean isBit(Type type) {
        return type instanceof Type.Bit;
    }

    /** What messages call a type. */
    static String describe(Type type) {
        return switch (type) {
            case Type.Bit bit -> "a bit";
            case Type.Ranged ranged -> "an integer";
            case Type.Wide wide -> "an integer";
            case Type.Enumeration enumeration -> "'enum { " + String.join(", ", enumeration.constants()) + " }'";
        };
    }

    /**
     * An expression as a bit.
     *
     * @throws Refusal if it is neither a bit nor the constant 0 or 1
     */
    static Expression asBit(Expression expression) {
        if (isBit(expression.type())) {
            return expression;
        }
        if (isBitConstant(expression)) {
            return toBit(expression);
        }
        throw Refusal.of(DiagnosticCode.TYPE_MISMATCH.at(
                expression.span(),
                "a bit is needed here, and this is " + describe(expression.type()),
                isNumeric(expression.type()) ? "compare it, for example with '!= 0'" : "compare it with '=='"));
    }

    /**
     * An expression that counts.
     *
     * @throws Refusal if it is an enumeration's
     */
    static Expression asNumber(Expression expression) {
        if (isNumeric(expression.type())) {
            return expression;
        }
        throw Refusal.of(DiagnosticCode.TYPE_MISMATCH.at(
                expression.span(), "a number is needed here, and this is " + describe(expression.type())));
    }

    /**
     * A value fit to be assigned to a type, its range aside.
     *
     * @throws Refusal if it is of another kind
     */
    static Expression asValueOf(Type target, Expression value) {
        boolean fits = isNumeric(target) ? isNumeric(value.type()) : target.equals(value.type());
        if (!fits) {
            throw Refusal.of(DiagnosticCode.TYPE_MISMATCH.at(
                    value.span(),
                    "%s is needed here, and this is %s".formatted(describe(target), describe(value.type()))));
        }
        return isBit(target) && isBitConstant(value) ? toBit(value) : value;
    }

    /** Whether an expression is a literal 0 or 1. */
    static boolean isBitConstant(Expression expression) {
        return expression instanceof Expression.Constant constant
                && isNumeric(constant.type())
                && (constant.value() == 0 || constant.value() == 1);
    }

    private static Expression toBit(Expression constant) {
        return new Expression.Constant(((Expression.Constant) constant).value(), Type.BIT, constant.span());
    }
}
