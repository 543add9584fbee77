package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands do with machines that start on a tape. */
final class MachineCommandsTest {
    private static final Path MACHINES = Path.of("..", "examples", "machines");

    @Test
    void aMachineIsCheckedLikeALearner() {
        CommandLineRun run = CommandLineRun.pupil("check", MACHINES.resolve("beaver4.pupil"));
        assertThat(run.out()).isEqualTo("""
                ../examples/machines/beaver4.pupil: machine beaver4
                  memory   m*d + m + d + 1 bits
                  depth    d + 110 steps
                  image    m + 1 rows, d + 1 columns
                """);
        assertThat(run.status()).isZero();
    }

    @Test
    void aMachineRunsOnATape() {
        CommandLineRun run = CommandLineRun.pupil("run", MACHINES.resolve("increment.pupil"), "--tape", "111");
        assertThat(run.out())
                .startsWith("machine   increment\nimage     2 × 19 pixels\nnetwork   ")
                .endsWith("""
                        engine    bits
                        steps     4, 15 of the network
                        head      row 0, column 3, on 1
                        symbols   3 × 0, 1 × 1
                        tape      0 0 0 1
                                  from row 0, column 0
                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void itsReportCanBeRead() {
        CommandLineRun run = CommandLineRun.pupil(
                "run", MACHINES.resolve("palindrome.pupil"), "--tape", "abba", "--engine", "reference", "--json");
        JsonNode report = JsonMapper.shared().readTree(run.out());
        assertThat(report.propertyNames())
                .containsExactly(
                        "machine",
                        "engine",
                        "steps",
                        "networkSteps",
                        "image",
                        "network",
                        "head",
                        "answer",
                        "counts",
                        "tape");
        assertThat(report.path("answer").intValue()).isEqualTo(1);
        assertThat(report.path("steps").intValue()).isEqualTo(15);
        assertThat(report.path("head").path("symbol").stringValue()).isEqualTo("yes");
    }

    @Test
    void reportsOfItsCompilationCallItAMachine() {
        Path program = MACHINES.resolve("increment.pupil");

        JsonNode compiled = JsonMapper.shared()
                .readTree(CommandLineRun.pupil("compile", program, "--json").out());
        assertThat(compiled.path("machine").asString()).isEqualTo("increment");
        assertThat(compiled.has("learner")).isFalse();

        JsonNode checked = JsonMapper.shared()
                .readTree(CommandLineRun.pupil("check", program, "--json").out());
        assertThat(checked.path(0).path("summary").path("machine").asString()).isEqualTo("increment");
        assertThat(checked.path(0).path("summary").has("learner")).isFalse();
    }

    @Test
    void stagesOfAMachineCanBePrinted() {
        CommandLineRun run = CommandLineRun.pupil("compile", MACHINES.resolve("increment.pupil"), "--emit", "ast");
        assertThat(run.out()).isEqualTo("""
                /** Adds one to a binary number, least significant bit first. */
                machine increment {
                    symbols 0, 1, blank;
                    blank blank;
                    steps 1000000;
                    start carry;
                    state carry {
                        0 -> write 1, stay, halt;
                        1 -> write 0, right, carry;
                        blank -> write 1, stay, halt;
                    }
                }
                """);
    }

    @Test
    void theTapeMayBeBlank() {
        CommandLineRun run = CommandLineRun.pupil("run", MACHINES.resolve("increment.pupil"));
        assertThat(run.out()).contains("head      row 0, column 0, on 1\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void aMachineThatLearnsIsTrainedAndAskedLikeALearner() {
        CommandLineRun run =
                CommandLineRun.pupil("run", MACHINES.resolve("dictator.pupil"), "--training", "closed-form");
        assertThat(run.out())
                .startsWith("learner   dictator\ndata      4 features, 6 examples, 60 queries\n")
                .endsWith("accuracy  100.0 % (60 of 60)\n");
        assertThat(run.status()).isZero();
    }

    @Test
    void aMachinesFileCanBeExplainedAndNothingElse(@TempDir Path folder) {
        Path weights = folder.resolve("increment.safetensors");
        Path data = MACHINES.resolveSibling("xor-train.csv");
        CommandLineRun.pupil("compile", MACHINES.resolve("increment.pupil"), "-o", weights);

        CommandLineRun explained = CommandLineRun.pupil("explain", weights, "--channel", "behind");
        assertThat(explained.out()).contains("the head is at the right of here, or has left the tape");
        assertThat(explained.status()).isZero();

        CommandLineRun trained =
                CommandLineRun.pupil("train", weights, "--data", data, "-o", folder.resolve("trained.safetensors"));
        assertThat(trained.err())
                .endsWith("pupil: 'increment' is a machine that starts on a tape; it learns nothing from examples\n");
        assertThat(trained.status()).isEqualTo(2);

        CommandLineRun asked = CommandLineRun.pupil("predict", weights, "--data", data);
        assertThat(asked.err()).endsWith("'increment' is a machine that starts on a tape; it answers no queries\n");
        assertThat(asked.status()).isEqualTo(2);

        CommandLineRun timed = CommandLineRun.pupil("bench", weights, "--image", "3x3");
        assertThat(timed.err()).contains("'increment' is a machine that starts on a tape; it learns nothing");
        assertThat(timed.status()).isEqualTo(2);
    }

    @Test
    void aLearnerThatDoesNotHaltInTimeIsAnError(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("late.pupil");
        String text = Files.readString(MACHINES.resolve("dictator.pupil"));
        Files.writeString(file, text.replaceFirst("steps .*;", "steps 2*d;"));
        CommandLineRun run = CommandLineRun.pupil(
                "run",
                file,
                "--train",
                MACHINES.resolve("dictator-train.csv"),
                "--test",
                MACHINES.resolve("dictator-test.csv"),
                "--engine",
                "reference",
                "--training",
                "closed-form");
        assertThat(run.err())
                .endsWith("pupil: query 1: machine 'dictator' has not halted after 8 steps, which is 2*d\n");
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run dictator.pupil --tape 101        | pupil: --tape, --margin and --steps are for machines that start on a tape, and dictator learns from examples
            run palindrome.pupil --tape a,yes    | pupil: a tape can't start with 'yes': the memory layer tells three symbols apart, which are a, b and blank; declare others first
            run increment.pupil --tape 1/1       | pupil: the tape has 2 rows, but machine 'increment' never leaves the first one
            run increment.pupil --engine onnx    | pupil: the onnx engine tells no more than a network's output, and a machine's tape is in its image
            run increment.pupil --tape 1x        | pupil: machine 'increment' has no symbol 'x'; it has 0, 1, blank
            run beaver4.pupil --margin 3         | pupil: the head of machine 'beaver4' leaves the image after 26 steps; --margin makes it larger
            run beaver4.pupil --margin 0         | pupil: --margin is a number from 1 to 8000000, not 0
            run beaver4.pupil --steps 100        | pupil: machine 'beaver4' has not halted after 100 steps; --steps allows more
            run beaver4.pupil --steps 0          | pupil: --steps is a number from 1 to 1000000000000000000, not 0
            run beaver4.pupil --train x.csv      | pupil: machine 'beaver4' learns nothing from examples; what it starts on is said with --tape
            compile increment.pupil --emit passes | pupil: machines have no passes: what comes after the syntax tree is the automaton
            """)
    void whatAMachineCanNotDoIsRefused(String words, String message) {
        String[] each = words.split(" ", -1);
        each[1] = MACHINES.resolve(each[1]).toString();
        CommandLineRun run = CommandLineRun.pupil((Object[]) each);
        assertThat(run.err()).isEqualTo(message + "\n");
        assertThat(run.status()).isEqualTo(2);
    }
}
