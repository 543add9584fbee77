package dev.pupil.runtime.reference;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.Variable.Kind;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;

/** Typed trees built by hand, also such as no checker would let pass. */
final class Trees {
    static final Span SPAN = new Span(7, 3, 7, 9);
    static final Affine D = Affine.ofFeatures();
    static final Affine ZERO = Affine.constant(0);
    static final Affine D_PLUS_1 = D.plus(Affine.constant(1));
    static final Variable EXAMPLE = variable(0, "v", Kind.EXAMPLE, Type.BIT, D_PLUS_1);
    static final Variable QUERY = variable(1, "v", Kind.EXAMPLE, Type.BIT, D_PLUS_1);

    private Trees() {}

    static Variable variable(int id, String name, Kind kind, Type type, Affine... dimensions) {
        return new Variable(id, name, kind, type, ImmutableList.copyOf(dimensions), 0, SPAN);
    }

    static Variable loopVariable(int id, String name) {
        return variable(id, name, Kind.LOOP, new Type.Ranged(0, 0));
    }

    static Program program(
            ImmutableList<Variable> memory, ImmutableList<Statement> learn, ImmutableList<Statement> predict) {
        return new Program("test", "", "d", "m", memory, EXAMPLE, learn, QUERY, predict, new Source("test", ""));
    }

    static Expression constant(int value) {
        return new Expression.Constant(value, new Type.Ranged(value, value), SPAN);
    }

    static Expression read(Variable variable) {
        return new Expression.Read(variable, SPAN);
    }

    static Expression index(Affine value) {
        return new Expression.Index(value, Type.BIT, SPAN);
    }

    static Expression element(Variable array, Affine... indices) {
        ImmutableList.Builder<Expression> expressions = ImmutableList.builder();
        for (Affine affine : indices) {
            expressions.add(index(affine));
        }
        return new Expression.Element(array, expressions.build(), SPAN);
    }

    static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Expression.Binary(operator, left, right, Type.BIT, SPAN);
    }

    static Statement assign(Expression target, Expression value) {
        return new Statement.Assign(target, value, SPAN);
    }

    static Statement loop(Variable variable, Affine low, Affine high, Statement... body) {
        return new Statement.For(variable, low, high, false, ImmutableList.copyOf(body), SPAN);
    }

    static Statement choice(
            Expression condition, ImmutableList<Statement> whenTrue, ImmutableList<Statement> whenFalse) {
        return new Statement.If(condition, whenTrue, whenFalse, SPAN);
    }

    static Statement answer(Expression value) {
        return new Statement.Return(value, SPAN);
    }
}
