package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.Optional;

/**
 * Where statements stand: turns indices, loop bounds and comparisons of indices into columns and places.
 *
 * @param rows the rows that the statements run in
 * @param row the loop variable that counts the rows
 * @param column the loop variable that counts the columns, inside a loop over columns
 */
record Positions(Rows rows, Optional<Variable> row, Optional<Variable> column) {
    private static final Term FIRST_COLUMN = Terms.read(Place.FIRST_COLUMN);
    private static final Term LABEL_COLUMN = Terms.read(Place.LABEL_COLUMN);
    private static final Term DIAGONAL = Terms.read(Place.DIAGONAL);
    private static final Term BEYOND = Terms.read(Place.BEYOND_DIAGONAL);
    private static final Term FROM_DIAGONAL = Terms.or(DIAGONAL, BEYOND);
    private static final Term FIRST_ROW = Terms.read(Place.FIRST_ROW);

    /** The same rows, inside a loop over columns. */
    Positions in(Variable loop) {
        return new Positions(rows, row, Optional.of(loop));
    }

    /** Coefficients of an affine expression of the row k, the column j and d. */
    private record Form(int j, int k, int d, int m, int constant) {}

    private Form form(Affine affine) {
        int j = column.map(variable -> affine.loops().getOrDefault(variable, 0)).orElse(0);
        int k = row.map(variable -> affine.loops().getOrDefault(variable, 0)).orElse(0);
        return new Form(j, k, affine.features(), affine.examples(), affine.constant());
    }

    /** Whether an index is the column that the loop is in. */
    boolean isOwnColumn(Expression index) {
        return index instanceof Expression.Index affine && form(affine.value()).equals(new Form(1, 0, 0, 0, 0));
    }

    /** Whether an index is the row that the loop is in. */
    boolean isOwnRow(Expression index) {
        return index instanceof Expression.Index affine && form(affine.value()).equals(new Form(0, 1, 0, 0, 0));
    }

    /** The single column that an index stands for. */
    Column column(Expression index, Expression.Element element) throws NotASweepException {
        Optional<Column> column = Optional.empty();
        if (index instanceof Expression.Constant constant) {
            column = constant.value() == 0 ? Optional.of(Column.FIRST) : Optional.empty();
        } else if (index instanceof Expression.Index affine) {
            Form form = form(affine.value());
            column = form.equals(new Form(0, 1, 0, 0, 0))
                    ? Optional.of(Column.DIAGONAL)
                    : form.equals(new Form(0, 0, 1, 0, 0)) ? Optional.of(Column.LABEL) : Optional.empty();
        }
        return column.orElseThrow(() -> new NotASweepException(
                element.span(),
                "this element of '" + element.array().name() + "' lies in a column that the scan can't single out"));
    }

    /** The place of a single column. */
    Term place(Column column) {
        return column.equals(Column.FIRST) ? FIRST_COLUMN : column.equals(Column.LABEL) ? LABEL_COLUMN : DIAGONAL;
    }

    /** The columns that a loop visits. */
    Columns columns(Statement.For loop) throws NotASweepException {
        return new Columns(bound(loop, loop.low()), bound(loop, loop.high()).plus(-1));
    }

    private Column bound(Statement.For loop, Affine bound) throws NotASweepException {
        Form form = form(bound);
        boolean known = form.m == 0
                && form.j == 0
                && (form.k == 0 || rows == Rows.EACH)
                && bound.loops().size() == (form.k == 0 ? 0 : 1)
                && (isBetween(form, 0, 0) || isBetween(form, 1, 0) || isBetween(form, 0, 1));
        if (!known) {
            throw new NotASweepException(
                    loop.span(), "this loop over columns has a bound that no pixel can recognise by itself");
        }
        return new Column(form.k, form.d, form.constant);
    }

    private static boolean isBetween(Form form, int k, int d) {
        return form.k == k && form.d == d && (form.constant == 0 || form.constant == 1);
    }

