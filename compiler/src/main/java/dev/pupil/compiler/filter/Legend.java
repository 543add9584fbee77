package dev.pupil.compiler.filter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.lower.prelude.Names;

/**
 * What a filter's numbers mean.
 *
 * @param name the learner's or machine's name
 * @param channels the channels' names and roles, C of them; channel 0 is the analog lane
 * @param units the hidden units' names and origins, K of them
 * @param encodings how each of the automaton's fields is written in the bits that channels hold
 * @param invariants bits over fields that are 1 at every pixel after every step; elsewhere the filter may do anything
 */
public record Legend(
        String name,
        ImmutableList<Channel> channels,
        ImmutableList<UnitLabel> units,
        ImmutableMap<String, Encoding> encodings,
        ImmutableList<Term> invariants) {

    private static final Term NEVER_SELECTED = Terms.not(Terms.read(Names.SELECT));

    /** A hidden unit's name and origin. */
    public record UnitLabel(String name, Origin origin) {}

    /**
     * Whether the network is a learner's, whose memory is learned row by row. If not, no row is ever selected: it is a
     * machine's that starts on a tape, which is written into memory.
     */
    public boolean learns() {
        return !invariants.contains(NEVER_SELECTED);
    }
}
