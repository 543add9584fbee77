package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.verify.behaviour.FileCheck;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Opened;
import dev.pupil.verify.subject.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** Gives changed files to the checks, first to that of the file, then to others in the order of their obligations. */
public final class CorruptionTrial {
    private static final FileCheck FILE_CHECK = new FileCheck(Optional.empty());

    private final ImmutableSortedMap<Obligation, Check> checks;
    private final Settings settings;

    /**
     * A trial.
     *
     * @param checks those besides {@link Obligation#FILE} that may refute a changed file
     */
    public CorruptionTrial(Map<Obligation, Check> checks, Settings settings) {
        this.checks = ImmutableSortedMap.copyOf(checks);
        this.settings = settings;
    }

    /** What becomes of a changed file. */
    public Fate fate(Corruption corruption) {
        Opened opened = Opened.of("the changed file", bytes(corruption));
        Optional<Fate> end = end(Obligation.FILE, FILE_CHECK.check(opened));
        if (end.isPresent() || !(opened instanceof Opened.Readable readable)) {
            return end.orElseGet(Fate.Survived::new);
        }
        for (Map.Entry<Obligation, Check> each : checks.entrySet()) {
            Optional<Fate> fate = end(each.getKey(), each.getValue().check(readable.subject(), settings));
            if (fate.isPresent()) {
                return fate.get();
            }
        }
        return corruption.excuse().<Fate>map(Fate.Harmless::new).orElseGet(Fate.Survived::new);
    }

    private static Optional<Fate> end(Obligation obligation, Conclusion conclusion) {
        return switch (conclusion.verdict()) {
            case Verdict.Holds holds -> Optional.empty();
            case Verdict.Refuted refuted ->
                Optional.of(
                        new Fate.Refuted(obligation, refuted.counterexample().summary()));
            case Verdict.Undecided undecided -> Optional.of(new Fate.Undecided(obligation, undecided.reason()));
        };
    }

    private static ByteBuffer bytes(Corruption corruption) {
        try {
            return ByteBuffer.wrap(corruption.bytes().read());
        } catch (IOException exception) {
            throw new UncheckedIOException("a changed file is in memory", exception);
        }
    }
}
