package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.bits.BitsEngine;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.trial.Outcome.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The machine that is a learner, against what it learns, written another way. */
class MachineLearnerTest {
    private static final ImmutableList<Sizes> SMALL = ImmutableList.of(
            new Sizes(1, 1), new Sizes(1, 4), new Sizes(2, 1), new Sizes(2, 2), new Sizes(3, 1), new Sizes(3, 2));

    /** The first feature that equals the label in all examples, and 0 if there is none. */
    private static final class FirstThatAgrees implements Predictor {
        @Override
        public String name() {
            return "first that agrees";
        }

        @Override
        public ImmutableList<Outcome> predict(Trial trial) {
            DataSet examples = trial.training();
            IntStream agreeing = IntStream.range(0, examples.features())
                    .filter(feature -> IntStream.range(0, examples.size())
                            .allMatch(row -> examples.row(row).get(feature) == examples.label(row)));
            int first = agreeing.findFirst().orElse(-1);
            return IntStream.range(0, trial.queries().size())
                    .<Outcome>mapToObj(query ->
                            new Label(first >= 0 && trial.queries().row(query).get(first)))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    @Test
    void itsMeaningIsThatOnAllSmallData() throws Exception {
        assertAgreement(new ReferencePredictor(definition()), allSmall());
    }

    @Test
    void itsAutomatonPredictsThatOnAllSmallData() throws Exception {
        assertAgreement(new AutomatonPredictor(Compiler.lower(definition()).automaton()), allSmall());
    }

    @Test
    void itsNetworkPredictsThatOnRandomData() throws Exception {
        Compilation compilation = Compiler.compile(source());
        WeightFile network = WeightFile.untrained(compilation.filter(), source());
        RandomData data = new RandomData(new SplittableRandom(1));
        Stream<Trial> trials = Stream.of(new Sizes(1, 1), new Sizes(4, 3), new Sizes(3, 9), new Sizes(12, 6))
                .flatMap(sizes -> data.trials(sizes, 16).limit(6));
        assertAgreement(new EnginePredictor(new BitsEngine(), network), trials);
    }

    private static void assertAgreement(Predictor predictor, Stream<Trial> trials) {
        assertThat(new CrossCheck(new FirstThatAgrees(), predictor).run(trials).disagreement())
                .isEmpty();
    }

    private static Stream<Trial> allSmall() {
        return SMALL.stream().flatMap(ExhaustiveData::trials);
    }

    private static Definition definition() throws Exception {
        return Compiler.definition(source());
    }

    private static Source source() throws Exception {
        Path file = Path.of("..", "examples", "machines", "dictator.pupil");
        return new Source(file.toString(), Files.readString(file));
    }
}
