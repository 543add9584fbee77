package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.Expression.BinaryOperator;

/** How tightly the parts of terms hold together, loosest first. */
enum Precedence {
    CHOICE,
    OR,
    XOR,
    AND,
    EQUALITY,
    COMPARISON,
    SUM,
    UNARY,
    PRIMARY;

    /** The precedence of a term's outermost operator. */
    static Precedence of(Term term) {
        return switch (term) {
            case Term.Constant constant -> PRIMARY;
            case Term.Read read -> PRIMARY;
            case Term.Lane lane -> EQUALITY;
            case Term.Not not -> UNARY;
            case Term.Binary binary -> of(binary.operator());
            case Term.Choice choice -> CHOICE;
        };
    }

    private static Precedence of(BinaryOperator operator) {
        return switch (operator) {
            case AND -> AND;
            case OR -> OR;
            case XOR -> XOR;
            case EQUAL, NOT_EQUAL -> EQUALITY;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> COMPARISON;
            case ADD, SUBTRACT -> SUM;
            case MINIMUM, MAXIMUM -> PRIMARY;
        };
    }

    /** What a left operand must have at least to go without parentheses; comparisons are not chained. */
    Precedence ofLeftOperand() {
        return this == COMPARISON ? SUM : this;
    }

    /** What a right operand must have at least to go without parentheses. */
    Precedence tighter() {
        return values()[Math.min(ordinal() + 1, PRIMARY.ordinal())];
    }
}
