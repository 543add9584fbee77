package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.verify.proof.Surroundings.Place;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongBinaryOperator;

/** The values of terms in a state. */
final class Meaning {
    private final Formulas formulas;
    private final State state;

    /** Terms share parts; each is translated once at each pixel. */
    private final Map<Place, Map<Term, Spread>> known = new HashMap<>();

    Meaning(Formulas formulas, State state) {
        this.formulas = formulas;
        this.state = state;
    }

    /**
     * The value of {@code term} at a pixel.
     *
     * @throws NoBitException if a part of it that must be a bit can have other values
     */
    Spread of(Term term, int row, int column) {
        Map<Term, Spread> here = known.computeIfAbsent(new Place(row, column), key -> new IdentityHashMap<>());
        Spread value = here.get(term);
        if (value == null) {
            value = translate(term, row, column);
            here.put(term, value);
        }
        return value;
    }

    /** Where the value of {@code term}, a bit, is 1. */
    int isTrue(Term term, int row, int column) {
        Spread value = of(term, row, column);
        if (!value.isBit()) {
            throw new NoBitException(term);
        }
        return value.is(1);
    }

    private Spread translate(Term term, int row, int column) {
        return switch (term) {
            case Term.Constant constant -> Spread.constant(constant.value());
            case Term.Read read ->
                state.field(
                        read.name(), row + read.at().row(), column + read.at().column());
            case Term.Lane lane -> Spread.bit(state.lane(lane.value(), row, column));
            case Term.Not not -> Spread.bit(-isTrue(not.operand(), row, column));
            case Term.Binary binary ->
                of(binary.left(), row, column)
                        .combine(formulas, operation(binary.operator()), of(binary.right(), row, column));
            case Term.Choice choice ->
                Spread.choice(
                        formulas,
                        isTrue(choice.condition(), row, column),
                        of(choice.whenTrue(), row, column),
                        of(choice.whenFalse(), row, column));
        };
    }

    private static LongBinaryOperator operation(BinaryOperator operator) {
        return switch (operator) {
            case AND -> (left, right) -> left & right;
            case OR -> (left, right) -> left | right;
            case XOR -> (left, right) -> left ^ right;
            case EQUAL -> (left, right) -> bit(left == right);
            case NOT_EQUAL -> (left, right) -> bit(left != right);
            case LESS -> (left, right) -> bit(left < right);
            case LESS_OR_EQUAL -> (left, right) -> bit(left <= right);
            case GREATER -> (left, right) -> bit(left > right);
            case GREATER_OR_EQUAL -> (left, right) -> bit(left >= right);
            case ADD -> Math::addExact;
            case SUBTRACT -> Math::subtractExact;
            case MINIMUM -> Math::min;
            case MAXIMUM -> Math::max;
        };
    }

    private static long bit(boolean condition) {
        return condition ? 1 : 0;
    }
}
