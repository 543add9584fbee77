package dev.pupil.runtime.bits.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.runtime.bits.gate.RandomGates;
import dev.pupil.runtime.bits.gate.StepGates;
import dev.pupil.runtime.bits.rule.Input;
import dev.pupil.runtime.bits.rule.Planes;
import java.util.Random;

/** An image of random bits, and what a step of gates makes of it, pixel by pixel. */
final class RandomImage {
    private final Layout layout;
    private final StepGates step;
    private final long[] from;
    private final long[] to;

    RandomImage(Random random, Layout layout, StepGates step) {
        this.layout = layout;
        this.step = step;
        this.from = new long[Math.toIntExact(layout.words())];
        this.to = new long[from.length];
        for (int plane = 0; plane < layout.planes(); plane++) {
            for (int image = 0; image < layout.images(); image++) {
                for (int row = 0; row < layout.rows(); row++) {
                    for (int column = 0; column < layout.columns(); column++) {
                        long bit = random.nextBoolean() ? 1L << layout.bit(row, image) : 0;
                        from[layout.index(plane, row, column, image)] |= bit;
                    }
                }
            }
        }
    }

    /** The image itself. */
    long[] words() {
        return from.clone();
    }

    /** Requires that the kernel computes all pixels as the gates do, and tells of changes and escapes. */
    void assertComputedBy(Kernel kernel, int lanes) {
        long[] scratch = new long[kernel.scratchWords()];
        int result = 0;
        for (int row = 0; row < layout.wordRows(); row++) {
            for (int column = 0; column < layout.wordColumns(); column += lanes) {
                // The last vector computes some words again where vectors don't come out even.
                int start = layout.index(row, Math.min(column, layout.wordColumns() - lanes));
                result |= kernel.run(from, to, scratch, start, 1, lanes, layout.inside(row));
            }
        }
        assertThat(result).isEqualTo(assertEveryPixel());
        assertThat(outside(to)).as("bits that belong to no pixel").isZero();
    }

    /** Requires that every pixel is right; returns what the kernel has to tell. */
    private int assertEveryPixel() {
        int result = 0;
        for (int image = 0; image < layout.images(); image++) {
            for (int row = 0; row < layout.rows(); row++) {
                for (int column = 0; column < layout.columns(); column++) {
                    result |= assertPixel(image, row, column);
                }
            }
        }
        return result;
    }

    private int assertPixel(int image, int row, int column) {
        boolean[] values = RandomGates.values(step.gates(), input -> read(input, image, row, column));
        int result = 0;
        for (int i = 0; i < step.next().size(); i++) {
            int plane = Planes.of(i + 1);
            boolean expected = RandomGates.literal(values, step.next().get(i));
            if (expected != bit(to, plane, image, row, column)) {
                assertThat(bit(to, plane, image, row, column))
                        .as("plane %s, image %s, row %s, column %s in %s", plane, image, row, column, layout)
                        .isEqualTo(expected);
            }
            result |= expected != bit(from, plane, image, row, column) ? Kernel.CHANGED : 0;
        }
        boolean escapes = step.escapes().stream().anyMatch(escape -> RandomGates.literal(values, escape));
        return result | (escapes ? Kernel.ESCAPED : 0);
    }

    private boolean read(Input input, int image, int row, int column) {
        int atRow = row + input.at().row();
        int atColumn = column + input.at().column();
        return atRow >= 0
                && atRow < layout.rows()
                && atColumn >= 0
                && atColumn < layout.columns()
                && bit(from, input.plane(), image, atRow, atColumn);
    }

    private boolean bit(long[] words, int plane, int image, int row, int column) {
        return (words[layout.index(plane, row, column, image)] >>> layout.bit(row, image) & 1) != 0;
    }

    /** How many bits are 1 that belong to no pixel. */
    private int outside(long[] words) {
        long[] rest = words.clone();
        for (int plane = 0; plane < layout.planes(); plane++) {
            for (int row = 0; row < layout.wordRows(); row++) {
                for (int column = 0; column < layout.wordColumns(); column++) {
                    rest[layout.index(row, column) + plane * layout.planeStride()] &= ~layout.inside(row);
                }
            }
        }
        int bits = 0;
        for (long word : rest) {
            bits += Long.bitCount(word);
        }
        return bits;
    }
}
