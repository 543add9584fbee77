package dev.pupil.cli;

import com.google.common.base.Stopwatch;
import dev.pupil.runtime.Progress;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A line on the terminal that shows how far work has come; nothing where there is no terminal or the work is quick. */
final class ProgressDisplay implements Progress, AutoCloseable {
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final int WIDTH = 79;

    private final Console console;
    private final String task;
    private final Stopwatch elapsed = Stopwatch.createStarted();
    private Optional<ProgressBar> bar = Optional.empty();

    /**
     * Shows progress from now on.
     *
     * @param task what is being done, one word or two
     */
    ProgressDisplay(Console console, String task) {
        this.console = console;
        this.task = task;
    }

    @Override
    public void report(long done, long total) {
        if (console.abilities().progress() && bar.isEmpty() && elapsed.elapsed().compareTo(QUICK) > 0) {
            bar = Optional.of(start(done, total));
        }
        bar.ifPresent(shown -> shown.stepTo(done));
    }

    private ProgressBar start(long done, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .startsFrom(done, elapsed.elapsed())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    private void draw(String line) {
        console.err().print('\r' + line);
        console.err().flush();
    }

    /** Takes the line away. */
    @Override
    public void close() {
        bar.ifPresent(shown -> {
            shown.close();
            draw(" ".repeat(WIDTH) + "\r");
        });
    }
}
