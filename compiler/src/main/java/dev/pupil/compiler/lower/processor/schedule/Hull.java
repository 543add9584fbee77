package dev.pupil.compiler.lower.processor.schedule;

import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Magnitude;
import java.util.HashMap;
import java.util.Map;

/** Which values loop variables have in all, whatever the loops around them do. */
final class Hull {
    /**
     * The values of a loop variable lie in {@code low} … {@code high} − 1; both are affine in the sizes, and {@code high}
     * is at least {@code low} for all sizes.
     */
    record Range(Affine low, Affine high) {
        /** How many values there are. */
        Affine length() {
            return high.minus(low);
        }
    }

    private final Map<Variable, Range> ranges = new HashMap<>();

    /** The range of a loop whose outer loops are known already. */
    Range enter(Statement.For loop) {
        Affine low = extreme(loop.low(), false);
        Affine high = extreme(loop.high(), true);
        Affine length = high.minus(low);
        // A length that shrinks with a size is at most what it is where that size is 1.
        if (length.features() < 0) {
            high = high.plus(-length.features(), Affine.ofFeatures()).plus(Affine.constant(length.features()));
        }
        if (length.examples() < 0) {
            high = high.plus(-length.examples(), Affine.ofExamples()).plus(Affine.constant(length.examples()));
        }
        length = high.minus(low);
        int least = length.features() + length.examples() + length.constant();
        if (least < 0) {
            high = high.plus(Affine.constant(-least));
        }
        Range range = new Range(low, high);
        ranges.put(loop.variable(), range);
        return range;
    }

    /** Whether an affine expression of the sizes is at most another one, whatever the sizes are. */
    static boolean isAtMost(Affine one, Affine other) {
        return Bounds.atLeast(other.asPolynomial(), one.asPolynomial());
    }

    /** A bound of a loop variable's absolute values, before, in and after the loop. */
    Magnitude magnitude(Variable loop) {
        Range range = range(loop);
        return Magnitude.of(range.low().asPolynomial())
                .max(Magnitude.of(range.high().asPolynomial()))
                .plus(Magnitude.of(1));
    }

    private Range range(Variable loop) {
        Range range = ranges.get(loop);
        if (range == null) {
            throw new IllegalStateException(loop + " is not a loop around this");
        }
        return range;
    }

    /** Whether an affine expression of loop variables can be seen not to be negative. */
    boolean isNeverNegative(Affine value) {
        Affine least = extreme(value, false);
        return least.constant() >= 0 && least.features() >= 0 && least.examples() >= 0;
    }

    /** The least, or the greatest, value of an affine expression of loop variables. */
    Affine extreme(Affine value, boolean greatest) {
        Affine result = value.withoutLoops();
        for (Map.Entry<Variable, Integer> loop : value.loops().entrySet()) {
            Range range = range(loop.getKey());
            int coefficient = loop.getValue();
            Affine end = coefficient > 0 == greatest ? range.high().plus(Affine.constant(-1)) : range.low();
            result = result.plus(coefficient, end);
        }
        return result;
    }
}
