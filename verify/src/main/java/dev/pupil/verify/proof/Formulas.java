package dev.pupil.verify.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Boolean formulas, shared. A formula is called by a literal as in the DIMACS format: a positive number is a variable or
 * a choice between formulas, a negative one the negation of its opposite. A choice has a greater number than its parts.
 */
final class Formulas {
    /** The formula that is always 1. */
    static final int TRUE = 1;

    /** The formula that is always 0. */
    static final int FALSE = -TRUE;

    /** {@code whenTrue} where the variable or choice {@code condition} is 1, else {@code whenFalse}; both are literals. */
    record Choice(int condition, int whenTrue, int whenFalse) {}

    /** A variable's place in {@link #choices}. */
    private static final Choice VARIABLE = new Choice(0, 0, 0);

    /** What each number stands for; 0 is not used, 1 is {@link #TRUE}. */
    private final List<Choice> choices = new ArrayList<>(List.of(VARIABLE, VARIABLE));

    private final Map<Choice, Integer> numbers = new HashMap<>();

    /** The number of the next formula. */
    int size() {
        return choices.size();
    }

    /** Whether the number is a variable's; {@link #TRUE} counts as one. */
    boolean isVariable(int number) {
        return choices.get(number).condition == VARIABLE.condition;
    }

    /** What the number, no variable's, stands for. */
    Choice choice(int number) {
        return choices.get(number);
    }

    /** A new variable. */
    int variable() {
        choices.add(VARIABLE);
        return choices.size() - 1;
    }

    int and(int left, int right) {
        return Math.abs(left) <= Math.abs(right) ? choice(left, right, FALSE) : choice(right, left, FALSE);
    }

    int and(Collection<Integer> literals) {
        return literals.stream().reduce(TRUE, this::and);
    }

    int or(int left, int right) {
        return -and(-left, -right);
    }

    int or(Collection<Integer> literals) {
        return literals.stream().reduce(FALSE, this::or);
    }

    int implies(int premise, int conclusion) {
        return or(-premise, conclusion);
    }

    int equal(int left, int right) {
        return Math.abs(left) <= Math.abs(right) ? choice(left, right, -right) : choice(right, left, -left);
    }

    /** {@code whenTrue} where {@code condition} is 1, else {@code whenFalse}. */
    int choice(int condition, int whenTrue, int whenFalse) {
        if (Math.abs(condition) == TRUE) {
            return condition == TRUE ? whenTrue : whenFalse;
        }
        if (condition < 0) {
            return choice(-condition, whenFalse, whenTrue);
        }
        int one = known(whenTrue, condition, TRUE);
        int other = known(whenFalse, condition, FALSE);
        if (one == other) {
            return one;
        }
        if (one == TRUE && other == FALSE) {
            return condition;
        }
        if (one < 0) {
            return -shared(new Choice(condition, -one, -other));
        }
        return shared(new Choice(condition, one, other));
    }

    /** The literal where the variable is known to be {@code value}. */
    private static int known(int literal, int variable, int value) {
        return literal == variable ? value : literal == -variable ? -value : literal;
    }

    private int shared(Choice choice) {
        if (choice.whenTrue == TRUE && choice.whenFalse == FALSE) {
            return choice.condition;
        }
        return numbers.computeIfAbsent(choice, key -> {
            choices.add(key);
            return choices.size() - 1;
        });
    }
}
