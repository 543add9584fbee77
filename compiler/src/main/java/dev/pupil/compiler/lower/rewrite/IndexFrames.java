package dev.pupil.compiler.lower.rewrite;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes indices that have products in them. An index is an {@link Affine} expression of sizes, of loop variables, and
 * of other variables. What is computed for it is computed at the start of a frame: of the routine, of the body of a loop
 * around it, or before the statement that it is in; whichever is the outermost in which the index does not change.
 */
final class IndexFrames {
    private static final String NAME = "part.of.index";

    /** A product with a larger number takes a loop. */
    private static final int MOST_ADDITIONS = 4;

    private final FreshVariables fresh;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<Variable, Frame> homes = new HashMap<>();
    private final Map<Variable, Polynomial> magnitudes = new HashMap<>();

    IndexFrames(FreshVariables fresh) {
        this.fresh = fresh;
    }

    /** A product: {@code factor} is affine in sizes. */
    private record Product(Affine value, Affine factor) {}

    /**
     * Where indices are computed, and what is computed there. What it has made keeps its value as long as the frame lasts.
     * Variables of frames within it that have ended can be used again by other frames within it.
     */
    private static final class Frame {
        private final List<Statement> statements = new ArrayList<>();
        private final Map<Product, Variable> products = new LinkedHashMap<>();
        private final Map<Affine, Variable> sums = new LinkedHashMap<>();
        private final List<Variable> made = new ArrayList<>();
        private final List<Variable> free = new ArrayList<>();
    }

    /** Begins the statements of a routine, or one statement. */
    void begin() {
        frames.push(new Frame());
    }

    /** Begins the body of a loop. */
    void begin(Statement.For loop) {
        begin();
        homes.put(loop.variable(), frames.element());
        magnitudes.put(loop.variable(), magnitude(loop.low()).plus(magnitude(loop.high())));
    }

    /** What has to be computed where the last frame begins, which ends. */
    List<Statement> end() {
        Frame frame = frames.pop();
        Optional.ofNullable(frames.peek()).ifPresent(outer -> {
            outer.free.addAll(frame.made);
            outer.free.addAll(frame.free);
        });
        return frame.statements;
    }

    /** An index that is computed from data, which the statement that it is in does not change before it is used. */
    Affine ofData(Expression expression) {
        if (expression instanceof Expression.Read read) {
            homes.put(read.variable(), frames.element());
            magnitudes.put(read.variable(), magnitude(expression.type()));
            return Affine.of(read.variable());
        }
        Variable copy = make(frames.element(), magnitude(expression.type()), expression.span());
        frames.element().statements.add(assign(copy, expression));
        return Affine.of(copy);
    }

    private static Polynomial magnitude(Type type) {
        return switch (type) {
            case Type.Wide wide ->
                wide.smallest().magnitude().plus(wide.largest().magnitude());
            case Type.Bit bit -> Polynomial.constant(1);
            case Type.Ranged ranged -> Polynomial.constant(Math.max(Math.abs(ranged.low()), Math.abs(ranged.high())));
            case Type.Enumeration enumeration -> Polynomial.constant(enumeration.high());
        };
    }

    private Polynomial magnitude(Affine index) {
        Polynomial magnitude = index.withoutLoops().asPolynomial().magnitude();
        for (Map.Entry<Variable, Integer> summand : index.loops().entrySet()) {
            Polynomial known = magnitudes.get(summand.getKey());
            if (known == null) {
                throw new IllegalStateException(summand.getKey() + " is not known here");
            }
            magnitude = magnitude.plus(known.times(Polynomial.constant(Math.abs(summand.getValue()))));
        }
        return magnitude;
    }

    /** An index times a dimension. */
    Affine times(Affine index, Affine dimension, Span span) {
        if (dimension.isConstant() && dimension.constant() <= MOST_ADDITIONS) {
            return Affine.constant(0).plus(dimension.constant(), index);
        }
        Affine sum = Affine.constant(0)
                .plus(index.constant(), dimension)
                .plus(index.features(), size(index.features(), Affine.ofFeatures(), dimension, span))
                .plus(index.examples(), size(index.examples(), Affine.ofExamples(), dimension, span));
        for (Map.Entry<Variable, Integer> summand : index.loops().entrySet()) {
            sum = sum.plus(summand.getValue(), product(Affine.of(summand.getKey()), dimension, span));
        }
        return sum;
    }

    private Affine size(int coefficient, Affine size, Affine dimension, Span span) {
        return coefficient == 0 ? size : product(size, dimension, span);
    }

