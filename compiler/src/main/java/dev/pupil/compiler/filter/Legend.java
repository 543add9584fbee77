package dev.pupil.compiler.filter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.symbolic.Encoding;
import dev.pupil.compiler.term.Term;

/**
 * What a filter's numbers mean.
 *
 * @param name the learner's name
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

    /** A hidden unit's name and origin. */
    public record UnitLabel(String name, Origin origin) {}
}
