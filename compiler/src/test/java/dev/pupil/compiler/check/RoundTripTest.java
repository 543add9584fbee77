package dev.pupil.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.ProgramPrinter;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A printed program is the same program. */
class RoundTripTest {
    static Stream<Source> programs() {
        return Corpus.programs();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aPrintedProgramChecksToAnEqualProgram(Source source) {
        Program program = CorpusTest.check(source);
        Program again = CorpusTest.check(printed(program));
        assertThat(meaning(again)).isEqualTo(meaning(program));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printingIsIdempotent(Source source) {
        Source printed = printed(CorpusTest.check(source));
        assertThat(printed(CorpusTest.check(printed)).text()).isEqualTo(printed.text());
    }

    @Test
    void theCanonicalFormIsReadable() {
        assertThat(printed(CorpusTest.check(Corpus.program("perceptron"))).text())
                .isEqualTo("""
                        /** The perceptron with small saturating weights. */
                        learner perceptron(d features) {
                            memory int -8..7 w[d];

                            learn (example v) {
                                int -8*d..8*d s;
                                for j in 0..d {
                                    s = s + (v[j] ? w[j] : -w[j]);
                                }
                                if (s >= 0) != v[d] {
                                    for j in 0..d {
                                        w[j] = clamp(v[j] == v[d] ? w[j] + 1 : w[j] - 1);
                                    }
                                }
                            }

                            predict (query v) {
                                int -8*d..8*d s;
                                for j in 0..d {
                                    s = s + (v[j] ? w[j] : -w[j]);
                                }
                                return s >= 0;
                            }
                        }
                        """);
    }

    private static Source printed(Program program) {
        return new Source("printed.pupil", ProgramPrinter.print(program));
    }

    /** Everything about a program but where it was written and how it was named where a name was taken. */
    private static List<String> meaning(Program program) {
        return Stream.of(
                        program.name(),
                        program.documentation(),
                        program.featuresName() + " " + program.examplesName(),
                        program.memory().stream()
                                .map(RoundTripTest::declaration)
                                .toList()
                                .toString(),
                        program.learn().toString(),
                        program.predict().toString())
                .map(text -> text.replaceAll("span=\\d+:\\d+", "").replaceAll("\\b([a-z]+)(_\\d+)+\\b", "$1"))
                .toList();
    }

    private static String declaration(Variable variable) {
        return variable.name() + variable.type() + variable.dimensions() + variable.initial();
    }
}
