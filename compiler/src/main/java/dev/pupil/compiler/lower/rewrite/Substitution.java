package dev.pupil.compiler.lower.rewrite;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.Optional;
import java.util.function.Function;

/** Replaces expressions in statements. */
public final class Substitution {
    private final Function<Expression, Optional<Expression>> whole;
    private final Function<Expression, Expression> replacement;
    private final Function<Affine, Affine> bounds;

    private Substitution(
            Function<Expression, Optional<Expression>> whole,
            Function<Expression, Expression> replacement,
            Function<Affine, Affine> bounds) {
        this.whole = whole;
        this.replacement = replacement;
        this.bounds = bounds;
    }

    /** Puts a number in the place of a loop variable. */
    static Substitution ofLoop(Variable loop, int value) {
        Function<Affine, Affine> fix = affine -> fix(affine, loop, value);
        return new Substitution(
                expression -> Optional.empty(),
                expression -> expression instanceof Expression.Index index
                        ? constantIfPossible(new Expression.Index(fix.apply(index.value()), index.type(), index.span()))
                        : expression,
                fix);
    }

    /** Puts other expressions in the place of some; asked from the leaves upwards. */
    public static Substitution of(Function<Expression, Expression> replacement) {
        return new Substitution(expression -> Optional.empty(), replacement, Function.identity());
    }

    /** Puts other expressions in the place of the largest ones that have another; asked from the roots downwards. */
    public static Substitution ofLargest(Function<Expression, Optional<Expression>> whole) {
        return new Substitution(whole, Function.identity(), Function.identity());
    }

    private static Affine fix(Affine affine, Variable loop, int value) {
        Integer coefficient = affine.loops().get(loop);
        if (coefficient == null) {
            return affine;
        }
        Affine without = affine.plus(-coefficient, Affine.of(loop));
        return without.plus(Affine.constant(coefficient * value));
    }

    private static Expression constantIfPossible(Expression.Index index) {
        return index.value().isConstant()
                ? new Expression.Constant(index.value().constant(), index.type(), index.span())
                : index;
    }

    /** An expression with what is replaced in it, or for it. */
    public Expression apply(Expression expression) {
        return whole.apply(expression).orElseGet(() -> inParts(expression));
    }

    private Expression inParts(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> replacement.apply(constant);
            case Expression.Index index -> replacement.apply(index);
            case Expression.Read read -> replacement.apply(read);
            case Expression.Element element ->
                replacement.apply(new Expression.Element(
                        element.array(),
                        element.indices().stream().map(this::apply).collect(ImmutableList.toImmutableList()),
                        element.span()));
            case Expression.Unary unary ->
                replacement.apply(
                        new Expression.Unary(unary.operator(), apply(unary.operand()), unary.type(), unary.span()));
            case Expression.Binary binary ->
                replacement.apply(new Expression.Binary(
                        binary.operator(), apply(binary.left()), apply(binary.right()), binary.type(), binary.span()));
            case Expression.Conditional conditional ->
                replacement.apply(new Expression.Conditional(
                        apply(conditional.condition()),
                        apply(conditional.whenTrue()),
                        apply(conditional.whenFalse()),
                        conditional.type(),
                        conditional.span()));
            case Expression.Clamp clamp ->
                replacement.apply(new Expression.Clamp(apply(clamp.operand()), clamp.type(), clamp.span()));
        };
    }

    public Statement apply(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign ->
                new Statement.Assign(apply(assign.target()), apply(assign.value()), assign.span());
            case Statement.If choice ->
                new Statement.If(
                        apply(choice.condition()), apply(choice.whenTrue()), apply(choice.whenFalse()), choice.span());
            case Statement.For each ->
                new Statement.For(
                        each.variable(),
                        bounds.apply(each.low()),
                        bounds.apply(each.high()),
                        each.descending(),
                        apply(each.body()),
                        each.span());
            case Statement.Break jump -> jump;
            case Statement.Continue jump -> jump;
            case Statement.Return end -> new Statement.Return(apply(end.value()), end.span());
        };
    }

    public ImmutableList<Statement> apply(ImmutableList<Statement> statements) {
        return statements.stream().map(this::apply).collect(ImmutableList.toImmutableList());
    }
}
