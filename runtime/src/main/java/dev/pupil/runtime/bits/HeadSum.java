package dev.pupil.runtime.bits;

import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.bits.rule.Diagram;
import dev.pupil.runtime.bits.rule.Diagrams;
import dev.pupil.runtime.bits.rule.HeadRule;

/** Adds up what the head makes of each pixel. Words in which no pixel counts, nearly all, are passed over at once. */
final class HeadSum {
    private final HeadRule head;
    private final Layout layout;

    HeadSum(HeadRule head, Layout layout) {
        this.head = head;
        this.layout = layout;
    }

    /** The output of every image in {@code words}. */
    double[] of(long[] words) {
        double[] outputs = new double[layout.images()];
        for (int row = 0; row < layout.wordRows(); row++) {
            long inside = layout.inside(row);
            for (int column = 0; column < layout.wordColumns(); column++) {
                int index = layout.index(row, column);
                long counting = counting(head.counts(), words, index) & inside;
                for (; counting != 0; counting &= counting - 1) {
                    int bit = Long.numberOfTrailingZeros(counting);
                    int image = column % layout.wordsPerPixel() * layout.imagesPerWord() + bit % layout.imagesPerWord();
                    outputs[image] += Diagrams.evaluate(
                            head.output(), variable -> (word(words, index, variable) >>> bit & 1) != 0);
                }
            }
        }
        return outputs;
    }

    /** The pixels of a word at which a Boolean function is 1. */
    private long counting(Diagram function, long[] words, int index) {
        if (function.isConstant()) {
            return function.value() == 1 ? -1 : 0;
        }
        long chosen = word(words, index, function.variable());
        long high = chosen == 0 ? 0 : counting(function.high(), words, index) & chosen;
        long low = chosen == -1 ? 0 : counting(function.low(), words, index) & ~chosen;
        return high | low;
    }

    private long word(long[] words, int index, int variable) {
        return words[index + head.planes().get(variable) * layout.planeStride()];
    }
}
