package dev.pupil.compiler.automaton.term;

import dev.pupil.compiler.automaton.term.Term.Binary;
import dev.pupil.compiler.automaton.term.Term.Choice;
import dev.pupil.compiler.automaton.term.Term.Constant;
import dev.pupil.compiler.automaton.term.Term.Lane;
import dev.pupil.compiler.automaton.term.Term.Not;
import dev.pupil.compiler.automaton.term.Term.Read;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Expression.UnaryOperator;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Builds terms; what can be seen to be constant or the same is simplified on the way. */
public final class Terms {
    /** The bit 0. */
    public static final Term FALSE = new Constant(0);

    /** The bit 1. */
    public static final Term TRUE = new Constant(1);

    private Terms() {}

    /** A constant. */
    public static Term constant(int value) {
        return new Constant(value);
    }

    /** A field at the pixel itself. */
    public static Term read(String name) {
        return new Read(name, Offset.CENTER);
    }

    /** A field at a neighbour. */
    public static Term read(String name, Offset at) {
        return new Read(name, at);
    }

    /** Negation of a bit. */
    public static Term not(Term bit) {
        return switch (bit) {
            case Constant constant -> new Constant(1 - constant.value());
            case Not not -> not.operand();
            case Read read -> new Not(read);
            case Lane lane -> new Not(lane);
            case Binary binary -> new Not(binary);
            case Choice choice -> new Not(choice);
        };
    }

    /** Conjunction of bits; 1 if there are none. */
    public static Term and(Term... bits) {
        Term all = TRUE;
        for (Term bit : bits) {
            all = binary(BinaryOperator.AND, all, bit);
        }
        return all;
    }

    /** Disjunction of bits; 0 if there are none. */
    public static Term or(Term... bits) {
        Term any = FALSE;
        for (Term bit : bits) {
            any = binary(BinaryOperator.OR, any, bit);
        }
        return any;
    }

    /** Exclusive or of two bits. */
    public static Term xor(Term left, Term right) {
        return binary(BinaryOperator.XOR, left, right);
    }

    /** The bit "both have the same value". */
    public static Term equal(Term left, Term right) {
        return binary(BinaryOperator.EQUAL, left, right);
    }

    /** {@code whenTrue} if the bit {@code condition} is 1, else {@code whenFalse}. */
    public static Term choice(Term condition, Term whenTrue, Term whenFalse) {
        if (condition instanceof Constant constant) {
            return constant.value() == 1 ? whenTrue : whenFalse;
        }
        if (whenTrue.equals(whenFalse)) {
            return whenTrue;
        }
        if (condition instanceof Not not) {
            return choice(not.operand(), whenFalse, whenTrue);
        }
        if (whenTrue.equals(TRUE) && whenFalse.equals(FALSE)) {
            return condition;
        }
        if (whenTrue.equals(FALSE) && whenFalse.equals(TRUE)) {
            return not(condition);
        }
        return new Choice(condition, whenTrue, whenFalse);
    }

    /** {@code !operand} or {@code -operand}. */
    public static Term unary(UnaryOperator operator, Term operand) {
        return switch (operator) {
            case NOT -> not(operand);
            case NEGATE -> binary(BinaryOperator.SUBTRACT, constant(0), operand);
        };
    }

    /** The number of {@code low}, …, {@code high} that is nearest to the operand. */
    public static Term clamp(Term operand, int low, int high) {
        return binary(BinaryOperator.MINIMUM, binary(BinaryOperator.MAXIMUM, operand, constant(low)), constant(high));
    }

    /** The operator applied to two terms. */
    public static Term binary(BinaryOperator operator, Term left, Term right) {
        if (left instanceof Constant x && right instanceof Constant y) {
            return new Constant(apply(operator, x.value(), y.value()));
        }
        return switch (operator) {
            case AND -> conjunction(left, right);
            case OR -> disjunction(left, right);
            case XOR -> exclusive(left, right);
            case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL ->
                left.equals(right) ? TRUE : new Binary(operator, left, right);
            case NOT_EQUAL, LESS, GREATER -> left.equals(right) ? FALSE : new Binary(operator, left, right);
            case ADD -> isZero(left) ? right : isZero(right) ? left : new Binary(operator, left, right);
            case SUBTRACT -> isZero(right) ? left : new Binary(operator, left, right);
            case MINIMUM, MAXIMUM -> left.equals(right) ? left : new Binary(operator, left, right);
        };
    }

