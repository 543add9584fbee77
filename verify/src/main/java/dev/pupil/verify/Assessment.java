package dev.pupil.verify;

import com.google.common.base.Stopwatch;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.verify.cache.FindingCache;
import dev.pupil.verify.cache.Key;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Settings;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How conclusions about one weight file become findings: recalled where that is possible, else timed, told to an
 * observer, and remembered.
 */
final class Assessment {
    private final Optional<Source> claimed;
    private final String sha256;
    private final Settings settings;
    private final FindingCache cache;
    private final VerificationObserver observer;

    Assessment(
            Optional<Source> claimed,
            String sha256,
            Settings settings,
            FindingCache cache,
            VerificationObserver observer) {
        this.claimed = claimed;
        this.sha256 = sha256;
        this.settings = settings;
        this.cache = cache;
        this.observer = observer;
    }

    /** How thoroughly to check. */
    Settings settings() {
        return settings;
    }

    /** What comes of checking an obligation. May be called by several threads. */
    Finding of(Obligation obligation, Supplier<Conclusion> check) {
        Set<EngineKind> engines = obligation == Obligation.ENGINES ? EngineKind.available() : Set.of();
        Key key = Key.of(sha256, claimed, settings, obligation, engines);
        tell(() -> observer.begins(obligation));
        Finding finding = cache.recall(key, obligation).orElseGet(() -> fresh(obligation, check));
        if (finding.holds() && !finding.remembered()) {
            cache.remember(key, finding);
        }
        tell(() -> observer.ends(finding));
        return finding;
    }

    private Finding fresh(Obligation obligation, Supplier<Conclusion> check) {
        Stopwatch watch = Stopwatch.createStarted();
        Conclusion conclusion = conclusion(obligation, check);
        return new Finding(obligation, conclusion, watch.elapsed(), false);
    }

    /** A check that fails must not take the others' results with it. */
    private Conclusion conclusion(Obligation obligation, Supplier<Conclusion> check) {
        try {
            return check.get();
        } catch (RuntimeException | Error fault) {
            tell(() -> observer.breaksDown(obligation, fault));
            return Conclusion.undecided("the check itself failed: " + fault);
        }
    }

    private synchronized void tell(Runnable news) {
        news.run();
    }
}
