package dev.pupil.verify.proof;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/** Finds out whether formulas can be 1 together, by Sat4j. Its variables have the numbers of the formulas. */
final class Solver {
    private final Formulas formulas;
    private final ISolver solver = SolverFactory.newDefault();

    /** The formulas that the solver has been told of. */
    private final BitSet known = new BitSet();

    private boolean isContradictory;

    Solver(Formulas formulas) {
        this.formulas = formulas;
        // A limit in seconds, which is the default, would start a thread for every question.
        solver.setTimeoutOnConflicts(Integer.MAX_VALUE);
        known.set(Formulas.TRUE);
        clause(Formulas.TRUE);
    }

    /** Requires from now on that the formula is 1. */
    void require(int literal) {
        tell(literal);
        clause(literal);
    }

    /** An assignment in which all requirements and all of the given formulas are 1, if there is one. */
    Optional<Assignment> find(int... literals) {
        for (int literal : literals) {
            tell(literal);
        }
        try {
            if (isContradictory || !solver.isSatisfiable(new VecInt(literals))) {
                return Optional.empty();
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the solver gave up", e);
        }
        BitSet ones = new BitSet();
        known.stream()
                .filter(number -> formulas.isVariable(number) && solver.model(number))
                .forEach(ones::set);
        return Optional.of(new Assignment(formulas, ones));
    }

    /** Tells the solver what the formula means. */
    private void tell(int literal) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(Math.abs(literal));
        while (!open.isEmpty()) {
            int number = open.pop();
            if (known.get(number)) {
                continue;
            }
            known.set(number);
            if (formulas.isVariable(number)) {
                // A clause that is always true: the solver has heard of the variable.
                clause(number, -number);
            } else {
                Formulas.Choice choice = formulas.choice(number);
                define(number, choice);
                open.push(choice.condition());
                open.push(Math.abs(choice.whenTrue()));
                open.push(Math.abs(choice.whenFalse()));
            }
        }
    }

    /** The last two clauses follow from the others; with them the solver sees at once that equal parts decide. */
    private void define(int number, Formulas.Choice choice) {
        clause(-choice.condition(), -choice.whenTrue(), number);
        clause(-choice.condition(), choice.whenTrue(), -number);
        clause(choice.condition(), -choice.whenFalse(), number);
        clause(choice.condition(), choice.whenFalse(), -number);
        clause(-choice.whenTrue(), -choice.whenFalse(), number);
        clause(choice.whenTrue(), choice.whenFalse(), -number);
    }

    private void clause(int... literals) {
        try {
            solver.addClause(new VecInt(literals));
        } catch (ContradictionException e) {
            isContradictory = true;
        }
    }
}
