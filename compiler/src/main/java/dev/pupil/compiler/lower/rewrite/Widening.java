package dev.pupil.compiler.lower.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes wide integers of small ones that are too large to be computed with in one step: a wide integer's bits are added
 * one after the other, so that its range may be as large as one likes. What the program predicts stays the same.
 */
public final class Widening {
    /** With more pairs of values than this, what is computed of two values takes thousands of hidden units. */
    private static final long MOST_PAIRS = 8192;

    /** A small value with more values than this is too large to be halved on its way to a wide integer it is added to. */
    private static final long MOST_ADDED = 128;

    /** What is limited to at most so many values stays small, whatever it is made of. */
    private static final long FEW_VALUES = 16;

    private final ImmutableSet<Variable> widened;

    private Widening(ImmutableSet<Variable> widened) {
        this.widened = widened;
    }

    /** With those integers wide that are added, compared or chosen from in pairs that have too many values. */
    public static Program of(Program program) {
        Set<Variable> added = new LinkedHashSet<>();
        visit(program, expression -> {
            if (expression instanceof Expression.Binary binary && isTooLarge(binary)) {
                addVariables(binary, added);
            }
        });
        return widen(program, added);
    }

    private static Program widen(Program program, Set<Variable> variables) {
        ImmutableSet<Variable> widened = variables.stream()
                .filter(variable -> variable.type() instanceof Type.Ranged && values(variable.type()) > 2)
                .collect(ImmutableSet.toImmutableSet());
        return widened.isEmpty() ? program : new Widening(widened).program(program);
    }

    private static void visit(Program program, Consumer<Expression> visitor) {
        for (ImmutableList<Statement> routine : ImmutableList.of(program.learn(), program.predict())) {
            for (Statement statement : routine) {
                statement.reads().forEach(visitor);
                statement.assignments().map(Statement.Assign::target).forEach(visitor);
            }
        }
    }

    private static boolean isTooLarge(Expression.Binary binary) {
        return switch (binary.operator()) {
            case AND, OR, XOR -> false;
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, ADD, SUBTRACT, MINIMUM, MAXIMUM ->
                isTooLarge(binary.left().type(), binary.right().type());
        };
    }

    private static boolean isTooLarge(Type left, Type right) {
        if (!left.isFinite() || !right.isFinite()) {
            return (left.isFinite() && values(left) > MOST_ADDED) || (right.isFinite() && values(right) > MOST_ADDED);
        }
        return values(left) > 1 && values(right) > 1 && values(left) * values(right) > MOST_PAIRS;
    }

    private static long values(Type type) {
        return (long) type.high() - type.low() + 1;
    }

    private static void addVariables(Expression expression, Set<Variable> variables) {
        expression.variables().forEach(variables::add);
    }

    private Program program(Program program) {
        Substitution widening = Substitution.of(this::expression);
        return new Program(
                program.name(),
                program.documentation(),
                program.featuresName(),
                program.examplesName(),
                program.memory().stream().map(this::variable).collect(ImmutableList.toImmutableList()),
                program.example(),
                widening.apply(program.learn()),
                program.query(),
                widening.apply(program.predict()),
                program.source());
    }

    private Variable variable(Variable variable) {
        return widened.contains(variable)
                ? new Variable(
                        variable.id(),
                        variable.name(),
                        variable.kind(),
                        wide(variable.type()),
                        variable.dimensions(),
                        variable.initial(),
                        variable.declared())
                : variable;
    }

    /** The wide integer with the same values. */
    private static Type wide(Type type) {
        return type instanceof Type.Ranged ranged
                ? new Type.Wide(Polynomial.constant(ranged.low()), Polynomial.constant(ranged.high()))
                : type;
    }

    /** An expression whose parts are as they shall be. */
    private Expression expression(Expression expression) {
        return switch (expression) {
            case Expression.Read read -> new Expression.Read(variable(read.variable()), read.span());
            case Expression.Element element ->
                new Expression.Element(variable(element.array()), element.indices(), element.span());
            case Expression.Clamp clamp -> {
                boolean staysSmall = clamp.type().isFinite() && values(clamp.type()) <= FEW_VALUES;
                Type type = staysSmall ? clamp.type() : typeOf(clamp);
                yield clamp.with(clamp.parts(), type);
            }
            default -> expression.with(expression.parts(), typeOf(expression));
        };
    }

    /** The type of what is made of operands: the one that it had, as a wide integer if one of them is. */
    private static Type typeOf(Expression expression) {
        boolean isWide =
                expression.parts().stream().anyMatch(operand -> !operand.type().isFinite());
        return isWide ? wide(expression.type()) : expression.type();
    }
}
