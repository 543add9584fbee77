package dev.pupil.verify.behaviour;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Term.Binary;
import dev.pupil.compiler.automaton.term.Term.Choice;
import dev.pupil.compiler.automaton.term.Term.Constant;
import dev.pupil.compiler.automaton.term.Term.Lane;
import dev.pupil.compiler.automaton.term.Term.Not;
import dev.pupil.compiler.automaton.term.Term.Read;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which fields have the same values whatever the data are. A field does if its rule, and the rules of all fields that it
 * depends on, ask of the lane only whether it is filled, empty or workspace, never whether it is +1 or −1: which pixels are
 * filled is given by d, m and the number of examples memorised, and the signs are the data. Then one data set stands for
 * all of the same size.
 */
final class DataIndependence {
    private final Automaton automaton;

    DataIndependence(Automaton automaton) {
        this.automaton = automaton;
    }

    /** Whether all these fields are independent of the data, as far as their rules' form shows. */
    boolean of(Collection<String> fields) {
        Deque<String> open = new ArrayDeque<>(fields);
        Set<String> seen = new LinkedHashSet<>(fields);
        while (!open.isEmpty()) {
            Term next = automaton.field(open.remove()).next();
            if (readsSign(next, Collections.newSetFromMap(new IdentityHashMap<>()))) {
                return false;
            }
            for (Read read : Terms.reads(next)) {
                if (seen.add(read.name())) {
                    open.add(read.name());
                }
            }
        }
        return true;
    }

    /**
     * Whether a term tells +1 and −1 apart.
     *
     * @param cleared parts of terms that are known not to
     */
    private static boolean readsSign(Term term, Set<Term> cleared) {
        if (cleared.contains(term) || isFilled(term)) {
            return false;
        }
        boolean reads = switch (term) {
            case Constant constant -> false;
            case Read read -> false;
            case Lane lane -> Math.abs(lane.value()) == 1;
            case Not not -> readsSign(not.operand(), cleared);
            case Binary binary -> readsSign(binary.left(), cleared) || readsSign(binary.right(), cleared);
            case Choice choice ->
                readsSign(choice.condition(), cleared)
                        || readsSign(choice.whenTrue(), cleared)
                        || readsSign(choice.whenFalse(), cleared);
        };
        if (!reads) {
            cleared.add(term);
        }
        return reads;
    }

    /** {@code lane == 1 | lane == -1}. */
    private static boolean isFilled(Term term) {
        return term instanceof Binary either
                && either.operator() == BinaryOperator.OR
                && either.left() instanceof Lane left
                && either.right() instanceof Lane right
                && left.value() * right.value() == -1;
    }
}
