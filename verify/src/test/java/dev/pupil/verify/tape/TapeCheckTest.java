package dev.pupil.verify.tape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Settings.Effort;
import dev.pupil.verify.subject.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapeCheckTest {
    private static final Settings QUICK = new Settings(Effort.QUICK, false, 1);
    private static final String ONE = "1 -> write 0, right, carry;";

    @ParameterizedTest
    @ValueSource(strings = {"increment", "adder", "palindrome", "beaver4"})
    void anExamplesAutomatonAndEnginesDoWhatItDoes(String name) throws Exception {
        Subject subject = subject(text(name), text(name));

        assertThat(TapeCheck.OF_AUTOMATON.check(subject, QUICK).verdict()).isEqualTo(new Verdict.Holds());
        assertThat(TapeCheck.OF_ENGINES.check(subject, QUICK).verdict()).isEqualTo(new Verdict.Holds());
    }

    @Test
    void theNetworkOfAnotherMachineIsRefutedWithATape() throws Exception {
        String other = "1 -> write 1, right, carry;";
        String text = text("increment").replaceFirst("1 +->.*;", ONE);
        Subject subject = subject(text, text.replace(ONE, other));

        Conclusion conclusion = TapeCheck.OF_ENGINES.check(subject, QUICK);

        assertThat(conclusion.verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(conclusion.verdict().toString()).contains("but engine bits ");
    }

    private static String text(String name) throws Exception {
        return Files.readString(Path.of("..", "examples", "machines", name + ".pupil"));
    }

    /** A file that names one machine and holds the network of another. */
    private static Subject subject(String named, String compiled) throws Exception {
        Source source = new Source("machine.pupil", named);
        return Subject.of(WeightFile.untrained(
                Compiler.compile(new Source("machine.pupil", compiled)).filter(), source));
    }
}
