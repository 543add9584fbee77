package dev.pupil.verify.proof;

import java.util.Optional;

/**
 * The usual quantised convolution: weights and activations are 8-bit integers times one power of two for each tensor, its
 * scale; biases and sums are 32-bit integers times the product of the scales of weights and activations.
 *
 * <p>The scales are these. What hidden units read, bits and the lane, has scale 1. The weights of hidden units have the largest
 * power of two that divides them and the biases, and so has what hidden units give. The weights of hidden units in what is
 * mixed of them have the largest power of two that divides them all and whose product with the hidden units' scale divides the
 * biases. A larger scale would have to round a weight or a bias, a smaller one makes integers larger.
 */
final class Quantisation {
    /** Of either sign. */
    private static final long LARGEST_BYTE = Byte.MAX_VALUE;

    private static final long LARGEST_SUM = Integer.MAX_VALUE;

    private Quantisation() {}

    /** Why a layer of hidden units and what is mixed of it can't be calculated so without rounding, if they can't. */
    static Optional<String> obstacle(Layer hidden, Layer mixed) {
        long scale = hidden.grain();
        if (scale == 0 || mixed.weights().grain() == 0) {
            return Optional.of("a layer has no weights");
        }
        return hiddenObstacle(hidden, scale).or(() -> mixedObstacle(mixed, scale));
    }

    private static Optional<String> hiddenObstacle(Layer hidden, long scale) {
        if (hidden.weights().largest() / scale > LARGEST_BYTE) {
            return Optional.of("a hidden unit's weight does not fit into 8 bits");
        }
        for (Layer.Sum sum : hidden.sums()) {
            if (sum.extent().most() / scale > LARGEST_BYTE) {
                return Optional.of("what %s gives does not fit into 8 bits".formatted(sum.name()));
            }
        }
        return overflow(hidden, scale);
    }

    private static Optional<String> mixedObstacle(Layer mixed, long hiddenScale) {
        long finest = Math.multiplyExact(mixed.weights().grain(), hiddenScale);
        // Not the sums' own grain alone: that is coarser than a weight's if the unit that it multiplies is coarse.
        long sumScale = Long.lowestOneBit(finest | mixed.grain());
        if (Math.multiplyExact(mixed.weights().largest(), hiddenScale) / sumScale > LARGEST_BYTE) {
            return Optional.of("what a hidden unit is multiplied by does not fit into 8 bits");
        }
        return overflow(mixed, sumScale);
    }

    private static Optional<String> overflow(Layer layer, long scale) {
        Layer.Sum largest = layer.largest();
        return largest.extent().reach() / scale > LARGEST_SUM
                ? Optional.of("the sum of %s does not fit into 32 bits".formatted(largest.name()))
                : Optional.empty();
    }
}
