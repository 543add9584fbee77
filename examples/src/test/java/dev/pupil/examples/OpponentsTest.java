package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.examples.opponent.LabelCount;
import dev.pupil.examples.opponent.LibraryLinearSolver;
import dev.pupil.examples.opponent.LibraryNearest;
import dev.pupil.examples.opponent.LibraryPerceptron;
import dev.pupil.examples.opponent.LiteralWinnow;
import dev.pupil.examples.opponent.Opponent;
import dev.pupil.examples.opponent.PairList;
import dev.pupil.examples.opponent.SaturatingHebb;
import dev.pupil.examples.opponent.VersionSpace;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.reference.Interpreter;
import dev.pupil.runtime.reference.Learner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each program against an implementation of the same learner that is not ours, or is not like the program. */
class OpponentsTest {
    static ImmutableList<Match> matches() {
        return ImmutableList.of(
                new Match(new Example("pair"), new PairList()),
                new Match(new Example("perceptron"), new LibraryPerceptron()),
                new Match(new Example("winnow"), new LiteralWinnow()),
                new Match(new Example("nearest"), new LibraryNearest()),
                new Match(new Example("majority"), new LabelCount()),
                new Match(new Example("agreement"), new SaturatingHebb()),
                new Match(new Example("halving"), new VersionSpace()),
                new Match(new Example("gf3"), new LibraryLinearSolver()));
    }

    /** A program and its opponent. */
    private record Match(Example example, Opponent opponent) {
        @Override
        public String toString() {
            return example.name();
        }
    }

    @ParameterizedTest
    @MethodSource("matches")
    void bothPredictTheSameOnTheExamplesOwnData(Match match) throws Exception {
        assertAgreement(match, match.example().data());
    }

    @ParameterizedTest
    @MethodSource("matches")
    void bothPredictTheSameOnTheVotes(Match match) throws Exception {
        assertAgreement(match, Data.votes());
    }

    /** Up to seven examples: so few don't saturate a perceptron's weights, and the library's don't. */
    @ParameterizedTest
    @MethodSource("matches")
    void bothPredictTheSameOnRandomData(Match match) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            int features = 1 + random.nextInt(12);
            assertAgreement(match, new Data(rows(random, 1 + random.nextInt(7), features), rows(random, 8, features)));
        }
    }

    private static void assertAgreement(Match match, Data data) throws Exception {
        assertThat(predictions(Compiler.check(match.example().source()), data))
                .as("%s", data)
                .isEqualTo(match.opponent().predict(data.examples(), data.queries()));
    }

    private static ImmutableList<Boolean> predictions(Program program, Data data) {
        DataSet examples = data.examples();
        Learner learner = Interpreter.start(program, new Sizes(examples.features(), examples.size()));
        for (int i = 0; i < examples.size(); i++) {
            learner.learn(examples.row(i), examples.label(i));
        }
        return IntStream.range(0, data.queries().size())
                .mapToObj(i -> learner.predict(data.queries().row(i)))
                .collect(ImmutableList.toImmutableList());
    }

    private static DataSet rows(SplittableRandom random, int size, int features) {
        List<BitSet> rows = new ArrayList<>();
        BitSet labels = new BitSet();
        for (int i = 0; i < size; i++) {
            rows.add(BitSet.valueOf(new long[] {random.nextLong(1L << features)}));
            labels.set(i, random.nextBoolean());
        }
        return DataSet.of(features, rows, Optional.of(labels));
    }
}
