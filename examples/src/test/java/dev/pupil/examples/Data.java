package dev.pupil.examples;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.data.DataReader;
import dev.pupil.runtime.data.DataSet;
import java.nio.file.Path;

/**
 * Something to learn and to predict.
 *
 * @param examples to learn from, in this order
 * @param queries to predict, with their true labels
 */
record Data(DataSet examples, DataSet queries) {
    /** Reads the data in two CSV files. */
    static Data read(Path training, Path test) throws DataException {
        DataSet examples = DataReader.training(training).data();
        return new Data(examples, DataReader.queries(test, examples.features()).data());
    }

    /** The votes of the United States House of 1984. */
    static Data votes() throws DataException {
        return read(Path.of("votes-train.csv"), Path.of("votes-test.csv"));
    }

    /** How many of these predictions, a 0 or a 1 for each query, are its label. */
    int correct(ImmutableIntArray predictions) {
        int correct = 0;
        for (int i = 0; i < queries.size(); i++) {
            if ((predictions.get(i) == 1) == queries.label(i)) {
                correct++;
            }
        }
        return correct;
    }
}
