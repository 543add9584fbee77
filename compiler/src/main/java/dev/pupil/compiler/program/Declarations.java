package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the locals of a body are declared when it is printed. A local is declared by its first assignment if that
 * stands in a block that holds everything the local is used for, and if the checker would read it back as an
 * assignment; otherwise it is declared, with its initial value, where the body starts.
 */
final class Declarations {
    private final IdentityHashMap<Statement.Assign, Variable> assigned = new IdentityHashMap<>();
    private final Set<Variable> atStart = new LinkedHashSet<>();

    private Declarations() {}

    static Declarations none() {
        return new Declarations();
    }

    static Declarations plan(ImmutableList<Statement> body) {
        Declarations declarations = new Declarations();
        declarations.place(Uses.of(body), body, false);
        return declarations;
    }

    /** The locals declared at the start of the body. */
    ImmutableList<Variable> atStart() {
        return ImmutableList.copyOf(atStart);
    }

    /** The local that an assignment declares, if it does. */
    Optional<Variable> at(Statement.Assign assign) {
        return Optional.ofNullable(assigned.get(assign));
    }

    /** Declares {@code locals}, none of which occurs outside {@code block}. */
    private void place(Set<Variable> locals, ImmutableList<Statement> block, boolean repeated) {
        Map<Variable, Integer> lastUses = lastUses(block);
        Set<Variable> open = new LinkedHashSet<>(locals);
        for (int i = 0; i < block.size(); i++) {
            Statement statement = block.get(i);
            ImmutableSet<Variable> used = Uses.of(statement);
            Set<Variable> started = new LinkedHashSet<>(used);
            started.retainAll(open);
            open.removeAll(started);
            int position = i;
            Set<Variable> only = new LinkedHashSet<>(started);
            only.removeIf(variable -> lastUses.getOrDefault(variable, position) > position);
            Set<Variable> inside = placeInside(statement, only, repeated);
            started.removeAll(inside);
            started.forEach(variable -> declare(variable, statement, repeated));
        }
    }

    /** For each local, the index of the last statement that uses it. */
    private static Map<Variable, Integer> lastUses(ImmutableList<Statement> block) {
        Map<Variable, Integer> last = new HashMap<>();
        for (int i = 0; i < block.size(); i++) {
            for (Variable variable : Uses.of(block.get(i))) {
                last.put(variable, i);
            }
        }
        return last;
    }

    /** Declares those of {@code locals} that only one inner block of a statement uses, and says which. */
    private Set<Variable> placeInside(Statement statement, Set<Variable> locals, boolean repeated) {
        Set<Variable> placed = new HashSet<>();
        if (statement instanceof Statement.For loop) {
            placed.addAll(locals);
            place(placed, loop.body(), true);
        } else if (statement instanceof Statement.If branch) {
            Set<Variable> shared = new HashSet<>(Uses.of(branch.condition()));
            Set<Variable> whenTrue = new LinkedHashSet<>(locals);
            whenTrue.removeAll(shared);
            Set<Variable> whenFalse = new LinkedHashSet<>(whenTrue);
            whenTrue.removeAll(Uses.of(branch.whenFalse()));
            whenFalse.removeAll(Uses.of(branch.whenTrue()));
            place(whenTrue, branch.whenTrue(), repeated);
            place(whenFalse, branch.whenFalse(), repeated);
            placed.addAll(whenTrue);
            placed.addAll(whenFalse);
        }
        return placed;
    }

    private void declare(Variable variable, Statement first, boolean repeated) {
        if (first instanceof Statement.Assign assign && canDeclare(assign, variable, repeated)) {
            assigned.put(assign, variable);
        } else {
            atStart.add(variable);
        }
    }

    private static boolean canDeclare(Statement.Assign assign, Variable variable, boolean repeated) {
        boolean constant = assign.value() instanceof Expression.Constant
                || (assign.value() instanceof Expression.Clamp clamp && clamp.operand() instanceof Expression.Constant);
        return assign.target() instanceof Expression.Read read
                && read.variable().equals(variable)
                && variable.initial() == 0
                && (repeated || !constant)
                && !Uses.of(assign.value()).contains(variable);
    }
}
