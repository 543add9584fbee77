package dev.pupil.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.runtime.experiment.MachineExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks do what the machines do that they were compiled from, to the last cell. */
class MachineExperimentTest {
    private static final EngineKind[] ENGINES = {EngineKind.AUTOMATON, EngineKind.BITS, EngineKind.ND4J};

    @Test
    void theBusyBeaverTakes107StepsAndLeaves13MarksOnEveryEngine() throws Exception {
        Compilation beaver = compiled("beaver4");
        for (EngineKind engine : EngineKind.values()) {
            if (engine != EngineKind.ONNX) {
                MachineRun run = run(beaver, engine, "", 107);
                assertThat(run.ending()).as("%s", engine).isEqualTo(Ending.HALTED);
                assertThat(run.steps()).isEqualTo(107);
                assertThat(run.tape().count(1)).isEqualTo(13);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "increment, ''",
        "increment, 1",
        "increment, 111011",
        "palindrome, ''",
        "palindrome, a",
        "palindrome, abaaba",
        "palindrome, abaabb",
        "adder, 1/1",
        "adder, 1011/111",
        "adder, 1/1111111"
    })
    void allEnginesComeToTheSame(String name, String tape) throws Exception {
        Compilation compiled = compiled(name);
        MachineRun expected = run(compiled, EngineKind.REFERENCE, tape, 1000);
        for (EngineKind engine : ENGINES) {
            assertSame(run(compiled, engine, tape, 1000), expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 25, 26, 27, 106, 107, 108})
    void limitsAndBordersAreWhereTheMachineSays(int most) throws Exception {
        Compilation beaver = compiled("beaver4");
        for (int margin : new int[] {1, 3, 10, 20}) {
            StartingTape start = WrittenTape.parse(machine(beaver), "").within(margin);
            MachineRun expected = new MachineExperiment(beaver, EngineKind.REFERENCE, Progress.NONE).run(start, most);
            for (EngineKind engine : ENGINES) {
                MachineRun run = new MachineExperiment(beaver, engine, Progress.NONE).run(start, most);
                assertThat(run.ending()).as("%s, %s cells", engine, margin).isEqualTo(expected.ending());
                assertThat(run.steps()).isEqualTo(expected.steps());
            }
        }
    }

    @Test
    void onnxHasNoTapeToShow() throws Exception {
        Compilation increment = compiled("increment");
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> run(increment, EngineKind.ONNX, "1", 10))
                .withMessage(
                        "the onnx engine tells no more than a network's output, and a machine's tape is in its image");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            increment  | 1x    | machine 'increment' has no symbol 'x'; it has 0, 1, blank
            increment  | 1/1   | the tape has 2 rows, but machine 'increment' never leaves the first one
            palindrome | a,yes | a tape can't start with 'yes': the memory layer tells three symbols apart, which are a, b and blank; declare others first
            """)
    void whatIsNoTapeIsRefused(String name, String tape, String message) throws Exception {
        Machine machine = machine(compiled(name));
        assertThatExceptionOfType(TapeException.class)
                .isThrownBy(() -> WrittenTape.parse(machine, tape))
                .withMessage(message);
    }

    private static void assertSame(MachineRun run, MachineRun expected) {
        assertThat(run.ending()).isEqualTo(expected.ending());
        assertThat(run.steps()).isEqualTo(expected.steps());
        assertThat(run.tape()).isEqualTo(expected.tape());
        assertThat(run.head()).isEqualTo(expected.head());
    }

    private static MachineRun run(Compilation compiled, EngineKind engine, String tape, long most) throws Exception {
        return new MachineExperiment(compiled, engine, Progress.NONE)
                .run(WrittenTape.parse(machine(compiled), tape), most);
    }

    private static Machine machine(Compilation compiled) {
        return (Machine) compiled.program();
    }

    private static Compilation compiled(String name) throws DiagnosticException, IOException {
        Path file = Path.of("..", "examples", "machines", name + ".pupil");
        return Compiler.compile(new Source(file.toString(), Files.readString(file)));
    }
}
