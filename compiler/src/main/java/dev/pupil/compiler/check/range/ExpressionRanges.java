package dev.pupil.compiler.check.range;

import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.check.resolve.Types;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.UnaryOperator;
import dev.pupil.compiler.program.Variable;
import java.util.function.Function;

/**
 * The values of expressions from those of variables, by interval arithmetic; conditions do not narrow.
 *
 * @param loops what loop variables can be
 * @param variables what other variables, and elements of arrays, can be
 */
record ExpressionRanges(LoopRanges loops, Function<Variable, Interval> variables) {

    Interval of(Expression expression) {
        if (Types.isBit(expression.type()) && !(expression instanceof Expression.Constant)) {
            return Interval.BIT;
        }
        return switch (expression) {
            case Expression.Constant constant -> Interval.of(constant.value(), constant.value());
            case Expression.Index index -> loops.interval(index.value());
            case Expression.Read read -> variables.apply(read.variable());
            case Expression.Element element -> variables.apply(element.array());
            case Expression.Unary unary ->
                unary.operator() == UnaryOperator.NOT
                        ? Interval.BIT
                        : of(unary.operand()).negate();
            case Expression.Binary binary -> of(binary.left()).apply(binary.operator(), of(binary.right()));
            case Expression.Conditional choice -> of(choice.whenTrue()).hull(of(choice.whenFalse()));
            case Expression.Clamp clamp -> Interval.of(clamp.type());
        };
    }
}
