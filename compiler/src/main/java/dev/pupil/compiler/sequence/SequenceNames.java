package dev.pupil.compiler.sequence;

import dev.pupil.compiler.automaton.Origin;
import java.util.Optional;

/** The names of the fields that every sequential learner has, and what the others' names begin with. */
final class SequenceNames {
    /** Where fields that are the same for all programs come from. */
    static final Origin ORIGIN = new Origin("control", Optional.empty());

    static final String STATE = "state";
    static final String OUT = "out";
    static final String BACK = "back";
    static final String CALL = "call";
    static final String IS_QUERY = "is_query";
    static final String EXAMPLE_LABEL = "example_label";
    static final String FIRST_COLUMN = "first_column";
    static final String LABEL_COLUMN = "label_column";
    static final String FEATURE_COLUMN = "feature_column";
    static final String COLUMN_TOKEN = "column_token";
    static final String ROW_TOKEN = "row_token";
    static final String ORDER = "order";
    static final String ADDEND = "addend";
    static final String SMALL = "small";
    static final String OPERAND = "operand";
    static final String ACCUMULATOR = "accumulator";
    static final String OVERFLOW = "overflow";
    static final String REPLY = "reply";
    static final String ROW_REPLY = "row_reply";
    static final String SIGN = "sign";
    static final String SIGN_ROW = "sign_row";
    static final String MEASURING = "measuring";
    static final String MATRIX_END = "matrix_end";
    static final String COUNT = "count";
    static final String COLUMN_ORDER = "column_order";
    static final String LEFTWARDS = "leftwards";
    static final String RIGHTWARDS = "rightwards";
    static final String ACROSS = "across";
    static final String FRONT = "front";

    /** Prefix of registers. */
    static final String REGISTER = "register.";

    /** Prefix of array elements. */
    static final String CELL = "cell.";

    /** Prefix of copies of matrices' rows. */
    static final String BUFFER = "buffer.";

    /** Prefix of wide integers. */
    static final String NUMBER = "number.";

    /** Prefix of markers of columns. */
    static final String COLUMN = "column.";

    /** Prefix of markers of rows. */
    static final String ROW = "row.";

    /** Prefix of what moves up from a matrix to a buffer. */
    static final String RISING = "rising.";

    /** Prefix of what moves down from a buffer to a matrix. */
    static final String FALLING = "falling.";

    /** Prefix of what a wave brings to every pixel. */
    static final String GIVEN = "given.";

    /** Prefix of vectors' elements that move down with a wave. */
    static final String TRAVELLING = "travelling.";

    /** Prefix of vectors' elements on the way from row 0 to the column 0 of their own rows. */
    static final String TURNING = "turning.";

    /** Prefix of vectors' elements that run along the rows with their numbers. */
    static final String OWN = "own.";

    /** Prefix of what a wave takes along a row. */
    static final String CARRY = "carry.";

    private SequenceNames() {}
}
