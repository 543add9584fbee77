package dev.pupil.compiler.sequence;

import dev.pupil.compiler.automaton.SizeExpression;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Polynomial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How large the image has to be: gathered while a program is scheduled. */
final class ImageSize {
    private final Set<SizeExpression> rows = new LinkedHashSet<>();
    private final Set<SizeExpression> columns = new LinkedHashSet<>();
    private long coefficients;
    private int degree;
    private boolean hasMarkers;

    ImageSize() {
        rows.add(SizeExpression.of(0, 1, 1));
        columns.add(SizeExpression.of(1, 0, 2));
    }

    /** At least so many rows are stored to; below them there must be another. */
    void needsRows(Affine count) {
        rows.add(above(count));
    }

    /** At least so many columns are stored to; at the right of them there must be another, where the head turns. */
    void needsColumns(Affine count) {
        columns.add(above(count));
    }

    private static SizeExpression above(Affine count) {
        return SizeExpression.of(
                Math.max(0, count.features()),
                Math.max(0, count.examples()),
                (long) count.constant() + 1 + Math.min(0, count.features()) + Math.min(0, count.examples()));
    }

    /** The accumulator's sign is looked at while it holds a value of at most this size. */
    void needsMagnitude(Magnitude magnitude) {
        coefficients = Math.max(coefficients, magnitude.coefficients());
        degree = Math.max(degree, magnitude.degree());
    }

    /** From the accumulator a row's or column's number is taken away, or more, to find it. */
    void needsMarkers() {
        hasMarkers = true;
    }

    /**
     * A bound of absolute values.
     *
     * @param coefficients the sum of a polynomial's absolute coefficients
     * @param degree its degree
     */
    record Magnitude(long coefficients, int degree) {
        static final Magnitude ZERO = new Magnitude(0, 0);

        static Magnitude of(long constant) {
            return new Magnitude(Math.abs(constant), 0);
        }

        static Magnitude of(Polynomial polynomial) {
            long sum = 0;
            int degree = 0;
            for (var summand : polynomial.coefficients().entrySet()) {
                sum = Math.addExact(sum, Math.abs(summand.getValue()));
                degree = Math.max(
                        degree, summand.getKey().features() + summand.getKey().examples());
            }
            return new Magnitude(sum, degree);
        }

        Magnitude plus(Magnitude other) {
            return new Magnitude(Math.addExact(coefficients, other.coefficients), Math.max(degree, other.degree));
        }

        Magnitude max(Magnitude other) {
            return new Magnitude(Math.max(coefficients, other.coefficients), Math.max(degree, other.degree));
        }
    }

    SizeExpression rows() {
        List<SizeExpression> all = new ArrayList<>(rows);
        if (coefficients > 0) {
            int more = hasMarkers ? rowsWithMarkers() : rowsFor(coefficients);
            if (degree == 0) {
                all.add(SizeExpression.constant(more));
            } else {
                all.add(SizeExpression.of(1, 0, more));
                all.add(SizeExpression.of(0, 1, more));
            }
        }
        return simplified(all);
    }

    private static long largest(Set<SizeExpression> sizes) {
        return sizes.stream()
                .flatMap(size -> size.alternatives().stream())
                .mapToLong(sum -> sum.features() + sum.examples() + Math.abs(sum.constant()))
                .max()
                .orElseThrow();
    }

    /** What rows are needed beyond d or m where twice the number of rows, or of columns, is taken away. */
    private int rowsWithMarkers() {
        degree = Math.max(degree, 1);
        long largest = coefficients + 2 * largest(rows) + 2 * largest(columns);
        int more = 0;
        while (rowsFor(largest + 2L * (more + 2)) > more) {
            more++;
        }
        return more;
    }

    private int rowsFor(long largest) {
        return Long.SIZE - Long.numberOfLeadingZeros(largest) + 1 + excess();
    }

    /**
     * With n the larger of d and m, C the coefficients' sum and k the degree, values are below C·nᵏ, which takes at most
     * bits(C) + k·bits(n) bits, and k·bits(n) exceeds n by at most this.
     */
    private int excess() {
        int excess = 0;
        for (int exponent = 0; exponent < Integer.SIZE - 1; exponent++) {
            long bits = (long) degree * (exponent + 1);
            excess = (int) Math.max(excess, bits - (1L << exponent));
        }
        return excess;
    }

    SizeExpression columns() {
        return simplified(new ArrayList<>(columns));
    }

    /** Without alternatives that are never larger than another one. */
    private static SizeExpression simplified(List<SizeExpression> all) {
        List<SizeExpression> kept = new ArrayList<>();
        for (SizeExpression size : all) {
            boolean isCovered = all.stream()
                    .anyMatch(other -> !other.equals(size) && isAtLeast(other, size) && !isAtLeast(size, other));
            if (!isCovered) {
                kept.add(size);
            }
        }
        return SizeExpression.max(kept);
    }

    private static boolean isAtLeast(SizeExpression one, SizeExpression other) {
        SizeExpression.Sum left = one.alternatives().getFirst();
        SizeExpression.Sum right = other.alternatives().getFirst();
        return left.features() >= right.features()
                && left.examples() >= right.examples()
                && left.features() + left.examples() + left.constant()
                        >= right.features() + right.examples() + right.constant();
    }
}
