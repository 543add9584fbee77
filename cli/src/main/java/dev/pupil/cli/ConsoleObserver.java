package dev.pupil.cli;

import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.Reading;
import dev.pupil.runtime.experiment.Observer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Tells standard error what an experiment does. */
final class ConsoleObserver implements Observer, AutoCloseable {
    /** From here on it is worth saying how long training will take. */
    private static final Duration LONG = Duration.ofSeconds(3);

    private final Console console;
    private Optional<ProgressDisplay> display = Optional.empty();

    ConsoleObserver(Console console) {
        this.console = console;
    }

    @Override
    public void hasRead(Path file, Reading reading) {
        console.note(file + ": " + reading.summary());
    }

    @Override
    public void isAboutToTrain(int updates, Duration estimate) {
        if (estimate.compareTo(LONG) > 0) {
            console.note("training by SGD: %s updates, about %s; --training closed-form writes the same weights at once"
                    .formatted(updates, Durations.inWords(estimate)));
        }
    }

    @Override
    public Progress begins(Task task) {
        close();
        ProgressDisplay next = new ProgressDisplay(
                console,
                switch (task) {
                    case TRAINING -> "training";
                    case PREDICTING -> "predicting";
                });
        display = Optional.of(next);
        return next;
    }

    @Override
    public void close() {
        display.ifPresent(ProgressDisplay::close);
        display = Optional.empty();
    }
}
