package dev.pupil.compiler.lower.processor.schedule;

import dev.pupil.compiler.lower.processor.instruction.Reach;
import dev.pupil.compiler.lower.processor.instruction.ReplyRows;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Magnitude;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How large the image has to be: gathered while a program is scheduled. */
final class ImageSize {
    private final Set<SizeExpression> rows = new LinkedHashSet<>();
    private final Set<SizeExpression> columns = new LinkedHashSet<>();
    private Magnitude largest = Magnitude.ZERO;
    private boolean hasSigns;
    private boolean hasMarkers;
    private boolean hasMarkersOfAllRows;
    private int afterLabel;

    ImageSize() {
        rows.add(SizeExpression.of(0, 1, 1));
        columns.add(SizeExpression.of(1, 0, 2));
    }

    /** At least so many rows are stored to; below them there must be another. */
    void needsRows(Polynomial count) {
        rows.add(above(count));
    }

    /** At least so many columns are stored to; at the right of them there must be another, where the head turns. */
    void needsColumns(Polynomial count) {
        columns.add(above(count));
    }

    /** One more than a count, or a bound of that. */
    private static SizeExpression above(Polynomial count) {
        return SizeExpression.of(Bounds.growing(count)).plus(SizeExpression.constant(1));
    }

    /** How far orders to a matrix go that has so many rows. */
    Reach reach(Affine rowCount) {
        boolean isNearFeatures = rowCount.loops().isEmpty()
                && rowCount.features() == 1
                && rowCount.examples() == 0
                && rowCount.constant() >= 0
                && rowCount.constant() <= 1;
        if (isNearFeatures) {
            afterLabel = Math.max(afterLabel, rowCount.constant());
        }
        return isNearFeatures ? Reach.FEATURES : Reach.ALL;
    }

    /** The accumulator's sign may be looked at while it holds a value of at most this size. */
    void needsMagnitude(Magnitude magnitude) {
        largest = largest.max(magnitude);
    }

    /** The accumulator's sign is looked at. */
    void needsSign() {
        hasSigns = true;
    }

    /** From the accumulator a row's or column's number is taken away, or more, to find it. */
    void needsMarkers(boolean ofAllRows) {
        hasSigns = true;
        hasMarkers = true;
        hasMarkersOfAllRows |= ofAllRows;
    }

    /** The rows that reply. */
    ReplyRows replies() {
        SizeExpression last = Schedule.last(rows());
        return new ReplyRows(signRow().map(SignRow::row).orElse(last), signRow().isPresent(), afterLabel, last);
    }

    /** The row in which signs are read, if it is found by measuring; else it is the last one. */
    Optional<SignRow> signRow() {
        return hasSigns && bound().isAffine() ? Optional.of(SignRow.of(bound())) : Optional.empty();
    }

    /**
     * A bound of what is in the accumulator. While a column is looked for, twice their number is taken away from its
     * number, and a little more; for a row, twice the rows' number. That may depend on this bound: but twice the number of
     * binary digits of b is at most half of b where b is at least 32.
     */
    private Magnitude bound() {
        Magnitude bound = largest;
        if (hasMarkers) {
            Magnitude column = largest(columns);
            bound = bound.plus(column).plus(column).plus(Magnitude.of(8));
        }
        if (hasMarkersOfAllRows) {
            Magnitude row = largest(rows);
            bound = bound.plus(row).plus(row);
            bound = bound.plus(bound).plus(Magnitude.of(32));
        }
        return bound;
    }

    private static Magnitude largest(Set<SizeExpression> sizes) {
        return sizes.stream()
                .flatMap(size -> size.alternatives().stream())
                .map(Magnitude::of)
                .reduce(Magnitude.ZERO, Magnitude::max);
    }

    SizeExpression rows() {
        List<SizeExpression> all = new ArrayList<>(rows);
        Optional<SignRow> signRow = signRow();
        if (signRow.isPresent()) {
            all.add(signRow.get().row().plus(SizeExpression.constant(1)));
        } else if (hasSigns) {
            int more = hasMarkers ? rowsWithMarkers() : rowsFor(largest);
            all.add(SizeExpression.of(1, 0, more));
            all.add(SizeExpression.of(0, 1, more));
        }
        return simplified(all);
    }

    /** What rows are needed beyond d or m where twice the number of rows, or of columns, is taken away. */
    private int rowsWithMarkers() {
        Magnitude number = largest(rows).plus(largest(columns));
        Magnitude taken = largest.plus(number).plus(number);
        int more = 0;
        while (rowsFor(taken.plus(Magnitude.of(2L * (more + 2)))) > more) {
            more++;
        }
        return more;
    }

    /**
     * With n the larger of d and m, C the coefficients' sum and k the degree, values are below C·nᵏ, which takes at most
     * bits(C) + k·bits(n) bits, and k·bits(n) exceeds n by at most an excess.
     */
    private static int rowsFor(Magnitude size) {
        int excess = 0;
        for (int exponent = 0; exponent < Integer.SIZE - 1; exponent++) {
            long bits = (long) size.degree() * (exponent + 1);
            excess = (int) Math.max(excess, bits - (1L << exponent));
        }
        return Long.SIZE - Long.numberOfLeadingZeros(size.coefficients()) + 1 + excess;
    }

    SizeExpression columns() {
        return simplified(new ArrayList<>(columns));
    }

    /** Without alternatives that are never larger than another one. */
    private static SizeExpression simplified(List<SizeExpression> all) {
        List<SizeExpression> kept = new ArrayList<>();
        for (SizeExpression size : all) {
            boolean isCovered = all.stream()
                    .anyMatch(other -> !other.equals(size) && other.isAtLeast(size) && !size.isAtLeast(other));
            if (!isCovered) {
                kept.add(size);
            }
        }
        return SizeExpression.max(kept);
    }
}
