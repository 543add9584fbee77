package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.check.resolve.Resolved;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.DiagnosticCode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Rebuilds expressions with final types, from the leaves up. */
final class Typing {
    private final RangeInference inference;
    private final Consumer<Expression.Element> prove;
    private final Map<Variable, Variable> typed = new HashMap<>();

    /**
     * Types with inferred ranges.
     *
     * @param prove proves the indices of an element, or throws a {@link Refusal}
     */
    Typing(RangeInference inference, Consumer<Expression.Element> prove) {
        this.inference = inference;
        this.prove = prove;
    }

    /** The variable with its final type. */
    Variable variable(Variable variable) {
        Variable known = typed.get(variable);
        if (known != null) {
            return known;
        }
        Variable result = variable.type().equals(Resolved.UNKNOWN)
                ? new Variable(
                        variable.id(),
                        variable.name(),
                        variable.kind(),
                        type(range(variable), variable),
                        variable.dimensions(),
                        variable.initial(),
                        variable.declared())
                : variable;
        typed.put(variable, result);
        return result;
    }

    private Interval range(Variable variable) {
        return variable.kind() == Variable.Kind.LOOP
                ? inference.ranges().loops().interval(Affine.of(variable))
                : inference.of(variable);
    }

    private static Type type(Interval range, Variable variable) {
        try {
            return range.type();
        } catch (ArithmeticException larger) {
            throw Refusal.of(DiagnosticCode.NUMBER_TOO_LARGE.at(
                    variable.declared(), "the range of '" + variable.name() + "' is too large"));
        }
    }

    /** The same affine expression over typed loop variables. */
    Affine affine(Affine affine) {
        ImmutableMap.Builder<Variable, Integer> loops = ImmutableMap.builder();
        affine.loops().forEach((loop, coefficient) -> loops.put(variable(loop), coefficient));
        return new Affine(affine.constant(), affine.features(), affine.examples(), loops.buildOrThrow());
    }

    /**
     * The same expression with final types.
     *
     * @throws Refusal if an index may lie outside its array or a range cannot be inferred
     */
    Expression expression(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant;
            case Expression.Index index -> new Expression.Index(affine(index.value()), integer(index), index.span());
            case Expression.Read read -> new Expression.Read(variable(read.variable()), read.span());
            case Expression.Element element -> element(element);
            default -> {
                ImmutableList<Expression> parts =
                        expression.parts().stream().map(this::expression).collect(ImmutableList.toImmutableList());
                yield expression.with(parts, type(expression));
            }
        };
    }

    private Expression element(Expression.Element element) {
        prove.accept(element);
        ImmutableList<Expression> indices =
                element.indices().stream().map(this::expression).collect(ImmutableList.toImmutableList());
        return new Expression.Element(variable(element.array()), indices, element.span());
    }

    private Type type(Expression expression) {
        return expression.type().equals(Resolved.UNKNOWN) ? integer(expression) : expression.type();
    }

    private Type integer(Expression expression) {
        try {
            return inference.ranges().of(expression).type();
        } catch (ArithmeticException larger) {
            throw Refusal.of(DiagnosticCode.NUMBER_TOO_LARGE.at(
                    expression.span(), "this value is too large", "numbers stay below " + Integer.MAX_VALUE));
        }
    }
}
