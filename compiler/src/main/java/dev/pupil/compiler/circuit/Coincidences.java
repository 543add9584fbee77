package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which values bits of a pixel can have at the same time. What has been found to occur is kept by bit, so that most
 * questions are answered by what others have found: there are as many as pairs of bits, and a solver takes its time.
 */
final class Coincidences {
    private final Decisions decisions;
    private final Reachable reachable;
    private final ImmutableList<Decision> bits;

    /** For each bit the numbers of the situations in which it is 1. */
    private final List<BitSet> ones;

    /** For each two bits, the smaller number first, whether it is known that they are never 1 together. */
    private final List<BitSet> apart;

    private int situations;

    /**
     * Of some bits, which are called by their numbers in the list from now on.
     *
     * @param reachable what is known of them
     */
    Coincidences(Decisions decisions, Reachable reachable, List<Decision> bits) {
        this.decisions = decisions;
        this.reachable = reachable;
        this.bits = ImmutableList.copyOf(bits);
        this.ones = sets();
        this.apart = sets();
        // One situation for each value of each bit answers many questions.
        bits.forEach(bit -> {
            occurs(bit);
            occurs(decisions.not(bit));
        });
    }

    private List<BitSet> sets() {
        return new ArrayList<>(Stream.generate(BitSet::new).limit(bits.size()).toList());
    }

    /** Whether a situation has been seen in which both bits are 1. */
    boolean seenTogether(int one, int other) {
        return ones.get(one).intersects(ones.get(other));
    }

    /** Whether a situation has been seen in which the first bit is 1 and the second one is 0. */
    boolean seenWithout(int one, int other) {
        BitSet without = (BitSet) ones.get(one).clone();
        without.andNot(ones.get(other));
        return !without.isEmpty();
    }

    /** Whether both bits can be 1. */
    boolean canBeTogether(int one, int other) {
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        if (seenTogether(one, other)) {
            return true;
        }
        if (apart.get(first).get(second)) {
            return false;
        }
        boolean together = occurs(decisions.and(bits.get(one), bits.get(other)));
        apart.get(first).set(second, !together);
        return together;
    }

    /** Whether the first bit can be 1 while the second one is 0. */
    boolean canBeWithout(int one, int other) {
        return seenWithout(one, other) || occurs(decisions.and(bits.get(one), decisions.not(bits.get(other))));
    }

    private boolean occurs(Decision situation) {
        Optional<BitSet> found = reachable.example(situation);
        found.ifPresent(signals -> {
            for (int bit = 0; bit < bits.size(); bit++) {
                ones.get(bit).set(situations, Decisions.evaluate(bits.get(bit), signals));
            }
            situations++;
        });
        return found.isPresent();
    }
}