    /** A variable that has the product's value where the index is used: the value is added as often as need be. */
    private Affine product(Affine value, Affine factor, Span span) {
        Frame frame = frame(value);
        Product key = new Product(value, factor);
        Variable known = frame.products.get(key);
        if (known != null) {
            return Affine.of(known);
        }
        Variable product =
                make(frame, magnitude(value).times(factor.asPolynomial().magnitude()), span);
        frame.products.put(key, product);
        Variable rounds = fresh.of("rounds", Variable.Kind.LOOP, product.type(), span);
        frame.statements.add(assign(product, new Expression.Constant(0, new Type.Ranged(0, 0), span)));
        frame.statements.add(new Statement.For(
                rounds,
                Affine.constant(0),
                factor,
                false,
                ImmutableList.of(assign(product, sum(Affine.of(product).plus(value), product.type(), span))),
                span));
        return Affine.of(product);
    }

    /** The index as an expression that is a number, or a variable. */
    Expression expression(Affine index, Span span) {
        Type type = wide(magnitude(index));
        boolean isOfLoops = index.loops().keySet().stream().allMatch(IndexFrames::isLoop);
        boolean isVariable = index.loops().size() == 1 && index.equals(Affine.of(onlyVariable(index)));
        if (isOfLoops || isVariable) {
            return sum(index, type, span);
        }
        Frame frame = frame(index);
        Variable known = frame.sums.get(index);
        if (known == null) {
            known = make(frame, magnitude(index), span);
            frame.sums.put(index, known);
            frame.statements.add(assign(known, sum(index, type, span)));
        }
        return new Expression.Read(known, span);
    }

    private static Variable onlyVariable(Affine index) {
        return index.loops().keySet().iterator().next();
    }

    private static boolean isLoop(Variable variable) {
        return variable.kind() == Variable.Kind.LOOP;
    }

    /** The innermost frame that an index needs, which is the outermost one in which it can be computed. */
    private Frame frame(Affine index) {
        return frames.stream()
                .filter(frame ->
                        index.loops().keySet().stream().anyMatch(variable -> frame.equals(homes.get(variable))))
                .findFirst()
                .orElseGet(frames::getLast);
    }

    private Variable make(Frame frame, Polynomial magnitude, Span span) {
        Type type = wide(magnitude);
        Variable made = reused(frame, type).orElseGet(() -> fresh.of(NAME, type, span));
        frame.made.add(made);
        homes.put(made, frame);
        magnitudes.put(made, magnitude);
        return made;
    }

    /** A variable of the type that was made for a frame which has ended in one that is around the given one. */
    private Optional<Variable> reused(Frame frame, Type type) {
        List<Frame> innermostFirst = List.copyOf(frames);
        for (Frame outer : innermostFirst.subList(innermostFirst.indexOf(frame) + 1, innermostFirst.size())) {
            for (Variable variable : outer.free) {
                if (variable.type().equals(type)) {
                    outer.free.remove(variable);
                    return Optional.of(variable);
                }
            }
        }
        return Optional.empty();
    }

    private static Type wide(Polynomial magnitude) {
        return new Type.Wide(magnitude.negate(), magnitude);
    }

    private static Statement assign(Variable variable, Expression value) {
        return new Statement.Assign(new Expression.Read(variable, value.span()), value, value.span());
    }

    /** The sum that an affine expression is. */
    private static Expression sum(Affine affine, Type type, Span span) {
        Affine ofLoops = affine;
        Optional<Expression> sum = Optional.empty();
        for (Map.Entry<Variable, Integer> summand : affine.loops().entrySet()) {
            Variable variable = summand.getKey();
            if (!isLoop(variable)) {
                ofLoops = ofLoops.plus(-summand.getValue(), Affine.of(variable));
                Expression read = new Expression.Read(variable, span);
                for (int i = 0; i < Math.abs(summand.getValue()); i++) {
                    Expression before = sum.orElseGet(() -> number(Affine.constant(0), type, span));
                    boolean isFirst = sum.isEmpty() && summand.getValue() > 0;
                    BinaryOperator operator = summand.getValue() > 0 ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
                    sum = Optional.of(isFirst ? read : new Expression.Binary(operator, before, read, type, span));
                }
            }
        }
        Expression rest = number(ofLoops, type, span);
        return sum.isEmpty()
                ? rest
                : ofLoops.equals(Affine.constant(0))
                        ? sum.get()
                        : new Expression.Binary(BinaryOperator.ADD, sum.get(), rest, type, span);
    }

    private static Expression number(Affine affine, Type type, Span span) {
        return affine.isConstant()
                ? new Expression.Constant(
                        affine.constant(), new Type.Ranged(affine.constant(), affine.constant()), span)
                : new Expression.Index(affine, type, span);
    }
}
