package dev.pupil.runtime.experiment;

import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.Reading;
import java.nio.file.Path;
import java.time.Duration;

/** Is told what happens in an experiment, as it happens. */
public interface Observer {
    /** A data file was read, and how. */
    void hasRead(Path file, Reading reading);

    /**
     * Stochastic gradient descent is about to start.
     *
     * @param updates the number of its steps
     * @param estimate how long they will take, roughly
     */
    void isAboutToTrain(int updates, Duration estimate);

    /** A task begins, and with it the one before it has ended; gives whom to tell how far it has come. */
    Progress begins(Task task);

    /** What can take long. */
    enum Task {
        /** Updating the memory weights, or writing them down. */
        TRAINING,
        /** Answering the queries. */
        PREDICTING
    }
}
