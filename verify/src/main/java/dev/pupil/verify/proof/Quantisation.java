package dev.pupil.verify.proof;

import java.util.Optional;

/**
 * The usual quantised convolution: weights and activations are 8-bit integers times a power of two for each tensor, biases
 * and sums 32-bit integers times the product of two of them.
 */
final class Quantisation {
    private static final long LARGEST_BYTE = Byte.MAX_VALUE;
    private static final long LARGEST_SUM = Integer.MAX_VALUE;

    private Quantisation() {}

    /**
     * Why a layer of hidden units and what is mixed of it can't be calculated so without rounding, if they can't. What
     * hidden units read, bits and the lane, has scale 1; what they give has the scale of their sums.
     */
    static Optional<String> obstacle(Layer hidden, Layer mixed) {
        long grain = hidden.grain();
        if (grain == 0 || mixed.grain() == 0) {
            return Optional.of("a layer has no weights");
        }
        if (hidden.largestWeight() / grain > LARGEST_BYTE) {
            return Optional.of("a hidden unit's weight does not fit into 8 bits");
        }
        for (Layer.Sum sum : hidden.sums()) {
            if (sum.extent().most() / grain > LARGEST_BYTE) {
                return Optional.of("what %s gives does not fit into 8 bits".formatted(sum.name()));
            }
        }
        if (Math.multiplyExact(mixed.largestWeight(), grain) / mixed.grain() > LARGEST_BYTE) {
            return Optional.of("a weight of a hidden unit does not fit into 8 bits");
        }
        return overflow(hidden).or(() -> overflow(mixed));
    }

    private static Optional<String> overflow(Layer layer) {
        Layer.Sum largest = layer.largest();
        return largest.extent().reach() / layer.grain() > LARGEST_SUM
                ? Optional.of("the sum of %s does not fit into 32 bits".formatted(largest.name()))
                : Optional.empty();
    }
}