    private static boolean isZero(Term term) {
        return term.equals(FALSE);
    }

    private static Term conjunction(Term left, Term right) {
        if (left.equals(FALSE) || right.equals(FALSE) || left.equals(not(right))) {
            return FALSE;
        }
        if (left.equals(TRUE) || left.equals(right)) {
            return right;
        }
        return right.equals(TRUE) ? left : new Binary(BinaryOperator.AND, left, right);
    }

    private static Term disjunction(Term left, Term right) {
        if (left.equals(TRUE) || right.equals(TRUE) || left.equals(not(right))) {
            return TRUE;
        }
        if (left.equals(FALSE) || left.equals(right)) {
            return right;
        }
        return right.equals(FALSE) ? left : new Binary(BinaryOperator.OR, left, right);
    }

    private static Term exclusive(Term left, Term right) {
        if (left.equals(right)) {
            return FALSE;
        }
        if (left.equals(FALSE)) {
            return right;
        }
        if (right.equals(FALSE)) {
            return left;
        }
        if (left.equals(TRUE)) {
            return not(right);
        }
        return right.equals(TRUE) ? not(left) : new Binary(BinaryOperator.XOR, left, right);
    }

    /** The operator applied to two values. */
    public static int apply(BinaryOperator operator, int left, int right) {
        return switch (operator) {
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case EQUAL -> left == right ? 1 : 0;
            case NOT_EQUAL -> left != right ? 1 : 0;
            case LESS -> left < right ? 1 : 0;
            case LESS_OR_EQUAL -> left <= right ? 1 : 0;
            case GREATER -> left > right ? 1 : 0;
            case GREATER_OR_EQUAL -> left >= right ? 1 : 0;
            case ADD -> Math.addExact(left, right);
            case SUBTRACT -> Math.subtractExact(left, right);
            case MINIMUM -> Math.min(left, right);
            case MAXIMUM -> Math.max(left, right);
        };
    }

    /** The term with every {@link Read} replaced; simplified anew. */
    public static Term replaceReads(Term term, Function<Read, Term> replacement) {
        return new Rewriting(
                        part -> part instanceof Read read ? Optional.of(replacement.apply(read)) : Optional.empty())
                .apply(term);
    }

    /** "If {@code premise} then {@code conclusion}", for bits. */
    public static Term implies(Term premise, Term conclusion) {
        return or(not(premise), conclusion);
    }

    /** A term that has the same value wherever the bit {@code fact} is 1; conjunctions are used part by part. */
    public static Term assume(Term term, Term fact) {
        if (fact instanceof Binary both && both.operator() == BinaryOperator.AND) {
            return assume(assume(term, both.left()), both.right());
        }
        if (fact instanceof Constant) {
            return term;
        }
        return new Rewriting(part -> known(part, fact)).apply(term);
    }

    private static Optional<Term> known(Term part, Term fact) {
        if (part.equals(fact)) {
            return Optional.of(TRUE);
        }
        return fact instanceof Not not && part.equals(not.operand()) ? Optional.of(FALSE) : Optional.empty();
    }

    /** Every field that the term reads, in the order in which they occur. */
    public static Set<Read> reads(Term term) {
        Set<Read> reads = new LinkedHashSet<>();
        collect(term, reads, Collections.newSetFromMap(new IdentityHashMap<>()));
        return reads;
    }

    private static void collect(Term term, Set<Read> reads, Set<Term> seen) {
        if (!seen.add(term)) {
            return;
        }
        switch (term) {
            case Constant constant -> {}
            case Lane lane -> {}
            case Read read -> reads.add(read);
            case Not not -> collect(not.operand(), reads, seen);
            case Binary binary -> {
                collect(binary.left(), reads, seen);
                collect(binary.right(), reads, seen);
            }
            case Choice choice -> {
                collect(choice.condition(), reads, seen);
                collect(choice.whenTrue(), reads, seen);
                collect(choice.whenFalse(), reads, seen);
            }
        }
    }
}
