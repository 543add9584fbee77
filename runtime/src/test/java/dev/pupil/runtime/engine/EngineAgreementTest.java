package dev.pupil.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.Way;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.runtime.data.DataReader;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.reference.Learner;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program and its automaton predict the same, for every example program whose loops are waves. Sequences take too many
 * steps for an automaton that is simulated on data of these sizes.
 */
class EngineAgreementTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    static List<Path> programs() throws IOException, DiagnosticException {
        List<Path> waves = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(EXAMPLES, "*.pupil")) {
            for (Path file : files) {
                if (Compiler.lower(Compiler.check(source(file))).way() instanceof Way.Waves) {
                    waves.add(file);
                }
            }
        }
        return waves.stream().sorted().toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void onItsOwnData(Path program) throws Exception {
        String name = program.getFileName().toString().replace(".pupil", "");
        DataSet examples =
                DataReader.training(EXAMPLES.resolve(name + "-train.csv")).data();
        DataSet queries = DataReader.queries(EXAMPLES.resolve(name + "-test.csv"), examples.features())
                .data();
        WeightFile trained = Networks.trained(source(program), examples);
        assertThat(new AutomatonEngine().predict(trained, queries, Progress.NONE))
                .isEqualTo(new ReferenceEngine().predict(trained, queries, Progress.NONE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void onEverySmallDataSet(Path program) throws Exception {
        Both both = new Both(source(program));
        for (int d = 1; d <= 2; d++) {
            for (int m = 1; m <= 3; m++) {
                for (long data = 0; data < 1L << ((d + 1) * m); data++) {
                    both.assertAgreement(table(data, d, m), everyQuery(d));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void onRandomDataOfAllShapes(Path program) throws Exception {
        Both both = new Both(source(program));
        Random random = new Random(2);
        for (int round = 0; round < 100; round++) {
            int d = 1 + random.nextInt(12);
            int m = 1 + random.nextInt(16);
            BitSet bits = randomBits(random, (d + 1) * m);
            ImmutableList<BitSet> queries =
                    ImmutableList.of(randomBits(random, d), randomBits(random, d), randomBits(random, d));
            both.assertAgreement(table(bits, d, m), queries);
        }
    }

    /** A program lowered once, for many data sets. */
    private static final class Both {
        private final Source source;
        private final Lowering lowering;
        private final Simulator simulator;

        Both(Source source) throws DiagnosticException {
            this.source = source;
            this.lowering = Compiler.lower(Compiler.check(source));
            this.simulator = Simulator.of(lowering.automaton());
        }

        void assertAgreement(DataSet examples, List<BitSet> queries) throws PredictionException {
            TrainedMemory memory = TrainedMemory.of(Networks.trained(source, examples));
            Learner learner = ReferenceEngine.taught(lowering.program(), memory);
            for (BitSet query : queries) {
                assertThat(AutomatonEngine.predict(simulator, memory, query) == 1)
                        .as("%s at %s on %s", source.name(), memory.sizes(), query)
                        .isEqualTo(learner.predict(query));
            }
        }
    }

    private static Source source(Path program) throws IOException {
        return new Source(program.toString(), Files.readString(program));
    }

    private static DataSet table(long bits, int d, int m) {
        return table(BitSet.valueOf(new long[] {bits}), d, m);
    }

    /** m rows of d features and a label. */
    private static DataSet table(BitSet bits, int d, int m) {
        List<BitSet> rows = new ArrayList<>();
        BitSet labels = new BitSet();
        for (int row = 0; row < m; row++) {
            rows.add(bits.get(row * (d + 1), row * (d + 1) + d));
            labels.set(row, bits.get(row * (d + 1) + d));
        }
        return DataSet.of(d, rows, Optional.of(labels));
    }

    private static List<BitSet> everyQuery(int d) {
        List<BitSet> queries = new ArrayList<>();
        for (long query = 0; query < 1L << d; query++) {
            queries.add(BitSet.valueOf(new long[] {query}));
        }
        return queries;
    }

    private static BitSet randomBits(Random random, int length) {
        BitSet bits = new BitSet(length);
        for (int j = 0; j < length; j++) {
            bits.set(j, random.nextBoolean());
        }
        return bits;
    }
}
