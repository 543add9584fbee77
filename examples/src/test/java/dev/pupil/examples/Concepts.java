package dev.pupil.examples;

import java.util.BitSet;
import java.util.SplittableRandom;

/** What the examples with generated data are to learn. */
final class Concepts {
    private Concepts() {}

    /** x3 ^ x7. */
    static Row parityOfTwo(SplittableRandom random, int features) {
        BitSet x = bits(random, features);
        return new Row(x, x.get(3) ^ x.get(7));
    }

    /** Whether 3 x1 + 2 x4 - 2 x8 is positive, features being -1 and +1. */
    static Row weightedVote(SplittableRandom random, int features) {
        BitSet x = bits(random, features);
        return new Row(x, (3 * sign(x, 1)) + (2 * sign(x, 4)) - (2 * sign(x, 8)) > 0);
    }

    /** x2 | !x5 | x11, half of the rows made so that it is 0. */
    static Row disjunctionOfFew(SplittableRandom random, int features) {
        BitSet x = bits(random, features);
        if (random.nextBoolean()) {
            x.clear(2);
            x.set(5);
            x.clear(11);
        }
        return new Row(x, x.get(2) || !x.get(5) || x.get(11));
    }

    /** Four groups whose members differ from the group's centre in every tenth feature; two have label 1. */
    static Row groups(SplittableRandom random, int features) {
        int group = random.nextInt(4);
        BitSet x = bits(new SplittableRandom(group), features);
        for (int j = 0; j < features; j++) {
            if (random.nextInt(10) == 0) {
                x.flip(j);
            }
        }
        return new Row(x, group % 2 == 1);
    }

    /** 1 in seven of ten rows, whatever the features. */
    static Row mostlyOne(SplittableRandom random, int features) {
        return new Row(bits(random, features), random.nextInt(10) < 7);
    }

    /** The first half of the features equals the label in three of four rows, the next quarter differs from it as often. */
    static Row noisyCopies(SplittableRandom random, int features) {
        boolean label = random.nextBoolean();
        BitSet x = bits(random, features);
        for (int j = 0; j < features * 3 / 4; j++) {
            boolean likely = random.nextInt(4) != 0;
            x.set(j, (label == likely) ^ (j >= features / 2));
        }
        return new Row(x, label);
    }

    /** x2. */
    static Row feature(SplittableRandom random, int features) {
        BitSet x = bits(random, features);
        return new Row(x, x.get(2));
    }

    /** !x6. */
    static Row literal(SplittableRandom random, int features) {
        BitSet x = bits(random, features);
        return new Row(x, !x.get(6));
    }

    /** x0 + x3 - x6 over GF(3), features and label being -1 and +1, in rows where that is not 0. */
    static Row linearOverThreeElements(SplittableRandom random, int features) {
        while (true) {
            BitSet x = bits(random, features);
            int value = Math.floorMod(sign(x, 0) + sign(x, 3) - sign(x, 6), 3);
            if (value != 0) {
                return new Row(x, value == 1);
            }
        }
    }

    private static BitSet bits(SplittableRandom random, int features) {
        BitSet bits = new BitSet();
        for (int j = 0; j < features; j++) {
            bits.set(j, random.nextBoolean());
        }
        return bits;
    }

    private static int sign(BitSet x, int j) {
        return x.get(j) ? 1 : -1;
    }
}
