package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.Examples;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingMethod;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not exact on bits are refused, each with the place where they are not. */
@ExtendWith(Examples.Resolver.class)
class RefusalTest {
    private static final String STATIC = "the network can't be executed on bits: ";

    private final WeightFile trained;
    private final Filter filter;
    private final DataSet queries;

    RefusalTest(Examples examples) throws Exception {
        Random random = new Random(1);
        this.trained = MemoryTrainer.of(examples.network("xor"), ExampleNetworks.parityData(random, 3, 4))
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
        this.filter = trained.filter();
        this.queries = ExampleNetworks.parityData(random, 3, 5);
    }

    @Test
    void aWeightThatIsNoBinaryFraction() {
        int index = firstNonZero(Part.CONVOLUTION_WEIGHT);
        assertRefused(
                new Change(Part.CONVOLUTION_WEIGHT, index, 0.1),
                STATIC
                        + "hidden unit %s is not exact on bits: its weight from %s is 0.1"
                                .formatted(unit(index / (9 * channels())), inputName(index)));
    }

    @Test
    void aBiasOfAHiddenUnitThatIsNoBinaryFraction() {
        assertRefused(
                new Change(Part.CONVOLUTION_BIAS, 2, 1.0 / 3),
                STATIC + "hidden unit %s is not exact on bits: its bias is 0.3333333333333333".formatted(unit(2)));
    }

    @Test
    void anOutputWeightThatIsNoBinaryFraction() {
        assertRefused(
                new Change(Part.MIX_WEIGHT, units() + 1, 0.7),
                STATIC + "hidden unit %s is not exact on bits: its weight to %s is 0.7".formatted(unit(1), channel(1)));
    }

    @Test
    void aWeightThatIsTooLarge() {
        int index = firstNonZero(Part.CONVOLUTION_WEIGHT);
        assertRefused(
                new Change(Part.CONVOLUTION_WEIGHT, index, 1e6),
                STATIC
                        + "hidden unit %s is not exact on bits: its weight from %s is 1000000.0"
                                .formatted(unit(index / (9 * channels())), inputName(index)));
    }

