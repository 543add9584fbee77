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
        return whole.apply(expression).orElseGet(() -> replacement.apply(expression.map(this::apply)));
    }

    /** A statement with what is replaced in it. */
    public Statement apply(Statement statement) {
        Statement changed = statement.map(this::apply, this::apply);
        return changed instanceof Statement.For loop
                ? new Statement.For(
                        loop.variable(),
                        bounds.apply(loop.low()),
                        bounds.apply(loop.high()),
                        loop.descending(),
                        loop.body(),
                        loop.span())
                : changed;
    }

    /** Statements with what is replaced in them. */
    public ImmutableList<Statement> apply(ImmutableList<Statement> statements) {
        return statements.stream().map(this::apply).collect(ImmutableList.toImmutableList());
    }
}
