package dev.pupil.runtime.data;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/**
 * A row of a CSV file.
 *
 * @param line the line it starts in, from 1; a quoted cell may hold further lines
 * @param cells its cells, unquoted; one empty cell if the line is empty
 */
record CsvRow(long line, ImmutableList<String> cells) {
    /** Whether the row is an empty line. */
    boolean isEmpty() {
        return cells.size() == 1 && cells.getFirst().isEmpty();
    }

    /** Puts rows together from what the parser finds, and knows how far it has come if it finds an error. */
    static final class Assembler extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private ImmutableList.Builder<String> cells = ImmutableList.builder();

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells = ImmutableList.builder();
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            cells.add(new String(buf, offset, len));
        }

        @Override
        protected void handleEmpty() {
            cells.add("");
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(getStartingLineNumber(), cells.build());
        }

        /** The line in which the unfinished row started. */
        long line() {
            return getStartingLineNumber();
        }

        /** The number of the cell that could not be finished, from 1. */
        int cell() {
            return getFieldCount() + 1;
        }
    }
}
