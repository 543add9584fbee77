package dev.pupil.compiler.automaton.term;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * Replaces parts of a term and simplifies what is around them. Terms share parts: each part is rewritten once, and what
 * comes out shares its parts in the same way, else a few assignments in a row would take exponential time and space.
 */
final class Rewriting {
    private final Function<Term, Optional<Term>> rule;
    private final IdentityHashMap<Term, Term> rewritten = new IdentityHashMap<>();

    /**
     * A rewriting.
     *
     * @param rule what takes the place of a part; nothing if it stays and its own parts are to be looked at
     */
    Rewriting(Function<Term, Optional<Term>> rule) {
        this.rule = rule;
    }

    Term apply(Term term) {
        Term known = rewritten.get(term);
        if (known != null) {
            return known;
        }
        Term result = rule.apply(term).orElseGet(() -> rebuilt(term));
        rewritten.put(term, result);
        return result;
    }

    private Term rebuilt(Term term) {
        return switch (term) {
            case Term.Constant constant -> constant;
            case Term.Lane lane -> lane;
            case Term.Read read -> read;
            case Term.Not not -> Terms.not(apply(not.operand()));
            case Term.Binary binary -> Terms.binary(binary.operator(), apply(binary.left()), apply(binary.right()));
            case Term.Choice choice ->
                Terms.choice(apply(choice.condition()), apply(choice.whenTrue()), apply(choice.whenFalse()));
        };
    }
}
