package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/**
 * Something that has a name and a value. Variables are compared by {@code id}, so that two with the same name in
 * different scopes, or in two inlinings of one procedure, stay apart.
 *
 * @param id unique within a program
 * @param name as the user wrote it
 * @param kind what it is
 * @param type type of its value, of each element's for an array
 * @param dimensions sizes of an array, outermost first; empty for a scalar; for the example {@code [d + 1]}
 * @param initial value at the start: of memory before the first example, of a local when its body starts. A local that
 *     is declared in a loop or with a computed initialiser has 0 here and an assignment where it is declared (for an
 *     array, a loop nest of assignments), so that nothing has to be done when a block is entered
 * @param declared where it is declared
 */
public record Variable(
        int id, String name, Kind kind, Type type, ImmutableList<Affine> dimensions, int initial, Span declared) {

    /** What a variable is. */
    public enum Kind {
        /** {@code memory}: kept from example to example, read-only in {@code predict}. */
        MEMORY,
        /** The training example in {@code learn} or the query in {@code predict}: bits, label last; may be changed. */
        EXAMPLE,
        /** Declared in a body; lives until its block ends. */
        LOCAL,
        /** Counts a loop; read-only. */
        LOOP
    }

    /** Whether indices select an element. */
    public boolean isArray() {
        return !dimensions.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variable variable && variable.id == id;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(id);
    }

    @Override
    public String toString() {
        return name;
    }
}
