package dev.pupil.compiler.check.resolve;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;

/**
 * A program whose names are resolved and whose ranges are not yet known.
 *
 * @param program its integer expressions and the variables of {@code inferred} have the type {@link #UNKNOWN}
 * @param inferred the variables declared {@code int} without bounds
 */
public record Resolved(Program program, ImmutableSet<Variable> inferred) {
    /** An integer of a range not yet known. */
    public static final Type UNKNOWN = new Type.Wide(Polynomial.constant(0), Polynomial.constant(0));
}
