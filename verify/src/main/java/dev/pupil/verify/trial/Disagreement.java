package dev.pupil.verify.trial;

import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;

/**
 * A query on which two predictors do not give the same label.
 *
 * @param training what was learned
 * @param query the query
 * @param expected what the first predictor says, with its name
 * @param actual what the second one says, with its name
 */
public record Disagreement(DataSet training, BitSet query, Said expected, Said actual) {
    /** An outcome and whose it is. */
    public record Said(String predictor, Outcome outcome) {
        @Override
        public String toString() {
            return predictor + " says " + outcome;
        }
    }

    /** The data as CSV lines, label last, then the query and the outcomes as comments. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < training.size(); row++) {
            appendBits(text, training.row(row))
                    .append(training.label(row) ? 1 : 0)
                    .append('\n');
        }
        text.append("# query ");
        appendBits(text, query).setLength(text.length() - 1);
        return text.append("\n# ")
                .append(expected)
                .append("; ")
                .append(actual)
                .append('\n')
                .toString();
    }

    private StringBuilder appendBits(StringBuilder text, BitSet bits) {
        for (int column = 0; column < training.features(); column++) {
            text.append(bits.get(column) ? "1," : "0,");
        }
        return text;
    }
}