    @Test
    void weightsThatAreTooLargeTogether() {
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> predict(new Change(Part.CONVOLUTION_BIAS, 0, -8192).in(filter)))
                .withMessageMatching("the network can't be executed on bits: hidden unit "
                        + Pattern.quote(unit(0))
                        + " is not exact on bits: its weights add up to 8\\d+\\.0, more than 8192\\.0");
    }

    @Test
    void weightsToAChannelThatAreTooLargeTogether() {
        int index = firstNonZero(Part.MIX_WEIGHT, units());
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> predict(new Change(Part.MIX_WEIGHT, index, 8192).in(filter)))
                .withMessageMatching(
                        "the network can't be executed on bits: channel " + Pattern.quote(channel(index / units()))
                                + " is not exact on bits: what is added up to it can be \\d+\\.\\d, more than 8192\\.0");
    }

    /** A unit that reads every number of 23 binary digits has as many values. */
    @Test
    void rulesThatAreTooEntangled() {
        Filter entangled = new Change(Part.CONVOLUTION_BIAS, 0, 0).in(filter);
        for (int input = 0; input < 9 * channels(); input++) {
            double weight = input < 9 || input >= 9 + 23 ? 0 : Math.scalb(1.0, input - 9 - 10);
            entangled = new Change(Part.CONVOLUTION_WEIGHT, input, weight).in(entangled);
        }
        Filter changed = entangled;
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> predict(changed))
                .withMessage(STATIC + "its rules are too entangled to be taken apart into bits");
    }

    @Test
    void aLaneThatIsNotKept() {
        int index = IntStream.range(0, units())
                .filter(unit -> Part.MIX_WEIGHT.of(filter).values().get(unit) != 0)
                .findFirst()
                .orElseThrow();
        assertRefused(
                new Change(Part.MIX_WEIGHT, index, 0),
                STATIC + "channel %s does not stay as it is".formatted(channel(0)));
        assertRefused(
                new Change(Part.MIX_BIAS, 0, 5), STATIC + "channel %s does not stay as it is".formatted(channel(0)));
    }

    @Test
    void aChannelThatCanBecomeAFraction() {
        int index = firstNonZero(Part.MIX_WEIGHT, units());
        String unit = unit(index % units());
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> predict(new Change(Part.MIX_WEIGHT, index, 0.25).in(filter)))
                .withMessageStartingWith(STATIC
                        + "hidden unit %s is not exact on bits: with it, channel %s can become "
                                .formatted(unit, channel(index / units())));
    }

    @Test
    void aChannelWhoseBiasIsAFraction() {
        assertRefused(
                new Change(Part.MIX_BIAS, 1, 0.5),
                STATIC + "channel %s is not a bit: its bias is 0.5".formatted(channel(1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e19, 1e19, 1e300, 8193, 1e-9})
    void aBiasOfAChannelThatIsNotExact(double bias) {
        assertRefused(
                new Change(Part.MIX_BIAS, 2, bias),
                STATIC + "channel %s is not a bit: its bias is %s".formatted(channel(2), bias));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, -1})
    void aChannelThatLeavesItsTwoValues(double bias) {
        assertRefused(
                new Change(Part.MIX_BIAS, emptyAtFirst(), bias),
                "the network is broken: for query 1, in step 1, channel %s becomes %s at row 0, column 0, which is no bit; hidden units that add to it: "
                        .formatted(channel(emptyAtFirst()), (long) bias));
    }

    @Test
    void theHeadsWeightsThatAreNoBinaryFractions() {
        assertRefused(
                new Change(Part.HEAD_OUTPUT_WEIGHT, 0, 0.1),
                STATIC + "the head's hidden unit 0 is not exact on bits: its weight to the output is 0.1");
        assertRefused(
                new Change(Part.HEAD_HIDDEN_BIAS, 1, 0.3),
                STATIC + "the head's hidden unit 1 is not exact on bits: its bias is 0.3");
        assertRefused(
                new Change(Part.HEAD_HIDDEN_WEIGHT, 1, 1e9),
                STATIC
                        + "the head's hidden unit 0 is not exact on bits: its weight from %s is 1.0E9"
                                .formatted(channel(1)));
    }

    @Test
    void aProductInTheHeadThatIsNotExact() {
        double odd = 1 + 1.0 / 1024;
        Filter changed = new Change(Part.HEAD_HIDDEN_BIAS, 0, odd).in(filter);
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> predict(new Change(Part.HEAD_OUTPUT_WEIGHT, 0, odd).in(changed)))
                .withMessageMatching(
                        STATIC + "the head's hidden unit 0 is not exact on bits: it can add \\S+ to the output");
    }

    @Test
    void weightsToTheOutputThatAreTooLarge() {
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> predict(new Change(Part.HEAD_OUTPUT_WEIGHT, 0, 8192).in(filter)))
                .withMessageMatching(STATIC + "(the head's hidden unit 0|the output) is not exact on bits: .*");
    }

    @Test
    void anOutputThatIsNoPrediction() {
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() ->
                        new BitsEngine().predict(ExampleNetworks.withDoubledOutput(trained), queries, Progress.NONE))
                .withMessageMatching("the network is broken: its output for query 1 is -?2.0, not 1 or -1");
    }

    @Test
    void theUnchangedFileIsNot() throws Exception {
        assertThat(new BitsEngine().predict(trained, queries, Progress.NONE).length())
                .isEqualTo(queries.size());
    }

    private void assertRefused(Change change, String message) {
        assertThatExceptionOfType(PredictionException.class)
                .isThrownBy(() -> predict(change.in(filter)))
                .withMessage(message);
    }

    private void predict(Filter changed) throws PredictionException {
        new BitsEngine().predict(trained.with(changed), queries, Progress.NONE);
    }

    /** A channel other than the lane that nothing adds to at an image's corner in the first step. */
    private int emptyAtFirst() {
        RealNetwork real = new RealNetwork(filter, new int[][] {{1, 1}, {1, 1}});
        real.step();
        return IntStream.range(1, channels())
                .filter(channel -> real.value(channel, 0, 0) == 0)
                .findFirst()
                .orElseThrow();
    }

    private int firstNonZero(Part part) {
        return firstNonZero(part, 0);
    }

    private int firstNonZero(Part part, int from) {
        return IntStream.range(from, part.of(filter).values().length())
                .filter(i -> part.of(filter).values().get(i) != 0)
                .findFirst()
                .orElseThrow();
    }

    /** Where a convolution's weight comes from. */
    private String inputName(int index) {
        int tap = index % 9;
        return channel(index / 9 % channels()) + new Offset(tap / 3 - 1, tap % 3 - 1);
    }

    private String channel(int number) {
        return filter.channels().stream().map(Channel::name).toList().get(number);
    }

    private String unit(int number) {
        return filter.units().get(number).name();
    }

    private int channels() {
        return filter.channels().size();
    }

    private int units() {
        return filter.units().size();
    }
}
