package dev.pupil.compiler.lower.prelude;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Term.Lane;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import java.util.Optional;

/**
 * The part of the automaton that is the same for every program: it finds the first empty row, spreads labels and the
 * query, notices that memory is full, and sends the examples' bits upwards.
 *
 * <p>Row i's lane holds y·x[b]·q[b] in feature columns (q is the query, all in ±1), y in the label column; the last row
 * holds q. So the product of the row's label, the column's query bit and the lane's own sign is x[b].
 *
 * @param direction which way rows are scanned
 * @param workspace where the image may have pixels that are not W's
 */
public record Prelude(Direction direction, Workspace workspace) {
    /** Pixels beside W's, marked 2 in the lane. */
    public enum Workspace {
        /** The image is as large as W. */
        NONE,
        /** There may be rows below the query's. */
        ROWS,
        /** There may be rows below the query's and columns at the right of the label's. */
        ROWS_AND_COLUMNS
    }

    private static final Origin ORIGIN = new Origin("prelude", Optional.empty());
    private static final Term STARTED = Terms.read(Names.STARTED);
    private static final Term RUNNING = Terms.read(Names.RUNNING);
    private static final Term POSITIVE = Terms.read(Names.POSITIVE);
    private static final Term FILLED = Terms.read(Names.FILLED);

    /** The step in which an example's bits leave its row. */
    public static final Term LEAVING = Terms.and(STARTED, Terms.not(RUNNING));

    /** The fields of the prelude. */
    public ImmutableList<Field> fields() {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.add(bit(Automaton.INSIDE, "inside the image", Terms.TRUE));
        fields.add(early(Names.POSITIVE, "the lane is +1", new Lane(1)));
        fields.add(early(Names.FILLED, "the lane is +1 or -1", Terms.or(new Lane(1), new Lane(-1))));
        if (workspace != Workspace.NONE) {
            fields.add(early(Names.GRID, "not workspace", Terms.not(new Lane(2))));
        }
        fields.add(early(Names.SELECT, "in the first empty row, the next to be memorised", select()));
        fields.add(early(
                Names.LABEL,
                "the row's label",
                Terms.choice(beforeLabel(), Terms.read(Names.LABEL, Offset.RIGHT), POSITIVE)));
        fields.add(early(
                Names.QUERY,
                "the query's bit in this column",
                Terms.choice(grid(Offset.DOWN), Terms.read(Names.QUERY, Offset.DOWN), POSITIVE)));
        fields.add(early(Names.FULL, "memory is full, and labels and query have passed", full()));
        fields.add(bit(Names.STARTED, "the learner has started here", started()));
        fields.add(bit(Names.RUNNING, "the learner started at least one step ago", STARTED));
        return fields.build();
    }

    /** The fields that tell a pixel where it is, whether the passes ask for them or not. */
    public ImmutableList<Field> places() {
        Term corner = Terms.and(outside(Offset.UP), outside(Offset.LEFT));
        Term previous = Terms.read(Names.DIAGONAL, new Offset(-1, -1));
        return ImmutableList.of(
                bit(
                        Names.DIAGONAL,
                        "the column is the row's number, and not the label's",
                        Terms.and(inside(Offset.CENTER), inside(Offset.RIGHT), Terms.or(corner, previous))),
                bit(
                        Names.BEYOND,
                        "the column is greater than the row's number",
                        Terms.or(Terms.read(Names.DIAGONAL, Offset.LEFT), Terms.read(Names.BEYOND, Offset.LEFT))),
                bit(
                        Names.BEFORE,
                        "the column is less than the row's number",
                        Terms.or(Terms.read(Names.DIAGONAL, Offset.RIGHT), Terms.read(Names.BEFORE, Offset.RIGHT))),
                bit(Names.FIRST_ROW, "in row 0", Terms.and(inside(Offset.CENTER), outside(Offset.UP))));
    }

    private static Field bit(String name, String meaning, Term next) {
        return new Field(name, meaning, 0, 1, 0, next, ORIGIN);
    }

    /** A field that nobody needs once the learner has started. */
    private static Field early(String name, String meaning, Term next) {
        return bit(name, meaning, Terms.and(Terms.not(STARTED), next));
    }

    private Term grid(Offset at) {
        return workspace == Workspace.NONE ? inside(at) : Terms.read(Names.GRID, at);
    }

    /** Whether a pixel is at the left of the label column. */
    private Term beforeLabel() {
        return workspace == Workspace.ROWS_AND_COLUMNS ? grid(Offset.RIGHT) : inside(Offset.RIGHT);
    }

    /** Whether a pixel of W is in the label column. */
    public Term isLabelColumn() {
        return Terms.and(grid(Offset.CENTER), Terms.not(beforeLabel()));
    }

    private Term select() {
        Term emptyAfterFilled =
                Terms.and(Terms.not(FILLED), Terms.or(outside(Offset.UP), Terms.read(Names.FILLED, Offset.UP)));
        return Terms.and(
                grid(Offset.CENTER),
                Terms.choice(beforeLabel(), Terms.read(Names.SELECT, Offset.RIGHT), emptyAfterFilled));
    }

    private Term full() {
        return Terms.choice(
                beforeLabel(),
                Terms.read(Names.FULL, Offset.RIGHT),
                Terms.choice(grid(Offset.DOWN), Terms.read(Names.FULL, Offset.DOWN), FILLED));
    }

    private Term started() {
        Term atStart = Terms.or(STARTED, Terms.read(Names.FULL));
        Term inFirstRow = switch (direction) {
            case RIGHT -> Terms.choice(inside(Offset.LEFT), Terms.read(Names.STARTED, Offset.LEFT), atStart);
            // The wave of full runs to the left itself.
            case LEFT -> atStart;
        };
        return Terms.choice(inside(Offset.UP), Terms.read(Names.STARTED, Offset.UP), inFirstRow);
    }

    /** The bit that an example's pixel sends up: its feature, or its label; the query's label is 0. */
    public Term bit() {
        Term product = Terms.xor(Terms.xor(POSITIVE, Terms.read(Names.LABEL)), Terms.read(Names.QUERY));
        Term ofExample = Terms.choice(beforeLabel(), product, POSITIVE);
        Term ofQuery = Terms.and(beforeLabel(), POSITIVE);
        return Terms.and(grid(Offset.CENTER), Terms.choice(isLastRow(), ofQuery, ofExample));
    }

    /** The label that goes with every bit of an example; the query's is 0. */
    public Term label() {
        return Terms.and(grid(Offset.CENTER), Terms.not(isLastRow()), Terms.read(Names.LABEL));
    }

    /** Whether a bit belongs to the query. */
    public Term isQuery() {
        return Terms.and(grid(Offset.CENTER), isLastRow());
    }

    /** Whether there is an example, or the query, in this row. */
    public Term isThere() {
        return grid(Offset.CENTER);
    }

    private Term isLastRow() {
        return Terms.not(grid(Offset.DOWN));
    }

    /** A field that moves up one row a step, and starts with {@code value} in the step in which bits leave their row. */
    public Field up(String name, String meaning, Term value) {
        String field = Names.UP + name;
        return bit(field, meaning, Terms.choice(LEAVING, value, Terms.read(field, Offset.DOWN)));
    }
}
