package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import dev.pupil.compiler.circuit.symbolic.Symbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives bits whose lifetimes do not overlap a common channel, as a compiler gives variables a common register: a bit
 * that is 0 once a third bit, the guard, is 1, and a bit that is 0 before.
 */
public final class ChannelSharing {
    private final Symbols symbols;
    private final ImmutableList<Layout.Bit> bits;
    private final Coincidences coincidences;

    private ChannelSharing(Automaton automaton, Layout separate) {
        this.symbols = new Symbols(automaton, separate);
        this.bits = separate.places().keySet().asList();
        this.coincidences = new Coincidences(
                symbols.decisions(),
                new Reachable(symbols, automaton.invariants(), 0),
                bits.stream().map(bit -> symbols.bit(bit, 0, 0)).toList());
    }

    /** Bits that can share with each other. */
    private record Lifetimes(Layout.Bit guard, List<Layout.Bit> early, List<Layout.Bit> late) {
        int pairs() {
            return Math.min(early.size(), late.size());
        }
    }

    /** A guard, by its number, and how many pairs of bits it allows at most. */
    private record Candidate(int guard, int most) {}

    /**
     * A layout with few channels.
     *
     * @param separate the same with every bit in a channel of its own
     */
    public static Layout layout(Automaton automaton, Layout separate) {
        return new ChannelSharing(automaton, separate).share();
    }

    private Layout share() {
        Layout layout = symbols.layout();
        Lifetimes best = best();
        for (int i = 0; i < best.pairs(); i++) {
            layout = layout.share(best.early().get(i), best.late().get(i), best.guard());
        }
        return layout;
    }

    /** The most promising guards first: when no other can do as well as the best, the rest need not be looked at. */
    private Lifetimes best() {
        List<Candidate> candidates = IntStream.range(0, bits.size())
                .mapToObj(guard -> new Candidate(guard, mostPairs(guard)))
                .sorted(Comparator.comparingInt(Candidate::most).reversed().thenComparingInt(Candidate::guard))
                .toList();
        int first = candidates.getFirst().guard();
        Lifetimes best = lifetimes(first);
        for (Candidate candidate : candidates) {
            if (candidate.most() < best.pairs()) {
                break;
            }
            Lifetimes other = lifetimes(candidate.guard());
            // Of guards that are equally good it is the first, whichever has been looked at first.
            if (other.pairs() > best.pairs() || (other.pairs() == best.pairs() && candidate.guard() < first)) {
                best = other;
                first = candidate.guard();
            }
        }
        return best;
    }

    /** Of a guard: as many as what has been seen to occur leaves. */
    private int mostPairs(int guard) {
        int early = 0;
        int late = 0;
        for (int bit = 0; bit < bits.size(); bit++) {
            if (canShare(bit, guard)) {
                early += coincidences.seenTogether(bit, guard) ? 0 : 1;
                late += coincidences.seenWithout(bit, guard) ? 0 : 1;
            }
        }
        return Math.min(early, late);
    }

    private boolean canShare(int bit, int guard) {
        return bit != guard && !isInvertedForHead(bits.get(bit));
    }

    /** Whether the head would have to read the bit's negation, which in a shared channel is not a conjunction. */
    private boolean isInvertedForHead(Layout.Bit bit) {
        Automaton automaton = symbols.automaton();
        Automaton.Head head = automaton.head();
        return ImmutableSet.of(head.select(), head.answered(), head.answer()).contains(bit.field())
                && automaton.field(bit.field()).rest() != 0;
    }

    private Lifetimes lifetimes(int guard) {
        List<Layout.Bit> early = new ArrayList<>();
        List<Layout.Bit> late = new ArrayList<>();
        for (int bit = 0; bit < bits.size(); bit++) {
            if (!canShare(bit, guard)) {
                continue;
            }
            if (!coincidences.canBeTogether(bit, guard)) {
                early.add(bits.get(bit));
            } else if (!coincidences.canBeWithout(bit, guard)) {
                late.add(bits.get(bit));
            }
        }
        return new Lifetimes(bits.get(guard), early, late);
    }
}
