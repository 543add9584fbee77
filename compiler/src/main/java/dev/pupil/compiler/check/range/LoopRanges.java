package dev.pupil.compiler.check.range;

import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What affine expressions can be, given the loops around them. A loop variable is replaced by the bound at which the
 * expression is extreme, innermost first, since inner bounds depend on outer variables only.
 */
final class LoopRanges {
    private static final Affine ONE = Affine.constant(1);
    private static final Affine ZERO = Affine.constant(0);

    private final Map<Variable, Statement.For> loops = new HashMap<>();

    static LoopRanges of(Program program) {
        LoopRanges ranges = new LoopRanges();
        ranges.collect(program.learn());
        ranges.collect(program.predict());
        return ranges;
    }

    private void collect(List<Statement> body) {
        body.stream().flatMap(Statement::loops).forEach(loop -> loops.put(loop.variable(), loop));
    }

    /** The largest value of an affine expression wherever all its loops are running. */
    Affine largest(Affine affine) {
        Affine largest = affine;
        while (!largest.loops().isEmpty()) {
            // Inner loops were numbered after those around them.
            Variable innermost = largest.loops().keySet().stream()
                    .max(Comparator.comparingInt(Variable::id))
                    .orElseThrow();
            int coefficient = largest.loops().getOrDefault(innermost, 0);
            Statement.For loop = loop(innermost);
            Affine extreme = coefficient > 0 ? loop.high().minus(ONE) : loop.low();
            largest = largest.plus(-coefficient, Affine.of(innermost)).plus(coefficient, extreme);
        }
        return largest;
    }

    /** The smallest value of an affine expression wherever all its loops are running. */
    Affine smallest(Affine affine) {
        return ZERO.minus(largest(ZERO.minus(affine)));
    }

    /** All values of an affine expression. */
    Interval interval(Affine affine) {
        return new Interval(smallest(affine).asPolynomial(), largest(affine).asPolynomial());
    }

    /** How often a loop's body runs at most each time the loop is reached. */
    Polynomial iterations(Statement.For loop) {
        return Bounds.upper(largest(loop.high().minus(loop.low())).asPolynomial(), Polynomial.constant(0));
    }

    /**
     * Whether an affine expression is never negative inside the given loops. That they are running says that each has
     * an iteration, which is used where the bounds alone do not do.
     */
    boolean isNeverNegative(Affine affine, List<Statement.For> running) {
        if (isSmallestNotNegative(affine)) {
            return true;
        }
        return running.stream()
                .map(loop -> loop.high().minus(loop.low()).minus(ONE))
                .anyMatch(notNegative -> isSmallestNotNegative(affine.minus(notNegative)));
    }

    private boolean isSmallestNotNegative(Affine affine) {
        return Bounds.atLeast(smallest(affine).asPolynomial(), Polynomial.constant(0));
    }

    private Statement.For loop(Variable variable) {
        Statement.For loop = loops.get(variable);
        if (loop == null) {
            throw new IllegalStateException("no loop counts " + variable);
        }
        return loop;
    }
}
