package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import java.util.List;
import java.util.Map;

/**
 * What instructions have to do with fields, wherever they are in the image.
 *
 * @param reads names of fields on whose values it depends what is done
 * @param writes names of fields that may change
 * @param sets names of those registers among them that control gives new values, whatever they were, as the instruction ends
 */
public record Effects(ImmutableSet<String> reads, ImmutableSet<String> writes, ImmutableSet<String> sets) {
    static final Effects NONE = new Effects(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());
    static final Effects ACCUMULATING = NONE.reading(SequenceNames.ACCUMULATOR).writing(SequenceNames.ACCUMULATOR);

    /** The effects of all of some nodes. */
    public static Effects of(List<Node> nodes) {
        return nodes.stream().map(Node::effects).reduce(NONE, Effects::and);
    }

    /** The effects of giving fields new values. */
    static Effects assigning(Map<String, Term> values) {
        Effects effects = NONE;
        for (Map.Entry<String, Term> value : values.entrySet()) {
            effects = effects.reading(value.getValue()).writing(value.getKey());
        }
        return effects;
    }

    Effects reading(Term term) {
        Effects effects = this;
        for (Term.Read read : Terms.reads(term)) {
            effects = effects.reading(read.name());
        }
        return effects;
    }

    Effects reading(String field) {
        return and(new Effects(ImmutableSet.of(field), ImmutableSet.of(), ImmutableSet.of()));
    }

    Effects writing(String field) {
        return and(new Effects(ImmutableSet.of(), ImmutableSet.of(field), ImmutableSet.of()));
    }

    Effects setting(ImmutableSet<String> registers) {
        return and(new Effects(ImmutableSet.of(), registers, registers));
    }

    /** The effects of both. */
    Effects and(Effects other) {
        return new Effects(
                Sets.union(reads, other.reads).immutableCopy(),
                Sets.union(writes, other.writes).immutableCopy(),
                Sets.union(sets, other.sets).immutableCopy());
    }

    /** Whether it does not matter which comes first. */
    public boolean commuteWith(Effects other) {
        return Sets.intersection(writes, other.reads).isEmpty()
                && Sets.intersection(writes, other.writes).isEmpty()
                && Sets.intersection(reads, other.writes).isEmpty();
    }
}
