package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.lower.LoopReport;
import dev.pupil.compiler.lower.processor.cells.AutomatonBuilder;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.processor.schedule.ProgramScheduler;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops over rows in sequences of instructions: those that are waves there, and those that are not. */
class NestsTest {
    private static final ImmutableList<Sizes> EXHAUSTED =
            ImmutableList.of(new Sizes(1, 1), new Sizes(1, 2), new Sizes(2, 1));
    private static final ImmutableList<Sizes> LARGER = ImmutableList.of(
            new Sizes(2, 3), new Sizes(3, 2), new Sizes(1, 6), new Sizes(4, 1), new Sizes(4, 6), new Sizes(5, 3));

    /** A program whose answer depends on every element of the memory {@code a}, {@code b} and {@code w}. */
    private static String program(String learn) {
        return """
                learner nests(d features, m examples) {
                    memory int 0..2 a[d][d + 1];
                    memory bit b[d][d] = 1, w[d] = 1;
                    memory int count;
                    learn (example v) {
                %s
                        count += 1;
                    }
                    predict (query v) {
                        bit answer = w[0];
                        for k in 0..d {
                            for j in 0..d {
                                if (a[k][j] == 1) ^ b[k][j] { answer ^= v[k] & !v[j]; }
                                if a[k][j] == 2 { answer ^= v[j] | w[j]; }
                            }
                            if (a[k][d] == 1) ^ (b[k][k] & v[0]) { answer ^= v[k]; }
                        }
                        return answer;
                    }
                }
                """.formatted(learn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for k in 0..d { for j in k + 1..d { if (v[k] ^ v[j]) != v.label { b[k][j] = 0; } } }",
                "for k in 0..d { for j in 0..d + 1 { a[k][j] = (v[j] & v[k]) ? 2 : 1; } }",
                "for k in 0..d { for j in 0..k { b[k][j] ^= v[j] | v[k]; } }",
                "for k in 0..d { for j down 0..d { if v[k] { a[k][j] = clamp(a[k][j] + 1); } } }",
                "for k down 0..d { for j in 0..d { b[k][j] ^= v[k] & v[j]; } }",
                "for k in 0..d { b[k][k] = v[k]; }",
                "for k in 0..d { if v.label { a[k][0] = v[k] ? 1 : 2; } else { a[k][d] = 1; } }",
                "for k in 0..d { if v[k] { for j in 0..d { if j == k { b[k][j] = 0; } else { a[k][j] = 2; } } } }",
                "for k in 0..d { for j in 0..d { if k == 0 { b[k][j] = v[j]; } } }",
                "for k in 0..d { for j in 0..d { if j < k { a[k][j] = 1; } if j == 0 { b[k][j] = v[k]; } } }",
                "if v[0] { for k in 0..d { for j in 0..d { b[k][j] ^= v[j]; } } }",
                "for k in 0..d { for j in 0..d { if v[0] != v[d] { b[k][j] ^= v[j]; } } }",
            })
    void areWavesInManyShapes(String nest) throws DiagnosticException {
        assertThatNestsAreWavesAndRight(program(nest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A value that runs along the row.
                "for k in 0..d { bit one = 0; for j in 0..d { one |= v[j]; if one { b[k][j] = !b[k][j]; } } }",
                "for k in 0..d { int 0..2 sum = 0; for j in k..d + 1 { sum = clamp(sum + a[k][j]); a[k][j] = sum; } }",
                "for k in 0..d { bit one; one = v[k] & b[k][k]; for j in k..d { b[k][j] ^= one; } }",
                // Jumps within a row.
                "for k in 0..d { for j in 0..d { if v[j] { break; } b[k][j] = v[k]; } }",
                "for k in 0..d { for j in 0..d { if v[j] { continue; } b[k][j] = v[k]; } }",
                "for k in 0..d { if v[k] { continue; } for j in 0..d { b[k][j] = 0; } }",
                // The example changes on its way down.
                """
                for k in 0..d { if v[k] {
                    if a[k][k] == 1 { for j in k..d + 1 { v[j] ^= a[k][j] == 1; } }
                    else { for j in k..d + 1 { a[k][j] = v[j] ? 1 : 0; v[j] = 0; } }
                } }
                """,
                // Several nests.
                """
                for k in 0..d { for j in 0..d { b[k][j] ^= v[j] & v[k]; } }
                for k in 0..d { for j in k..d { if b[k][j] { a[k][j] = clamp(a[k][j] + 1); } } }
                """,
                "for k in 0..d { for j in 0..d { b[k][j] = v[j]; } for j in 0..d + 1 { a[k][j] = v[j] ? 1 : 0; } }",
            })
    void areWavesThatTakeSomethingAlong(String nest) throws DiagnosticException {
        assertThatNestsAreWavesAndRight(program(nest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Sums and conditions before.
                """
                int sum = 0;
                for j in 0..d { if v[j] { sum += 1; } }
                if (sum >= 2) == v.label { for k in 0..d { for j in 0..d { b[k][j] ^= v[j]; } } }
                """,
                """
                int sum = 0;
                for j in 0..d { sum += v[j] ? 1 : -1; }
                for k in 0..d { for j in 0..d { if (sum > 0) ^ v[j] { a[k][j] = clamp(a[k][j] + 1); } } }
                """,
                // Vectors, changed before and after, locals among them.
                """
                for j in 0..d { w[j] ^= v[j]; }
                for k in 0..d { for j in 0..d { if w[j] ^ w[k] { b[k][j] = v[k]; } } }
                for j in 0..d { w[j] ^= v[d]; }
                """,
                """
                bit other[d] = 1;
                for j down 0..d { other[j] = !v[j]; }
                for k in 0..d { for j in 0..d { other[j] &= b[k][j]; a[k][j] = other[j] ? 1 : 2; } }
                """,
                "bit local[d][d]; "
                        + "for k in 0..d { for j in 0..d { if v[j] { local[k][j] = 1; } } } "
                        + "for k in 0..d { for j in 0..d { b[k][j] ^= local[k][j]; } }",
                // Rows that are copied before and after.
                """
                if w[0] { for j in 0..d { b[0][j] = v[j]; } }
                for k in 0..d { for j in 0..d { if b[k][j] { a[k][j] = 1; } } }
                if v[0] { for j in 0..d { b[0][j] ^= a[0][j] == 1; } }
                """,
                // The label changes before.
                """
                if v[0] { v[d] = !v[d]; }
                for k in 0..d { for j in 0..d { if v.label ^ v[j] { b[k][j] = 0; } } }
                """,
                // Again and again.
                "for i in 0..d { for k in 0..d { for j in 0..d { if v[i] { b[k][j] ^= v[j] | w[i]; } } } }",
                """
                bit flag = v[0];
                for j in 0..d { flag ^= v[j]; }
                for k in 0..d { for j in 0..d { if flag { b[k][j] = v[j] ^ v[d]; } } }
                if v.label { flag = 1; }
                if flag { for k in 0..d { a[k][k] = 2; } }
                """,
            })
    void areWavesAmongOtherInstructions(String learn) throws DiagnosticException {
        Program program = Compiler.check(new Source("nests.pupil", program(learn)));
        Schedule schedule = ProgramScheduler.schedule(program);

        assertThat(schedule.loops())
                .filteredOn(loop -> loop.routine().equals("learn"))
                .anyMatch(NestsTest::isWave);
        assertAgrees(program, schedule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bit f; for k in 0..d { for j in 0..d { if !f { f = v[j]; b[k][j] = 0; } } }   | 'f' goes from one row to the next
                    bit f; for k in 0..d { for j in 0..d { f = v[j]; b[k][j] = f; } } w[0] = f;   | what it makes of 'f' is needed afterwards
                    for k in 0..d { for j in 0..d { v[j] ^= b[k][j]; } } w[0] = v[0];             | what it makes of 'v' is needed afterwards
                    for k in 0..d { for j in 0..d { if b[k][j] { w[j] = v[k]; } } }               | every row would change the vector 'w'
                    for k in 0..d { for j in 0..d { if v[j] { break; } } if v[k] { break; } b[k][k] = 0; } | a row can end the loop, or the routine, for the rows after it
                    for k in 1..d { for j in 0..d { b[k][j] = v[j]; } }                           | it does not start in row 0
                    for k in 0..d - 1 { for j in 0..d { b[k][j] = v[j]; } }                       | 'b' has more rows than it visits
                    for k in 0..d { for j in 0..d { b[j][k] = v[j]; } }                           | in line 6 this loop changes 'b' in another column than its own
                    for k in 0..d { for j in 0..d { b[k][j] = b[k][d - 1]; } }                    | in line 6 this loop reads 'b' in one column and changes it in others
                    for k in 0..d { for j in 0..d { if w[k] { v[k] = b[k][j]; } b[k][j] = v[k]; } } | in line 6 this loop reads 'v' in one column and changes it in others
                    """)
    void thatAreNoWavesAreRoundsForAReasonAndRight(String learn, String reason) throws DiagnosticException {
        Program program = Compiler.check(new Source("nests.pupil", program(learn)));
        Schedule schedule = ProgramScheduler.schedule(program);

        assertThat(schedule.loops().getFirst().fate())
                .startsWith("one round after the other")
                .endsWith("because " + reason);
        assertAgrees(program, schedule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for k in 0..d { for j in 0..d { if j != k & v[k] & v[j] { b[k][j] = v.label; } } }",
                "for j in 0..d { w[j] ^= v[j]; } for k in 0..d { for j in 0..d { if w[k] { b[k][j] = v[j]; } } }",
                "bit other[d]; for j down 0..d { other[j] = !v[j]; } "
                        + "for k in 0..d { for j in 0..d { if other[k] ^ v[j] { b[k][j] = !b[k][j]; } } }",
                "bit other[d]; for k in 0..d { for j in 0..d { other[j] ^= v[k]; b[k][j] ^= other[j] & w[k]; } }",
            })
    void mayAskInEveryColumnForTheElementWithTheNumberOfTheRow(String learn) throws DiagnosticException {
        areWavesAmongOtherInstructions(learn);
    }

    @Test
    void mayHaveARowForEachExample() throws DiagnosticException {
        assertThatNestsAreWavesAndRight("""
                learner ages(d features, m examples) {
                    memory int 0..3 age[m][d];
                    learn (example v) {
                        for i in 0..m { for j in 0..d { if v[j] { age[i][j] = clamp(age[i][j] + 1); } } }
                    }
                    predict (query v) {
                        bit answer = 0;
                        for i in 0..m { for j in 0..d { if v[j] & age[i][j] == 2 { answer = !answer; } } }
                        return answer;
                    }
                }
                """);
    }

    @Test
    void mayAskForElementsOfAVectorWithAnElementForEachExample() throws DiagnosticException {
        Program program = Compiler.check(new Source("nests.pupil", """
                learner ages(d features, m examples) {
                    memory bit a[m][d], x[m] = 1;
                    learn (example v) {
                        for i in 0..m { for j in 0..d { if x[i] { a[i][j] ^= v[j]; } } }
                        for i in 0..m { x[i] ^= v[0]; }
                    }
                    predict (query v) {
                        bit answer = 0;
                        for i in 0..m { for j in 0..d { answer ^= a[i][j] & v[j]; } }
                        return answer;
                    }
                }
                """));
        Schedule schedule = ProgramScheduler.schedule(program);

        assertThat(schedule.loops().getFirst()).matches(NestsTest::isWave);
        assertAgrees(program, schedule);
    }

    private static void assertThatNestsAreWavesAndRight(String text) throws DiagnosticException {
        Program program = Compiler.check(new Source("nests.pupil", text));
        Schedule schedule = ProgramScheduler.schedule(program);

        assertThat(schedule.loops())
                .filteredOn(loop -> loop.routine().equals("learn"))
                .isNotEmpty()
                .allMatch(NestsTest::isWave);
        assertAgrees(program, schedule);
    }

    private static boolean isWave(LoopReport loop) {
        return loop.fate().startsWith("a wave in every row");
    }

    private static void assertAgrees(Program program, Schedule schedule) {
        CrossCheck check = new CrossCheck(
                new ReferencePredictor(program), new AutomatonPredictor(AutomatonBuilder.build(schedule)));
        RandomData data = new RandomData(new SplittableRandom(1));
        Stream<Trial> small = EXHAUSTED.stream().flatMap(ExhaustiveData::trials);
        Stream<Trial> large =
                LARGER.stream().flatMap(sizes -> data.trials(sizes, 4).limit(3));

        assertThat(check.run(Stream.concat(small, large)).disagreement()).isEmpty();
    }
}
