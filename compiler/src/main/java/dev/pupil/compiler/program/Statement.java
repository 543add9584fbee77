package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A typed statement. Procedures have been inlined and declarations turned into assignments. */
public sealed interface Statement {
    /** Where it was written. */
    Span span();

    /** The expressions that stand in it itself, in the order of evaluation; an assignment's target first. */
    default ImmutableList<Expression> parts() {
        return ImmutableList.of();
    }

    /** The blocks in it, in the order in which they are written. */
    default ImmutableList<ImmutableList<Statement>> blocks() {
        return ImmutableList.of();
    }

    /** The same statement with functions of its {@link #parts} and {@link #blocks}. */
    default Statement map(
            Function<Expression, Expression> ofParts,
            Function<ImmutableList<Statement>, ImmutableList<Statement>> ofBlocks) {
        return this;
    }

    /** This and every statement in it, each before what is in it. */
    default Stream<Statement> all() {
        return Stream.concat(Stream.of(this), blocks().stream().flatMap(Statement::all));
    }

    /** The statements and every statement in them, each before what is in it. */
    static Stream<Statement> all(List<Statement> statements) {
        return statements.stream().flatMap(Statement::all);
    }

    /** Every assignment in it. */
    default Stream<Assign> assignments() {
        return all().filter(Assign.class::isInstance).map(Assign.class::cast);
    }

    /** Every loop in it, each before those in it. */
    default Stream<For> loops() {
        return all().filter(For.class::isInstance).map(For.class::cast);
    }

    /** Every expression that is evaluated in it, from the root down: values, conditions, and indices of what is assigned. */
    default Stream<Expression> reads() {
        return all().flatMap(statement -> statement instanceof Assign assign
                        ? Stream.concat(assign.target().parts().stream(), Stream.of(assign.value()))
                        : statement.parts().stream())
                .flatMap(Expression::all);
    }

    /**
     * {@code target = value}; the value is within the range of the target's type.
     *
     * @param target a {@link Expression.Read} or an {@link Expression.Element}
     */
    record Assign(Expression target, Expression value, Span span) implements Statement {
        @Override
        public ImmutableList<Expression> parts() {
            return ImmutableList.of(target, value);
        }

        @Override
        public Statement map(
                Function<Expression, Expression> ofParts,
                Function<ImmutableList<Statement>, ImmutableList<Statement>> ofBlocks) {
            return new Assign(ofParts.apply(target), ofParts.apply(value), span);
        }

        /** The variable or array that it changes. */
        public Variable changed() {
            return target.named().orElseThrow();
        }
    }

    /** {@code if condition { whenTrue } else { whenFalse }}; the span is the condition's. */
    record If(Expression condition, ImmutableList<Statement> whenTrue, ImmutableList<Statement> whenFalse, Span span)
            implements Statement {
        @Override
        public ImmutableList<Expression> parts() {
            return ImmutableList.of(condition);
        }

        @Override
        public ImmutableList<ImmutableList<Statement>> blocks() {
            return ImmutableList.of(whenTrue, whenFalse);
        }

        @Override
        public Statement map(
                Function<Expression, Expression> ofParts,
                Function<ImmutableList<Statement>, ImmutableList<Statement>> ofBlocks) {
            return new If(ofParts.apply(condition), ofBlocks.apply(whenTrue), ofBlocks.apply(whenFalse), span);
        }
    }

    /**
     * {@code for variable in low..high { body }}: visits low, …, high − 1, in reverse where {@code descending};
     * nothing where high ≤ low. The span is the header's.
     */
    record For(Variable variable, Affine low, Affine high, boolean descending, ImmutableList<Statement> body, Span span)
            implements Statement {
        @Override
        public ImmutableList<ImmutableList<Statement>> blocks() {
            return ImmutableList.of(body);
        }

        @Override
        public Statement map(
                Function<Expression, Expression> ofParts,
                Function<ImmutableList<Statement>, ImmutableList<Statement>> ofBlocks) {
            return new For(variable, low, high, descending, ofBlocks.apply(body), span);
        }
    }

    /** Leaves the innermost loop. */
    record Break(Span span) implements Statement {}

    /** Goes on with the next round of the innermost loop. */
    record Continue(Span span) implements Statement {}

    /** Ends {@code predict} with its answer, a bit. */
    record Return(Expression value, Span span) implements Statement {
        @Override
        public ImmutableList<Expression> parts() {
            return ImmutableList.of(value);
        }

        @Override
        public Statement map(
                Function<Expression, Expression> ofParts,
                Function<ImmutableList<Statement>, ImmutableList<Statement>> ofBlocks) {
            return new Return(ofParts.apply(value), span);
        }
    }
}
