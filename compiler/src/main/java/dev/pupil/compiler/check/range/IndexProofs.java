package dev.pupil.compiler.check.range;

import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.resolve.AffineFolding;
import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * Proves that indices lie inside their arrays for all sizes: affine ones by the bounds of the loops around them, others
 * by the range of their value.
 */
record IndexProofs(LoopRanges loops, LateUpdates updates, SizeNames names) {
    private static final Affine ONE = Affine.constant(1);

    /**
     * Proves the indices of an element.
     *
     * @param running the loops around it
     * @throws Refusal if one may be outside
     */
    void check(Expression.Element element, List<Statement.For> running) {
        for (int i = 0; i < element.indices().size(); i++) {
            Affine size = element.array().dimensions().get(i);
            Expression index = element.indices().get(i);
            Optional<Affine> affine = AffineFolding.affine(index);
            boolean inside = affine.isPresent()
                    ? loops.isNeverNegative(affine.get(), running)
                            && loops.isNeverNegative(size.minus(ONE).minus(affine.get()), running)
                    : isInside(index, size);
            if (!inside) {
                throw outside(element.array(), index, size, affine);
            }
        }
    }

    private boolean isInside(Expression index, Affine size) {
        Interval elements = new Interval(Polynomial.constant(0), last(size));
        return elements.contains(range(index));
    }

    private Interval range(Expression index) {
        return new ExpressionRanges(loops, updates::here).of(index);
    }

    private static Polynomial last(Affine size) {
        return size.minus(ONE).asPolynomial();
    }

    private Refusal outside(Variable array, Expression index, Affine size, Optional<Affine> affine) {
        Interval range = affine.map(loops::interval).orElseGet(() -> range(index));
        boolean below = !Bounds.atLeast(range.low(), Polynomial.constant(0));
        Polynomial value = below ? range.low() : range.high();
        Polynomial limit = below ? Polynomial.constant(0) : last(size);
        String message = "this index of %s may be %s, and the %s one is %s"
                .formatted(Excerpt.quote(array.name()), names.text(value), below ? "first" : "last", names.text(limit));
        Polynomial excess = below ? value.negate() : value.plus(limit.negate());
        String example = Interval.constant(excess).isPresent()
                ? ""
                : names.example(excess, value, limit).map(found -> "; " + found).orElse("");
        String help = "it must be inside for every size; change the loop's bounds, the index or the array's size";
        return Refusal.of(DiagnosticCode.INDEX_OUT_OF_RANGE.at(index.span(), message + example, help));
    }
}
