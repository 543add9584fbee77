package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import java.util.Optional;

/**
 * What the head does at every column as it comes by. All terms read fields by their names: registers have the values
 * with which the head comes, cells and markers those of the column. All changes happen at once.
 *
 * @param direction on which of its two ways the head does it
 * @param registers new values of registers that change
 * @param cells new values of the column's cells that change
 * @param sum what is added to the accumulator; only on the way to the right
 */
public record ScanBody(
        Direction direction,
        ImmutableMap<String, Term> registers,
        ImmutableMap<String, Term> cells,
        Optional<Term> sum) {}
