package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.verify.subject.Subject;

/** Files in which something is wrong. */
final class Networks {
    private Networks() {}

    /** With another number at a place of a tensor. */
    static Subject with(Subject subject, Part part, int index, double value) {
        return with(subject, subject.file().filter().with(part, index, value));
    }

    /** With other channels. */
    static Subject withChannels(Subject subject, ImmutableList<Channel> channels) {
        Legend legend = subject.file().filter().legend();
        return with(
                subject, new Legend(legend.name(), channels, legend.units(), legend.encodings(), legend.invariants()));
    }

    /** With other invariants. */
    static Subject withInvariants(Subject subject, ImmutableList<Term> invariants) {
        Legend legend = subject.file().filter().legend();
        return with(
                subject, new Legend(legend.name(), legend.channels(), legend.units(), legend.encodings(), invariants));
    }

    static Subject with(Subject subject, Legend legend) {
        return with(subject, subject.file().filter().with(legend));
    }

    /** With another filter. */
    static Subject with(Subject subject, Filter filter) {
        return new Subject(WeightFile.untrained(filter, subject.file().source()), subject.lowering());
    }
}
