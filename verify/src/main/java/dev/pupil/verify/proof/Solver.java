package dev.pupil.verify.proof;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.DataStructureFactory;
import org.sat4j.minisat.orders.RandomLiteralSelectionStrategy;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.ISolver;
import org.sat4j.specs.TimeoutException;

/**
 * Finds out whether formulas can be 1 together, by Sat4j. What it is told of has numbers of its own there: whatever Sat4j
 * does takes time in proportion to the largest one.
 */
final class Solver {
    private final Formulas formulas;
    private final ISolver solver;

    /** Sat4j's numbers of the formulas that it has been told of. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** The last number that Sat4j has heard of. */
    private int last = 1;

    private boolean isContradictory;

    Solver(Formulas formulas) {
        this(formulas, SolverFactory.newDefault());
    }

    private Solver(Formulas formulas, ISolver solver) {
        this.formulas = formulas;
        this.solver = solver;
        // A limit in seconds, which is the default, would start a thread for every question.
        solver.setTimeoutOnConflicts(Integer.MAX_VALUE);
        numbers.put(Formulas.TRUE, 1);
        clause(Formulas.TRUE);
    }

    /** A solver whose answers are unlike each other, as it tries 0 and 1 at random. */
    static Solver varied(Formulas formulas) {
        org.sat4j.minisat.core.Solver<DataStructureFactory> solver = SolverFactory.newMiniLearningHeap();
        solver.getOrder().setPhaseSelectionStrategy(new RandomLiteralSelectionStrategy());
        return new Solver(formulas, solver);
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
        return find(translated(literals));
    }

    private Optional<Assignment> find(VecInt assumed) {
        try {
            if (isContradictory || !solver.isSatisfiable(assumed)) {
                return Optional.empty();
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the solver gave up", e);
        }
        BitSet ones = new BitSet();
        numbers.forEach((formula, number) -> ones.set(formula, formulas.isVariable(formula) && solver.model(number)));
        return Optional.of(new Assignment(formulas, ones));
    }

    /**
     * An assignment in which all requirements, the condition and at least one of the given formulas are 1, if there is one.
     * Unlike a formula that says the same, this leaves nothing behind that would slow down what follows.
     */
    Optional<Assignment> findAny(int condition, int... any) {
        tell(condition);
        for (int literal : any) {
            tell(literal);
        }
        int isAsked = last + 1;
        last = isAsked;
        VecInt clause = translated(any);
        clause.push(-isAsked);
        clause(clause);
        VecInt assumed = translated(condition);
        assumed.push(isAsked);
        Optional<Assignment> answer = find(assumed);
        clause(new VecInt(new int[] {-isAsked}));
        return answer;
    }

    /** Tells the solver what the formula means. */
    private void tell(int literal) {
        List<Integer> undefined = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(Math.abs(literal));
        while (!open.isEmpty()) {
            int number = open.pop();
            if (numbers.containsKey(number)) {
                continue;
            }
            last++;
            numbers.put(number, last);
            if (formulas.isVariable(number)) {
                // A clause that is always true: the solver has heard of the variable.
                clause(number, -number);
            } else {
                Formulas.Choice choice = formulas.choice(number);
                undefined.add(number);
                open.push(choice.condition());
                open.push(Math.abs(choice.whenTrue()));
                open.push(Math.abs(choice.whenFalse()));
            }
        }
        undefined.forEach(number -> define(number, formulas.choice(number)));
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
        clause(translated(literals));
    }

    private void clause(VecInt translated) {
        try {
            solver.addClause(translated);
        } catch (ContradictionException e) {
            isContradictory = true;
        }
    }

    private VecInt translated(int... literals) {
        VecInt translated = new VecInt();
        for (int literal : literals) {
            int number = requireNonNull(numbers.get(Math.abs(literal)));
            translated.push(literal > 0 ? number : -number);
        }
        return translated;
    }
}
