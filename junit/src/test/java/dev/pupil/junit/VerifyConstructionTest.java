package dev.pupil.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceReader;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Settings.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

/** What JUnit makes of methods with the annotation. */
final class VerifyConstructionTest {
    private static final String SPOILT = "target/verify-construction/spoilt.safetensors";

    /** Its methods are run by the tests below alone: its name is not that of a test. */
    static final class Constructions {
        @VerifyConstruction(
                value = "last.pupil",
                effort = Effort.QUICK,
                obligations = {Obligation.STEP, Obligation.DEPTH})
        void holds() {}

        @VerifyConstruction(value = "two", effort = Effort.QUICK, obligations = Obligation.FILE)
        void folder() {}

        @VerifyConstruction(value = SPOILT, effort = Effort.QUICK, obligations = Obligation.STEP)
        void spoilt() {
            assertThat(SPOILT).as("the method is not run").isEmpty();
        }

        @VerifyConstruction("nowhere.pupil")
        void missing() {}

        @VerifyConstruction("wrong.pupil")
        void wrong() {}

        @VerifyConstruction("LastTest.class")
        void neither() {}
    }

    @Test
    void everyObligationIsATestThatSaysHowItWasEstablished() {
        EngineExecutionResults results = run("holds");

        assertThat(names(results))
                .satisfiesExactly(
                        file -> assertThat(file)
                                .startsWith("V1 the file agrees with itself and with its program: checked, "),
                        step -> assertThat(step).startsWith("V2 the weights compute the automaton's rules: proved, "),
                        depth -> assertThat(depth).startsWith("V5 the answer is out after L steps, and stays: "));
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(3));
    }

    @Test
    void aFolderStandsForAllProgramsInIt() {
        EngineExecutionResults results = run("folder");

        assertThat(names(results))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(Path.of("two", "first.pupil") + ": V1 "),
                        second -> assertThat(second).startsWith(Path.of("two", "second.pupil") + ": V1 "));
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(2));
    }

    @Test
    void whatIsRefutedFailsWithTheCounterexample() throws IOException, DiagnosticException {
        spoil();

        EngineExecutionResults results = run("spoilt");

        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test(),
                                displayName("V2 the weights compute the automaton's rules: refuted"),
                                finishedWithFailure(
                                        instanceOf(AssertionFailedError.class),
                                        message(text -> text.startsWith(SPOILT
                                                        + ": V2 the weights compute the automaton's rules: refuted")
                                                && text.lines().count() > 3))));
    }

    /** Writes a file in which a channel's bias is 1 too much. */
    private static void spoil() throws IOException, DiagnosticException {
        Source source = SourceReader.read(Path.of("src/test/resources/dev/pupil/junit/last.pupil"));
        Filter filter = Compiler.compile(source).filter();
        int last = filter.channels().size() - 1;
        Filter changed =
                filter.with(Part.MIX_BIAS, last, filter.mixBias().values().get(last) + 1);
        Path file = Path.of(SPOILT);
        Files.createDirectories(file.toAbsolutePath().getParent());
        SafetensorsWriter.write(file, WeightFile.untrained(changed, source));
    }

    @Test
    void whatIsMissingIsAnErrorThatSaysWhereItWasLookedFor() {
        assertThat(failure("missing"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage("nowhere.pupil: not found: there is no such resource beside %s, and no file %s"
                        .formatted(
                                Constructions.class.getName(),
                                Path.of("nowhere.pupil").toAbsolutePath()));
    }

    @Test
    void whatCannotBeCompiledIsAnErrorWithTheDiagnostic() {
        assertThat(failure("wrong"))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith("wrong.pupil: can't be compiled\nerror[")
                .hasMessageContaining("wrong.pupil:3:");
    }

    @Test
    void otherFilesAreRefused() {
        assertThat(failure("neither"))
                .hasMessage("LastTest.class: neither a program (.pupil) nor a weight file (.safetensors)");
    }

    private static EngineExecutionResults run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectMethod(Constructions.class, method))
                .execute();
    }

    private static ImmutableList<String> names(EngineExecutionResults results) {
        return results.testEvents()
                .started()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .collect(ImmutableList.toImmutableList());
    }

    private static Throwable failure(String method) {
        Condition<Event> failed = finishedWithFailure();
        return run(method).allEvents().stream()
                .filter(failed::matches)
                .findFirst()
                .flatMap(event ->
                        event.getRequiredPayload(TestExecutionResult.class).getThrowable())
                .orElseThrow();
    }
}
