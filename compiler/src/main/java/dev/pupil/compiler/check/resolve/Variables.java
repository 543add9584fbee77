package dev.pupil.compiler.check.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.tree.NameNode;

/** Makes variables, numbered in the order in which they are met. */
public final class Variables {
    private final ImmutableSet.Builder<Variable> inferred = ImmutableSet.builder();
    private int next;

    Variable create(NameNode name, Variable.Kind kind, Type type, ImmutableList<Affine> dimensions, int initial) {
        Variable variable = new Variable(next, name.text(), kind, type, dimensions, initial, name.span());
        next++;
        if (kind != Variable.Kind.LOOP && type.equals(Resolved.UNKNOWN)) {
            inferred.add(variable);
        }
        return variable;
    }

    /** The variables made so far whose range is to be inferred. */
    ImmutableSet<Variable> inferred() {
        return inferred.build();
    }
}
