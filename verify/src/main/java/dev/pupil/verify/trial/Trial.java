package dev.pupil.verify.trial;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;

/**
 * One data set to learn and queries to ask then.
 *
 * @param training at least one example, with labels
 * @param queries of the same width; labels are not looked at
 */
public record Trial(DataSet training, DataSet queries) {
    public Trial {
        checkArgument(training.size() > 0 && training.hasLabels(), "training data are labelled examples");
        checkArgument(training.features() == queries.features(), "examples and queries are equally wide");
    }

    /** d and m. */
    public Sizes sizes() {
        return new Sizes(training.features(), training.size());
    }
}
