package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantisationTest {
    private static final int SAMPLES = 200;
    private static final int LANES = 4;

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void everyExampleCalculatedInBytesGivesWhatItsRealNumbersGive(String example) {
        Subject subject = Subjects.example(example);
        Filter filter = subject.file().filter();
        ByteLayers step = ByteLayers.ofStep(subject);
        ByteLayers head = ByteLayers.ofHead(subject);
        Random random = new Random(1);

        for (int sample = 0; sample < SAMPLES; sample++) {
            byte[] neighbourhood = input(random, step.inputs(), Filter.TAPS);
            byte[] pixel = input(random, head.inputs(), 1);

            assertThat(step.apply(neighbourhood)).containsExactly(step(filter, neighbourhood));
            assertThat(head.apply(pixel)).containsExactly(head(filter, pixel));
        }
    }

    /** The lane, −1 to 2, at so many pixels, and then bits. */
    private static byte[] input(Random random, int length, int pixels) {
        byte[] input = new byte[length];
        for (int index = 0; index < length; index++) {
            input[index] = (byte) (index < pixels ? random.nextInt(LANES) - 1 : random.nextInt(2));
        }
        return input;
    }

    private static double[] step(Filter filter, byte[] input) {
        return layer(
                filter.mixWeight(),
                filter.mixBias().values().toArray(),
                rectified(layer(
                        filter.convolutionWeight(),
                        filter.convolutionBias().values().toArray(),
                        real(input))));
    }

    private static double[] head(Filter filter, byte[] input) {
        return layer(
                filter.headOutputWeight(),
                new double[1],
                rectified(layer(
                        filter.headHiddenWeight(),
                        filter.headHiddenBias().values().toArray(),
                        real(input))));
    }

    private static double[] real(byte[] input) {
        return IntStream.range(0, input.length)
                .mapToDouble(index -> input[index])
                .toArray();
    }

    private static double[] rectified(double[] sums) {
        return IntStream.range(0, sums.length)
                .mapToDouble(unit -> Math.max(0, sums[unit]))
                .toArray();
    }

    private static double[] layer(Tensor weight, double[] bias, double[] input) {
        return IntStream.range(0, bias.length)
                .mapToDouble(row -> bias[row]
                        + IntStream.range(0, input.length)
                                .mapToDouble(column -> weight.values().get(row * input.length + column) * input[column])
                                .sum())
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duet", "stump"})
    void weightsThatNoCommonScaleBringsIntoBytesAreRefutedThoughTheyComputeTheRules(String example) {
        Subject subject = Subjects.example(example);
        Filter filter = subject.file().filter();
        Subject uneven = scaled(scaled(subject, unitThatGivesAtMostOne(filter), 32), unitThatIsDoubled(filter), 0.5);

        assertThat(StepProof.check(uneven, Settings.DEFAULT).verdict()).isEqualTo(new Verdict.Holds());
        assertThatIllegalStateException()
                .isThrownBy(() -> ByteLayers.ofStep(uneven))
                .withMessage("128 does not fit into 8 bits");
        assertThat(ArithmeticProof.check(uneven, Settings.DEFAULT).verdict())
                .isEqualTo(new Verdict.Refuted(
                        Counterexample.of("in int8, what a hidden unit is multiplied by does not fit into 8 bits")));
    }

    /** The same function: a unit gives {@code factor} times as much, and counts as many times less. */
    private static Subject scaled(Subject subject, int unit, double factor) {
        Filter filter = subject.file().filter();
        int units = filter.units().size();
        int inputs = filter.convolutionWeight().values().length() / units;
        Filter steeper = scaled(filter, Part.CONVOLUTION_WEIGHT, factor, index -> index / inputs == unit);
        Filter higher = scaled(steeper, Part.CONVOLUTION_BIAS, factor, index -> index == unit);
        return Networks.with(subject, scaled(higher, Part.MIX_WEIGHT, 1 / factor, index -> index % units == unit));
    }

    private static Filter scaled(Filter filter, Part part, double factor, IntPredicate isScaled) {
        Tensor tensor = part.of(filter);
        double[] values = tensor.values().toArray();
        for (int index = 0; index < values.length; index++) {
            values[index] *= isScaled.test(index) ? factor : 1;
        }
        return filter.with(part, Tensor.of(values, tensor.shape().toArray()));
    }

    private static int unitThatGivesAtMostOne(Filter filter) {
        return unit(
                filter,
                unit -> most(filter, unit) == 1 && largestInput(filter, unit) == 1 && largestMix(filter, unit) == 1);
    }

    private static int unitThatIsDoubled(Filter filter) {
        return unit(
                filter,
                unit -> IntStream.range(0, filter.channels().size())
                        .anyMatch(channel -> filter.mix(channel, unit) == 2));
    }

    private static int unit(Filter filter, IntPredicate isWanted) {
        return IntStream.range(0, filter.units().size())
                .filter(isWanted)
                .findFirst()
                .orElseThrow();
    }

    /** A unit gives no more than this. */
    private static double most(Filter filter, int unit) {
        double most = filter.convolutionBias().values().get(unit);
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                double weight = filter.convolution(unit, channel, tap);
                most += Math.max(0, channel == 0 ? Math.abs(2 * weight) : weight);
            }
        }
        return most;
    }

    private static double largestInput(Filter filter, int unit) {
        return IntStream.range(0, filter.channels().size() * Filter.TAPS)
                .mapToDouble(input -> Math.abs(filter.convolution(unit, input / Filter.TAPS, input % Filter.TAPS)))
                .max()
                .orElseThrow();
    }

    private static double largestMix(Filter filter, int unit) {
        return IntStream.range(0, filter.channels().size())
                .mapToDouble(channel -> Math.abs(filter.mix(channel, unit)))
                .max()
                .orElseThrow();
    }
}
