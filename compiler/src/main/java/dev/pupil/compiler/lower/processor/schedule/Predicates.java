package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Whether what comes next is done at all. Everything takes its time in any case; a register in each scope says whether
 * it has an effect. A jump makes the registers of all scopes that it leaves 0.
 */
final class Predicates {
    /** What a scope is. */
    enum Kind {
        /** A routine: ended by {@code return}. */
        ROUTINE,
        /** A loop: what guards the rounds to come; ended by {@code break}. */
        LOOP,
        /** A round of a loop: ended by {@code continue}. */
        ROUND,
        /** One way through a condition. */
        BRANCH
    }

    /**
     * A scope.
     *
     * @param register 1 as long as what is in it is done; none if nothing in it jumps, so that the outer one's holds
     */
    private record Scope(Kind kind, Optional<String> register) {}

    private final Deque<Scope> scopes = new ArrayDeque<>();

    /** Enters a scope with a guard of its own. */
    void enter(Kind kind, String register) {
        scopes.push(new Scope(kind, Optional.of(register)));
    }

    /** Enters a scope that needs none. */
    void enter(Kind kind) {
        scopes.push(new Scope(kind, Optional.empty()));
    }

    void leave() {
        scopes.pop();
    }

    /** The guard: a constant or a register. */
    Term current() {
        for (Scope scope : scopes) {
            if (scope.register.isPresent()) {
                return Terms.read(scope.register.get());
            }
        }
        return Terms.TRUE;
    }

    /** The registers that a jump out of all scopes up to the innermost one of {@code kind} makes 0. */
    ImmutableList<String> left(Kind kind) {
        ImmutableList.Builder<String> registers = ImmutableList.builder();
        for (Scope scope : scopes) {
            scope.register.ifPresent(registers::add);
            if (scope.kind == kind) {
                break;
            }
        }
        return registers.build();
    }

    /** What jumps there are in statements. */
    record Jumps(boolean breaks, boolean continues, boolean returns) {
        private static final Jumps NONE = new Jumps(false, false, false);

        /** The jumps in the statements of a routine or round that leave it, or statements of it. */
        static Jumps in(List<Statement> statements) {
            Jumps all = NONE;
            for (Statement statement : statements) {
                all = all.or(
                        switch (statement) {
                            case Statement.Break jump -> new Jumps(true, false, false);
                            case Statement.Continue jump -> new Jumps(false, true, false);
                            case Statement.Return jump -> new Jumps(false, false, true);
                            case Statement.For loop -> new Jumps(false, false, in(loop.body()).returns);
                            default ->
                                statement.blocks().stream().map(Jumps::in).reduce(NONE, Jumps::or);
                        });
            }
            return all;
        }

        private Jumps or(Jumps other) {
            return new Jumps(breaks || other.breaks, continues || other.continues, returns || other.returns);
        }

        /** Whether later rounds depend on a guard. */
        boolean leaveLoop() {
            return breaks || returns;
        }

        boolean any() {
            return breaks || continues || returns;
        }
    }
}
