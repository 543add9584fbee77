package dev.pupil.compiler.lower.rewrite;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Makes a program of one with arrays that an image can't hold as they are. The element with the indices i, j and k of an
 * array of p × q × r finite elements is in row i·q + j of a matrix with p·q rows; the one with the indices i and j of a
 * matrix of p × q wide integers is element i·q + j of a vector. Where a condition in an expression rules out an element, its
 * index is computed all the same, and reading there what is not used does no harm.
 */
public final class Flattening {
    private final Shapes shapes;
    private final IndexFrames frames;
    private final Substitution elements;

    private Flattening(FreshVariables fresh) {
        this.shapes = new Shapes(fresh);
        this.frames = new IndexFrames(fresh);
        this.elements = Substitution.of(
                expression -> expression instanceof Expression.Element element ? element(element) : expression);
    }

    /** A program that predicts the same. */
    public static Flattened flatten(Program program) {
        Flattening flattening = new Flattening(new FreshVariables(program));
        ImmutableList<Statement> learn = flattening.routine(program.learn());
        ImmutableList<Statement> predict = flattening.routine(program.predict());
        Program flat = new Program(
                program.name(),
                program.documentation(),
                program.featuresName(),
                program.examplesName(),
                program.memory().stream().map(flattening.shapes::shaped).collect(ImmutableList.toImmutableList()),
                program.example(),
                learn,
                program.query(),
                predict,
                program.source());
        return new Flattened(flat, flattening.shapes.products());
    }

    private ImmutableList<Statement> routine(ImmutableList<Statement> statements) {
        frames.begin();
        List<Statement> flat = block(statements);
        return ImmutableList.<Statement>builder()
                .addAll(frames.end())
                .addAll(flat)
                .build();
    }

    private ImmutableList<Statement> block(ImmutableList<Statement> statements) {
        ImmutableList.Builder<Statement> flat = ImmutableList.builder();
        for (Statement statement : statements) {
            frames.begin();
            Statement changed = statement(statement);
            flat.addAll(frames.end());
            flat.add(changed);
        }
        return flat.build();
    }

    /** The statement, which has a frame, with flat arrays. */
    private Statement statement(Statement statement) {
        if (!(statement instanceof Statement.For loop)) {
            return statement.map(this::expression, this::block);
        }
        frames.begin(loop);
        List<Statement> body = block(loop.body());
        ImmutableList<Statement> all = ImmutableList.<Statement>builder()
                .addAll(frames.end())
                .addAll(body)
                .build();
        return loop.map(this::expression, block -> all);
    }

    private Expression expression(Expression expression) {
        return elements.apply(expression);
    }

    /** An element whose indices are flat. */
    private Expression element(Expression.Element element) {
        Variable array = element.array();
        List<Expression> indices = element.indices();
        int merged = Shapes.merged(array);
        if (merged <= 1) {
            return element;
        }
        Affine index = number(indices.getFirst());
        for (int i = 1; i < merged; i++) {
            index = frames.times(index, array.dimensions().get(i), element.span())
                    .plus(number(indices.get(i)));
        }
        return new Expression.Element(
                shapes.shaped(array),
                ImmutableList.<Expression>builder()
                        .add(frames.expression(index, element.span()))
                        .addAll(indices.subList(merged, indices.size()))
                        .build(),
                element.span());
    }

    private Affine number(Expression index) {
        Optional<Affine> affine = index.asAffine();
        return affine.orElseGet(() -> frames.ofData(index));
    }
}
