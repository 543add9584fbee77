package dev.pupil.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.cache.CacheFolder;
import dev.pupil.verify.cache.FindingCache;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifierTest {
    private static final Source PROGRAM = new Source("last.pupil", """
            learner last(d features) {
                memory bit seen;
                learn (example v) { seen = v.label; }
                predict (query v) { return seen; }
            }
            """);
    private static final Conclusion HOLDS = Conclusion.holds(new Evidence(Strength.PROVED, "always", 3, "cases"));
    private static final Conclusion REFUTED = Conclusion.refuted(Counterexample.of("it is not so"));
    private static final ImmutableMap<Obligation, Check> ALL_HOLD = ImmutableMap.of(
            Obligation.STEP, (subject, settings) -> HOLDS,
            Obligation.MEANING, (subject, settings) -> HOLDS,
            Obligation.TEETH, (subject, settings) -> HOLDS);

    @TempDir
    private Path folder = Path.of("");

    private Path weights = folder;

    @BeforeEach
    void compile() throws Exception {
        weights = folder.resolve("last.safetensors");
        SafetensorsWriter.write(weights, Compiler.compile(PROGRAM).weights());
    }

    @Test
    void everyObligationIsFoundOutInItsOrder() throws Exception {
        Report report = verify(HOLDS, ALL_HOLD);

        assertThat(report.subject()).isEqualTo("the file");
        assertThat(report.sha256().orElseThrow()).hasSize(64);
        assertThat(report.source()).contains(PROGRAM);
        assertThat(report.findings())
                .extracting(Finding::obligation)
                .containsExactly(Obligation.FILE, Obligation.STEP, Obligation.MEANING, Obligation.TEETH);
        assertThat(report.holds()).isTrue();
    }

    @Test
    void checksSeeTheFileAndItsProgramLoweredAfresh() throws Exception {
        verify(HOLDS, ImmutableMap.of(Obligation.STEP, (subject, settings) -> {
            assertThat(subject.file().source()).isEqualTo(PROGRAM);
            assertThat(subject.automaton().fields()).isNotEmpty();
            assertThat(settings).isEqualTo(Settings.DEFAULT);
            return HOLDS;
        }));
    }

    @Test
    void nothingElseIsCheckedOnAFileThatIsWrong() throws Exception {
        AtomicInteger runs = new AtomicInteger();

        Report report = verify(REFUTED, ImmutableMap.of(Obligation.STEP, counting(runs)));

        assertThat(runs).hasValue(0);
        assertThat(report.findings())
                .extracting(Finding::conclusion)
                .containsExactly(REFUTED, Conclusion.undecided("the file has to be right first"));
    }

    @Test
    void aDamagedFileIsReportedLikeAnyOther() throws Exception {
        Files.writeString(weights, "no weights");

        Report report = verify(REFUTED, ALL_HOLD);

        assertThat(report.holds()).isFalse();
        assertThat(report.source()).isEmpty();
    }

    @Test
    void changesMeanNothingWhereTheUnchangedFileIsRefuted() throws Exception {
        Report report = verify(
                HOLDS,
                ImmutableMap.of(
                        Obligation.STEP, (subject, settings) -> REFUTED,
                        Obligation.MEANING, (subject, settings) -> HOLDS,
                        Obligation.TEETH, (subject, settings) -> HOLDS));

        assertThat(report.findings())
                .extracting(Finding::conclusion)
                .containsExactly(HOLDS, REFUTED, HOLDS, Conclusion.undecided("the unchanged file has to hold first"));
    }

    @Test
    void onlyWhatIsWantedIsCheckedAndTheFileAlways() throws Exception {
        Report report = new Verifier(
                        Checks.of((target, opened, settings) -> HOLDS, ALL_HOLD),
                        FindingCache.NONE,
                        VerificationObserver.NONE)
                .verify(target(), Settings.DEFAULT, ImmutableSet.of(Obligation.MEANING, Obligation.DEPTH));

        assertThat(report.findings())
                .extracting(Finding::obligation)
                .containsExactly(Obligation.FILE, Obligation.MEANING);
    }

    @Test
    void aCheckThatFailsLeavesTheOthersAlone() throws Exception {
        RuntimeException fault = new IllegalStateException("dropped a stitch");
        Recorder recorder = new Recorder();

        Report report = new Verifier(
                        Checks.of(
                                (target, opened, settings) -> HOLDS,
                                ImmutableMap.of(
                                        Obligation.STEP,
                                        (subject, settings) -> {
                                            throw fault;
                                        },
                                        Obligation.MEANING,
                                        (subject, settings) -> HOLDS)),
                        FindingCache.NONE,
                        recorder)
                .verify(target(), Settings.DEFAULT, Verifier.ALL);

        assertThat(report.findings())
                .extracting(Finding::conclusion)
                .containsExactly(HOLDS, Conclusion.undecided("the check itself failed: " + fault), HOLDS);
        assertThat(recorder.news).contains("STEP breaks down: " + fault);
    }

    @Test
    void whoWatchesHearsOfEveryBeginningAndEnd() throws Exception {
        Recorder recorder = new Recorder();

        new Verifier(
                        Checks.of(
                                (target, opened, settings) -> HOLDS,
                                ImmutableMap.of(Obligation.TEETH, (s, t) -> REFUTED)),
                        FindingCache.NONE,
                        recorder)
                .verify(target(), Settings.DEFAULT, Verifier.ALL);

        assertThat(recorder.news)
                .containsExactly("FILE begins", "FILE ends holds", "TEETH begins", "TEETH ends refuted");
    }

    @Test
    void whatHoldsIsRememberedAndWhatDoesNotIsCheckedAgain() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Checks checks = Checks.of(
                (target, opened, settings) -> HOLDS,
                ImmutableMap.of(Obligation.STEP, counting(runs), Obligation.MEANING, (subject, settings) -> REFUTED));
        FindingCache cache = CacheFolder.in(folder.resolve("cache"), note -> {});
        Verifier verifier = new Verifier(checks, cache, VerificationObserver.NONE);

        verifier.verify(target(), Settings.DEFAULT, Verifier.ALL);
        Report again = verifier.verify(target(), Settings.DEFAULT, Verifier.ALL);

        assertThat(runs).hasValue(1);
        assertThat(again.findings()).extracting(Finding::remembered).containsExactly(true, true, false);
        assertThat(again.findings()).extracting(Finding::conclusion).containsExactly(HOLDS, HOLDS, REFUTED);
    }

    @Test
    void aFileThatIsNotThereIsNoFinding() {
        weights = folder.resolve("missing.safetensors");

        assertThatThrownBy(() -> verify(HOLDS, ALL_HOLD)).isInstanceOf(NoSuchFileException.class);
    }

    private Report verify(Conclusion file, ImmutableMap<Obligation, Check> others) throws IOException {
        Checks checks = Checks.of((target, opened, settings) -> file, others);
        return new Verifier(checks, FindingCache.NONE, VerificationObserver.NONE)
                .verify(target(), Settings.DEFAULT, Verifier.ALL);
    }

    private Target target() {
        return new Target("the file", weights, Optional.empty());
    }

    private static Check counting(AtomicInteger runs) {
        return (subject, settings) -> {
            runs.incrementAndGet();
            return HOLDS;
        };
    }

    /** Writes down what it is told. */
    private static final class Recorder implements VerificationObserver {
        private final List<String> news = new ArrayList<>();

        @Override
        public void begins(Obligation obligation) {
            news.add(obligation + " begins");
        }

        @Override
        public void ends(Finding finding) {
            news.add(finding.obligation() + " ends "
                    + finding.conclusion().verdict().word());
        }

        @Override
        public void breaksDown(Obligation obligation, Throwable fault) {
            news.add(obligation + " breaks down: " + fault);
        }
    }
}
