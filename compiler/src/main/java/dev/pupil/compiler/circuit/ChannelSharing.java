package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.logic.Decision;
import dev.pupil.compiler.logic.Decisions;
import dev.pupil.compiler.symbolic.Layout;
import dev.pupil.compiler.symbolic.Reachable;
import dev.pupil.compiler.symbolic.Symbols;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives bits whose lifetimes do not overlap a common channel, as a compiler gives variables a common register: a bit
 * that is 0 once a third bit, the guard, is 1, and a bit that is 0 before.
 */
final class ChannelSharing {
    private final Symbols symbols;
    private final Decisions decisions;
    private final Reachable reachable;

    private ChannelSharing(Automaton automaton, Layout separate) {
        this.symbols = new Symbols(automaton, separate);
        this.decisions = symbols.decisions();
        this.reachable = new Reachable(symbols, automaton.invariants(), 0);
    }

    /** Bits that can share with each other. */
    private record Lifetimes(Layout.Bit guard, List<Layout.Bit> early, List<Layout.Bit> late) {
        int pairs() {
            return Math.min(early.size(), late.size());
        }
    }

    /**
     * A layout with few channels.
     *
     * @param separate the same with every bit in a channel of its own
     */
    static Layout layout(Automaton automaton, Layout separate) {
        return new ChannelSharing(automaton, separate).share();
    }

    private Layout share() {
        Layout layout = symbols.layout();
        List<Layout.Bit> bits = List.copyOf(layout.places().keySet());
        Lifetimes best = bits.stream()
                .map(guard -> lifetimes(guard, bits))
                .reduce((first, second) -> second.pairs() > first.pairs() ? second : first)
                .orElseThrow();
        for (int i = 0; i < best.pairs(); i++) {
            layout = layout.share(best.early().get(i), best.late().get(i), best.guard());
        }
        return layout;
    }

    /** Whether the head would have to read the bit's negation, which in a shared channel is not a conjunction. */
    private boolean isInvertedForHead(Layout.Bit bit) {
        Automaton automaton = symbols.automaton();
        Automaton.Head head = automaton.head();
        return ImmutableSet.of(head.select(), head.answered(), head.answer()).contains(bit.field())
                && automaton.field(bit.field()).rest() != 0;
    }

    private Lifetimes lifetimes(Layout.Bit guard, List<Layout.Bit> bits) {
        Decision time = symbols.bit(guard, 0, 0);
        List<Layout.Bit> early = new ArrayList<>();
        List<Layout.Bit> late = new ArrayList<>();
        for (Layout.Bit bit : bits) {
            Decision one = symbols.bit(bit, 0, 0);
            if (bit.equals(guard) || isInvertedForHead(bit)) {
                continue;
            }
            if (reachable.example(decisions.and(one, time)).isEmpty()) {
                early.add(bit);
            } else if (reachable
                    .example(decisions.and(one, decisions.not(time)))
                    .isEmpty()) {
                late.add(bit);
            }
        }
        return new Lifetimes(guard, early, late);
    }
}
