package dev.pupil.verify.proof;

import static com.google.common.base.Preconditions.checkState;

import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.verify.subject.Subject;
import java.util.Arrays;

/**
 * A layer of hidden units and what is mixed of them, calculated as int8 convolutions are: 8-bit weights and activations, 32-bit
 * biases and sums, and one power of two as each tensor's scale. Says of numbers that don't fit that they don't.
 */
final class ByteLayers {
    private final byte[] hiddenWeights;
    private final int[] hiddenBiases;
    private final byte[] mixedWeights;
    private final int[] mixedBiases;
    private final int inputs;
    private final double scaleOfSums;

    private ByteLayers(double[] hiddenWeight, double[] hiddenBias, double[] mixedWeight, double[] mixedBias) {
        double hiddenScale = Math.min(grain(hiddenWeight), grain(hiddenBias));
        double mixedScale = Math.min(grain(mixedWeight), grain(mixedBias) / hiddenScale);
        this.scaleOfSums = hiddenScale * mixedScale;
        this.hiddenWeights = bytes(hiddenWeight, hiddenScale);
        this.hiddenBiases = integers(hiddenBias, hiddenScale);
        this.mixedWeights = bytes(mixedWeight, mixedScale);
        this.mixedBiases = integers(mixedBias, scaleOfSums);
        this.inputs = hiddenWeight.length / hiddenBias.length;
    }

    /** The step of one pixel: all channels at 3 × 3 pixels give the channels at the one in the middle. */
    static ByteLayers ofStep(Subject subject) {
        return new ByteLayers(
                values(subject, Part.CONVOLUTION_WEIGHT),
                values(subject, Part.CONVOLUTION_BIAS),
                values(subject, Part.MIX_WEIGHT),
                values(subject, Part.MIX_BIAS));
    }

    /** The head: a pixel's channels give what it adds to the output. */
    static ByteLayers ofHead(Subject subject) {
        return new ByteLayers(
                values(subject, Part.HEAD_HIDDEN_WEIGHT),
                values(subject, Part.HEAD_HIDDEN_BIAS),
                values(subject, Part.HEAD_OUTPUT_WEIGHT),
                new double[1]);
    }

    private static double[] values(Subject subject, Part part) {
        Tensor tensor = part.of(subject.file().filter());
        return tensor.values().toArray();
    }

    /** The largest power of two that divides all numbers; infinite if they are 0. */
    private static double grain(double[] numbers) {
        return Arrays.stream(numbers)
                .filter(number -> number != 0)
                .map(ByteLayers::grain)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double grain(double number) {
        double grain = Math.ulp(number);
        while (number / grain % 2 == 0) {
            grain *= 2;
        }
        return grain;
    }

    private static byte[] bytes(double[] numbers, double scale) {
        byte[] bytes = new byte[numbers.length];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = toByte(integer(numbers[index], scale));
        }
        return bytes;
    }

    private static int[] integers(double[] numbers, double scale) {
        return Arrays.stream(numbers).mapToInt(number -> integer(number, scale)).toArray();
    }

    private static int integer(double number, double scale) {
        double quotient = number / scale;
        checkState((int) quotient == quotient, "%s is no 32-bit multiple of %s", number, scale);
        return (int) quotient;
    }

    private static byte toByte(int number) {
        checkState((byte) number == number, "%s does not fit into 8 bits", number);
        return (byte) number;
    }

    /** How many numbers are read. */
    int inputs() {
        return inputs;
    }

    /** What the layers make of the inputs, which have scale 1. */
    double[] apply(byte[] input) {
        byte[] hidden = new byte[hiddenBiases.length];
        int[] sums = sums(hiddenWeights, hiddenBiases, input);
        for (int unit = 0; unit < hidden.length; unit++) {
            hidden[unit] = toByte(Math.max(0, sums[unit]));
        }
        return Arrays.stream(sums(mixedWeights, mixedBiases, hidden))
                .mapToDouble(sum -> sum * scaleOfSums)
                .toArray();
    }

    private static int[] sums(byte[] weights, int[] biases, byte[] input) {
        int[] sums = biases.clone();
        for (int row = 0; row < sums.length; row++) {
            for (int column = 0; column < input.length; column++) {
                sums[row] = Math.addExact(sums[row], weights[row * input.length + column] * input[column]);
            }
        }
        return sums;
    }
}
