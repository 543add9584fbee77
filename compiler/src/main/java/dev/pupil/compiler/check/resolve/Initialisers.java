package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** Values that are known when a variable is declared. */
final class Initialisers {
    private Initialisers() {}

    /** The number that an initialiser is, if it is one. */
    static Optional<Integer> constant(Expression value) {
        if (value instanceof Expression.Clamp clamp
                && clamp.operand() instanceof Expression.Constant constant
                && clamp.type().isFinite()) {
            return Optional.of(Math.clamp(
                    constant.value(), clamp.type().low(), clamp.type().high()));
        }
        return value instanceof Expression.Constant constant ? Optional.of(constant.value()) : Optional.empty();
    }

    /**
     * Checks a known initial value.
     *
     * @throws Refusal if it is outside the type's range
     */
    static void check(Type type, int initial, Span span) {
        if (type.equals(Resolved.UNKNOWN)) {
            return;
        }
        Interval range = Interval.of(type);
        Polynomial value = Polynomial.constant(initial);
        if (!range.contains(new Interval(value, value))) {
            throw Refusal.of(DiagnosticCode.OUT_OF_RANGE.at(
                    span,
                    "the value %s is outside the range %s..%s".formatted(initial, range.low(), range.high()),
                    "take a value inside the range, or widen the range"));
        }
    }
}
