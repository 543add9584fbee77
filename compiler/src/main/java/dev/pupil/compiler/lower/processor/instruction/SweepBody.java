package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;

/**
 * What is done at every pixel as something comes by: the head at those of row 0, a wave at all. All terms read fields by
 * their names: registers, or lanes, have the values that come with it, cells and markers are those of the pixel, and where
 * a wave is is told by the names of {@link dev.pupil.compiler.lower.sweep.Place}. All changes happen at once.
 *
 * @param carried new values of what is taken along: of the head's registers; of a wave's lanes, down or to the right
 * @param cells new values of the pixel's cells
 */
public record SweepBody(ImmutableMap<String, Term> carried, ImmutableMap<String, Term> cells) {
    /** What it has to do with fields. */
    Effects effects() {
        return Effects.assigning(carried).and(Effects.assigning(cells));
    }
}
