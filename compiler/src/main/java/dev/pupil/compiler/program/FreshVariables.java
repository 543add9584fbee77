package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/** Makes variables that no other has the id of; their names have a dot, as no name in a program has. */
public final class FreshVariables {
    private int next;

    /** Variables besides those of a program. */
    public FreshVariables(Program program) {
        next = 1 + Uses.all(program).stream().mapToInt(Variable::id).max().orElse(0);
    }

    /** A local that is a bit. */
    public Variable bit(String name, Span span) {
        return of(name, Type.BIT, span);
    }

    /** A local scalar that starts at 0. */
    public Variable of(String name, Type type, Span span) {
        return of(name, Variable.Kind.LOCAL, type, span);
    }

    /** A scalar that starts at 0. */
    public Variable of(String name, Variable.Kind kind, Type type, Span span) {
        return new Variable(next++, name, kind, type, ImmutableList.of(), 0, span);
    }
}