    /**
     * The place of a range of columns.
     *
     * @param entered a column at or before the range's first, in scan order, from which on a condition keeps the scan
     *     out of columns before it; the place then need not
     */
    Term place(Columns columns, Direction direction, Optional<Columns> entered) {
        boolean isEntered = entered.isPresent()
                && switch (direction) {
                    case RIGHT -> columns.first().isAtMost(entered.get().first());
                    case LEFT -> entered.get().last().isAtMost(columns.last());
                };
        Term low = isEntered && direction == Direction.RIGHT ? Terms.TRUE : atLeast(columns.first());
        Term high = isEntered && direction == Direction.LEFT
                ? Terms.TRUE
                : lessThan(columns.last().plus(1));
        return Terms.and(low, high);
    }

    private static Term atLeast(Column column) {
        if (column.rows() == 1) {
            return column.constant() == 0 ? FROM_DIAGONAL : BEYOND;
        }
        if (column.features() == 1) {
            return column.constant() == 0 ? LABEL_COLUMN : Terms.FALSE;
        }
        return column.constant() == 0 ? Terms.TRUE : Terms.not(FIRST_COLUMN);
    }

    private static Term lessThan(Column column) {
        return Terms.not(atLeast(column));
    }

    /** A comparison of two indices as a place. */
    Term compare(BinaryOperator operator, Affine left, Affine right, Expression comparison) throws NotASweepException {
        Affine difference = left.minus(right);
        Affine opposite = right.minus(left);
        return switch (operator) {
            case EQUAL -> isZero(difference, comparison);
            case NOT_EQUAL -> Terms.not(isZero(difference, comparison));
            case LESS -> isNegative(difference, comparison);
            case GREATER -> isNegative(opposite, comparison);
            case LESS_OR_EQUAL -> Terms.not(isNegative(opposite, comparison));
            case GREATER_OR_EQUAL -> Terms.not(isNegative(difference, comparison));
            case AND, OR, XOR, ADD, SUBTRACT, MINIMUM, MAXIMUM -> throw indexAsValue(comparison);
        };
    }

    private Term isZero(Affine affine, Expression comparison) throws NotASweepException {
        // x = 0 is "not x < 0 and not −x < 0"; on the column grid one of the two is usually constant.
        return Terms.and(
                Terms.not(isNegative(affine, comparison)),
                Terms.not(isNegative(Affine.constant(0).minus(affine), comparison)));
    }

    private Term isNegative(Affine affine, Expression comparison) throws NotASweepException {
        Form form = form(affine);
        int c = form.constant;
        if (form.m == 0 && affine.loops().size() <= 2 && form.j != 0 && rows != Rows.AFTER) {
            // j + … < 0 is "j < bound", −j + … < 0 is "j ≥ bound".
            Column bound = form.j == 1 ? new Column(-form.k, -form.d, -c) : new Column(form.k, form.d, c + 1);
            if (Math.abs(form.j) == 1 && isGrid(bound)) {
                Term less = lessThan(bound);
                return form.j == 1 ? less : Terms.not(less);
            }
        }
        if (form.m == 0 && form.j == 0 && form.d == 0 && rows == Rows.EACH) {
            // k + c < 0, −k + c < 0.
            if (form.k == 1 && c >= -1) {
                return c == -1 ? FIRST_ROW : Terms.FALSE;
            }
            if (form.k == -1 && c <= 0) {
                return c == 0 ? Terms.not(FIRST_ROW) : Terms.TRUE;
            }
        }
        throw indexAsValue(comparison);
    }

    private boolean isGrid(Column column) {
        boolean grid = (column.rows() == 0 && (column.features() == 0 || column.features() == 1))
                || (column.rows() == 1 && column.features() == 0 && rows == Rows.EACH);
        return grid && (column.constant() == 0 || column.constant() == 1);
    }

    /** An index used where a wave can't use it. */
    static NotASweepException indexAsValue(Expression index) {
        return new NotASweepException(
                index.span(),
                "an index is used as a number here, and a pixel knows only whether it is in the first column, on or beyond"
                        + " the diagonal, or in the label's column");
    }
}
