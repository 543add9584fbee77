package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Type;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** Goes between expressions and the affine expressions they are, if they are. */
public final class AffineFolding {
    private AffineFolding() {}

    /** The affine form of a number or of an {@link Expression.Index}; empty for anything else. */
    public static Optional<Affine> affine(Expression expression) {
        if (expression instanceof Expression.Index index) {
            return Optional.of(index.value());
        }
        return expression instanceof Expression.Constant constant && Types.isNumeric(constant.type())
                ? Optional.of(Affine.constant(constant.value()))
                : Optional.empty();
    }

    /** The expression with an affine value: a constant if it is one. */
    static Expression expression(Affine affine, Span span) {
        return affine.isConstant()
                ? new Expression.Constant(
                        affine.constant(), new Type.Ranged(affine.constant(), affine.constant()), span)
                : new Expression.Index(affine, Resolved.UNKNOWN, span);
    }

    /**
     * {@code left + factor * right} as an expression.
     *
     * @throws Refusal if a coefficient overflows
     */
    static Expression sum(Affine left, int factor, Affine right, Span span) {
        try {
            return expression(left.plus(factor, right), span);
        } catch (ArithmeticException overflow) {
            throw Refusal.of(DiagnosticCode.NUMBER_TOO_LARGE.at(
                    span, "this is too large to compute with", "numbers stay below " + Integer.MAX_VALUE));
        }
    }

    /**
     * The affine form of what must have one.
     *
     * @param what what it is for and what it must be
     * @param help what to write instead
     * @throws Refusal if it has none
     */
    static Affine required(Expression expression, String what, String help) {
        return affine(expression)
                .orElseThrow(() -> Refusal.of(DiagnosticCode.NOT_AFFINE.at(expression.span(), what, help)));
    }
}
