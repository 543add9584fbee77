package dev.pupil.runtime.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.check.Checker;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.reference.PlainLearners.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Programs from their text, against plain Java. */
class LearnersTest {
    static final List<Arguments> LEARNERS = List.of(
            learner("parity", PlainLearners::parity),
            learner("conjunction", PlainLearners::conjunction),
            learner("pair", PlainLearners::pair),
            learner("perceptron", PlainLearners::perceptron),
            learner("nearest", PlainLearners::nearest));

    @ParameterizedTest(name = "{0}")
    @FieldSource("LEARNERS")
    void predictsLikePlainJavaOnEverySmallDataSet(String name, Function<Sizes, PlainLearner> plain) throws Exception {
        Program program = program(name);
        for (int d = 1; d <= 2; d++) {
            for (int m = 1; m <= 3; m++) {
                int bits = (d + 1) * m;
                for (long data = 0; data < 1L << bits; data++) {
                    assertAgreement(program, plain, new Sizes(d, m), examples(data, d, m), queries(d));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("LEARNERS")
    void predictsLikePlainJavaOnRandomData(String name, Function<Sizes, PlainLearner> plain) throws Exception {
        Program program = program(name);
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            Sizes sizes = new Sizes(1 + random.nextInt(20), 1 + random.nextInt(30));
            List<Example> examples = new ArrayList<>();
            List<BitSet> queries = new ArrayList<>();
            for (int i = 0; i < sizes.examples(); i++) {
                examples.add(new Example(bits(random, sizes.features()), random.nextBoolean()));
                queries.add(bits(random, sizes.features()));
            }
            assertAgreement(program, plain, sizes, examples, queries);
        }
    }

    private static Arguments learner(String name, Function<Sizes, PlainLearner> plain) {
        return Arguments.of(name, plain);
    }

    private static Program program(String name) throws IOException, DiagnosticException {
        Path file = Path.of("..", "examples", name + ".pupil");
        return Checker.check(new Source(file.toString(), Files.readString(file)));
    }

    private static void assertAgreement(
            Program program,
            Function<Sizes, PlainLearner> plain,
            Sizes sizes,
            List<Example> examples,
            List<BitSet> queries) {
        Learner learner = Interpreter.start(program, sizes);
        PlainLearner expected = plain.apply(sizes);
        for (Example example : examples) {
            learner.learn(example.features(), example.label());
            expected.learn(example.features(), example.label());
        }
        for (BitSet query : queries) {
            assertThat(learner.predict(query))
                    .as("%s after %s on %s", program.name(), examples, query)
                    .isEqualTo(expected.predict(query));
        }
    }

    private static List<Example> examples(long data, int d, int m) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            long row = data >>> (i * (d + 1));
            boolean label = (row >>> d & 1) == 1;
            examples.add(new Example(BitSet.valueOf(new long[] {row & ((1L << d) - 1)}), label));
        }
        return examples;
    }

    private static List<BitSet> queries(int d) {
        List<BitSet> queries = new ArrayList<>();
        for (long query = 0; query < 1L << d; query++) {
            queries.add(BitSet.valueOf(new long[] {query}));
        }
        return queries;
    }

    private static BitSet bits(Random random, int length) {
        BitSet bits = new BitSet(length);
        for (int j = 0; j < length; j++) {
            bits.set(j, random.nextBoolean());
        }
        return bits;
    }
}
