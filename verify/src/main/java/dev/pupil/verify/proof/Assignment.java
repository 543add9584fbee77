package dev.pupil.verify.proof;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Values for all variables of formulas: 1 for those that are named, 0 for all others. */
final class Assignment {
    private final Formulas formulas;
    private final BitSet ones;
    private final Map<Integer, Boolean> values = new HashMap<>();

    Assignment(Formulas formulas, BitSet ones) {
        this.formulas = formulas;
        this.ones = ones;
    }

    /** The value of a formula. */
    boolean isTrue(int literal) {
        return isOne(Math.abs(literal)) == (literal > 0);
    }

    private boolean isOne(int number) {
        if (number == Formulas.TRUE) {
            return true;
        }
        if (formulas.isVariable(number)) {
            return ones.get(number);
        }
        Boolean known = values.get(number);
        if (known != null) {
            return known;
        }
        Formulas.Choice choice = formulas.choice(number);
        boolean value = isTrue(isOne(choice.condition()) ? choice.whenTrue() : choice.whenFalse());
        values.put(number, value);
        return value;
    }
}
