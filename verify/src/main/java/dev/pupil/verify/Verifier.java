package dev.pupil.verify;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.Futures;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.cache.FindingCache;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Opened;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.subject.Target;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Verifies weight files: first the file, then what it computes, on all processors at once, and at last whether the
 * checks would have noticed.
 */
public final class Verifier {
    /** Every obligation. */
    public static final ImmutableSet<Obligation> ALL = ImmutableSet.copyOf(Obligation.values());

    private static final ImmutableSet<Obligation> ON_STEP = ImmutableSet.of(Obligation.ARITHMETIC, Obligation.GRADIENT);

    private final Checks checks;
    private final FindingCache cache;
    private final VerificationObserver observer;

    /**
     * A verifier.
     *
     * @param checks what is checked, and how
     * @param cache what was found out before
     * @param observer is told what happens
     */
    public Verifier(Checks checks, FindingCache cache, VerificationObserver observer) {
        this.checks = checks;
        this.cache = cache;
        this.observer = observer;
    }

    /**
     * Checks a weight file.
     *
     * @param wanted which obligations; {@link Obligation#FILE} is checked always, since the others rest on it
     * @return with a finding for each of the obligations that there is a check for, in their order
     * @throws IOException if the file can't be read at all
     */
    public Report verify(Target target, Settings settings, Set<Obligation> wanted) throws IOException {
        // All that is said is about these bytes, whatever becomes of the file meanwhile.
        byte[] bytes = Files.readAllBytes(target.weights());
        String sha256 = Hashing.sha256().hashBytes(bytes).toString();
        Assessment assessment = new Assessment(target.claimed(), sha256, settings, cache, observer);
        Supplier<Opened> opened =
                Suppliers.memoize(() -> Opened.of(target.weights().toString(), ByteBuffer.wrap(bytes)));
        Finding file = assessment.of(Obligation.FILE, () -> checks.file().check(target, opened.get(), settings));
        ImmutableList<Obligation> others =
                checks.others().keySet().stream().filter(wanted::contains).collect(ImmutableList.toImmutableList());
        ImmutableList<Finding> findings = file.holds()
                ? onRightFile(opened.get(), others, assessment)
                : undecided(others, "the file has to be right first");
        // Where a check of the file broke down, opening it may have.
        Optional<Source> source = file.conclusion().verdict() instanceof Verdict.Undecided
                ? Optional.empty()
                : opened.get().source();
        return Report.of(
                target.name(),
                sha256,
                source.or(target::claimed),
                ImmutableList.<Finding>builder().add(file).addAll(findings).build());
    }

    private ImmutableList<Finding> onRightFile(
            Opened opened, ImmutableList<Obligation> obligations, Assessment assessment) {
        return switch (opened) {
            case Opened.Readable readable -> onSubject(readable.subject(), obligations, assessment);
            case Opened.Unreadable unreadable -> undecided(obligations, "the file could not be read again");
        };
    }

    private ImmutableList<Finding> onSubject(
            Subject subject, ImmutableList<Obligation> obligations, Assessment assessment) {
        Function<Obligation, Finding> finding =
                obligation -> assessment.of(obligation, () -> check(obligation).check(subject, assessment.settings()));
        ImmutableList<Finding> claims = inParallel(
                obligations.stream()
                        .filter(obligation -> obligation != Obligation.TEETH)
                        .collect(ImmutableList.toImmutableList()),
                finding);
        ImmutableList<Obligation> last = obligations.stream()
                .filter(obligation -> obligation == Obligation.TEETH)
                .collect(ImmutableList.toImmutableList());
        // Whether a change is noticed means nothing where the unchanged file is refuted, too.
        ImmutableList<Finding> teeth = claims.stream().allMatch(Finding::holds)
                ? last.stream().map(finding).collect(ImmutableList.toImmutableList())
                : undecided(last, "the unchanged file has to hold first");
        return ImmutableList.<Finding>builder().addAll(claims).addAll(teeth).build();
    }

    /** On as many threads as there are processors; what rests on the step's proof waits for it, and so begins last. */
    private static ImmutableList<Finding> inParallel(
            ImmutableList<Obligation> claims, Function<Obligation, Finding> finding) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Map<Obligation, Future<Finding>> started = new EnumMap<>(Obligation.class);
            claims.stream()
                    .sorted(Comparator.comparing(ON_STEP::contains))
                    .forEach(claim -> started.put(claim, threads.submit(() -> finding.apply(claim))));
            return claims.stream()
                    .map(claim -> Futures.getUnchecked(requireNonNull(started.get(claim))))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private Check check(Obligation obligation) {
        return requireNonNull(checks.others().get(obligation));
    }

    private static ImmutableList<Finding> undecided(ImmutableList<Obligation> obligations, String reason) {
        return obligations.stream()
                .map(obligation -> new Finding(obligation, Conclusion.undecided(reason), Duration.ZERO, false))
                .collect(ImmutableList.toImmutableList());
    }
}
