package dev.pupil.compiler.lower.processor.instruction;

import dev.pupil.compiler.automaton.Origin;
import java.util.Optional;

/** The names of the fields that every sequential learner has, and what the others' names begin with. */
public final class SequenceNames {
    /** Where fields that are the same for all programs come from. */
    public static final Origin ORIGIN = new Origin("control", Optional.empty());

    public static final String STATE = "state";
    public static final String OUT = "out";
    public static final String BACK = "back";
    public static final String CALL = "call";
    public static final String IS_QUERY = "is_query";
    public static final String EXAMPLE_LABEL = "example_label";
    public static final String FIRST_COLUMN = "first_column";
    public static final String LABEL_COLUMN = "label_column";
    public static final String FEATURE_COLUMN = "feature_column";
    public static final String COLUMN_TOKEN = "column_token";
    public static final String ROW_TOKEN = "row_token";
    public static final String ORDER = "order";
    public static final String ADDEND = "addend";
    public static final String SMALL = "small";
    public static final String OPERAND = "operand";
    public static final String ACCUMULATOR = "accumulator";
    public static final String OVERFLOW = "overflow";
    public static final String REPLY = "reply";
    public static final String ROW_REPLY = "row_reply";
    public static final String SIGN = "sign";
    public static final String SIGN_ROW = "sign_row";
    public static final String MEASURING = "measuring";
    public static final String MATRIX_END = "matrix_end";
    public static final String COUNT = "count";
    public static final String COLUMN_ORDER = "column_order";
    public static final String LEFTWARDS = "leftwards";
    public static final String RIGHTWARDS = "rightwards";
    public static final String ACROSS = "across";
    public static final String FRONT = "front";

    /** Prefix of registers. */
    public static final String REGISTER = "register.";

    /** Prefix of array elements. */
    public static final String CELL = "cell.";

    /** Prefix of copies of matrices' rows. */
    public static final String BUFFER = "buffer.";

    /** Prefix of wide integers. */
    public static final String NUMBER = "number.";

    /** Prefix of markers of columns. */
    public static final String COLUMN = "column.";

    /** Prefix of markers of rows. */
    public static final String ROW = "row.";

    /** Prefix of what moves up from a matrix to a buffer. */
    public static final String RISING = "rising.";

    /** Prefix of what moves down from a buffer to a matrix. */
    public static final String FALLING = "falling.";

    /** Prefix of what a wave brings to every pixel. */
    public static final String GIVEN = "given.";

    /** Prefix of vectors' elements that move down with a wave. */
    public static final String TRAVELLING = "travelling.";

    /** Prefix of vectors' elements on the way from row 0 to the column 0 of their own rows. */
    public static final String TURNING = "turning.";

    /** Prefix of vectors' elements that run along the rows with their numbers. */
    public static final String OWN = "own.";

    /** Prefix of what a wave takes along a row. */
    public static final String CARRY = "carry.";

    private SequenceNames() {}
}
