package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.lower.sweep.Slot.Kind;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Variable;

/**
 * A loop over rows as one wave of a larger routine. The wave runs along every row to the right; every row ends where it
 * ends, and what it has found stays in the matrices' elements.
 *
 * @param passes the one pass that the wave makes. Matrices' elements are slots of the kind {@link Kind#CELL}; vectors'
 *     elements move down with the wave, as {@link Kind#FEATURE}, and start in row 0 as what the vector is there; {@link
 *     Kind#LABEL} are values that the wave brings along
 * @param given the expressions whose values the wave brings along, by their slots' names; they are to be evaluated
 *     before it starts
 * @param turned vectors that the wave changes nowhere, and whose element with the row's number it brings along that row
 *     as {@link Kind#LABEL}; by their slots' names
 * @param arrays the matrices and vectors, by their slots' names
 */
public record Nest(
        Passes passes,
        ImmutableMap<String, Expression> given,
        ImmutableMap<String, Variable> turned,
        ImmutableMap<String, Variable> arrays) {}
