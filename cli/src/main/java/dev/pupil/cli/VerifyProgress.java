package dev.pupil.cli;

import com.google.common.base.Stopwatch;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.verify.VerificationObserver;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A line on the terminal that says what is being checked; nothing where there is no terminal or the work is quick. All
 * methods may be called from several threads.
 */
final class VerifyProgress implements VerificationObserver, AutoCloseable {
    private static final Duration QUICK = Duration.ofSeconds(1);
    private static final long PERIOD_IN_MILLISECONDS = 250;
    private static final int WIDTH = 79;

    private final Console console;
    private final Failures failures;
    private final String name;
    private final Stopwatch elapsed = Stopwatch.createStarted();
    private final Set<Obligation> running = EnumSet.noneOf(Obligation.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private boolean drawn;

    /**
     * Shows progress from now on.
     *
     * @param failures is told of checks that fail
     * @param file what is being verified
     */
    VerifyProgress(Console console, Failures failures, Path file) {
        this.console = console;
        this.failures = failures;
        this.name = Excerpt.printable(file.toString());
        if (console.abilities().progress()) {
            clock.scheduleAtFixedRate(this::draw, QUICK.toMillis(), PERIOD_IN_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void begins(Obligation obligation) {
        running.add(obligation);
    }

    @Override
    public synchronized void ends(Finding finding) {
        running.remove(finding.obligation());
    }

    @Override
    public synchronized void breaksDown(Obligation obligation, Throwable fault) {
        failures.trace(fault);
    }

    private synchronized void draw() {
        if (!clock.isShutdown()) {
            String tasks = running.stream().map(Obligation::code).collect(Collectors.joining(", "));
            show("%s: %s, %s s"
                    .formatted(
                            name,
                            tasks.isEmpty() ? "compiling" : tasks,
                            elapsed.elapsed().toSeconds()));
            drawn = true;
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        clock.shutdown();
        if (drawn) {
            show("");
        }
    }

    private void show(String line) {
        // A line that is too long loses its beginning: how a path ends tells most.
        String shown = line.length() <= WIDTH ? line : "…" + line.substring(line.length() - WIDTH + 1);
        console.err().print("\r" + shown + " ".repeat(WIDTH - shown.length()) + "\r");
        console.err().flush();
    }
}
