package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Term.Binary;
import dev.pupil.compiler.automaton.term.Term.Choice;
import dev.pupil.compiler.automaton.term.Term.Constant;
import dev.pupil.compiler.automaton.term.Term.Lane;
import dev.pupil.compiler.automaton.term.Term.Not;
import dev.pupil.compiler.automaton.term.Term.Read;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes terms: on the line if there is room, else with a line for each branch and operand. */
final class TermPrinter {
    private static final int STEP = 2;

    /** What follows a left operand is at least this long; who leaves room for it never looks deep in vain. */
    private static final int OPERAND_REST = " & x".length();

    /** What follows a condition is at least this long. */
    private static final int CHOICE_REST = " ? x : y".length();

    private final Output output;

    TermPrinter(Output output) {
        this.output = output;
    }

    /**
     * Writes a term where the output is.
     *
     * @param least in parentheses if it holds together less tightly
     * @param indent of the line that the term starts on
     */
    void print(Term term, Precedence least, int indent) {
        if (!printIfFits("", term, least)) {
            printBroken(term, least, indent);
        }
    }

    /** Writes {@code before} and a term if the line has room for both; else returns false. */
    private boolean printIfFits(String before, Term term, Precedence least) {
        StringBuilder flat = new StringBuilder(before);
        boolean fits = flatten(term, least, flat, output.room());
        output.add(fits ? flat.toString() : "");
        return fits;
    }

    private void printBroken(Term term, Precedence least, int indent) {
        if (Precedence.of(term).compareTo(least) < 0) {
            output.add("(");
            broken(term, indent + 1);
            output.add(")");
        } else {
            broken(term, indent);
        }
    }

    private void broken(Term term, int indent) {
        switch (term) {
            case Constant constant -> output.add(leaf(constant));
            case Read read -> output.add(leaf(read));
            case Lane lane -> output.add(leaf(lane));
            case Not not -> {
                output.add("!");
                print(not.operand(), Precedence.UNARY, indent + 1);
            }
            case Binary binary -> {
                if (isCall(binary)) {
                    brokenCall(binary, indent);
                } else {
                    brokenOperands(binary, indent);
                }
            }
            case Choice choice -> brokenChoices(choice, indent);
        }
    }

    private void brokenCall(Binary call, int indent) {
        output.add(call.operator().symbol()).add("(").line(indent + STEP);
        print(call.left(), Precedence.CHOICE, indent + STEP);
        output.add(",").line(indent + STEP);
        print(call.right(), Precedence.CHOICE, indent + STEP);
        output.add(")");
    }

    /** All operands of operators of one precedence below each other. */
    private void brokenOperands(Binary binary, int indent) {
        Precedence precedence = Precedence.of(binary);
        Deque<Binary> chain = new ArrayDeque<>();
        Term first = binary;
        while (first instanceof Binary next
                && !isCall(next)
                && Precedence.of(next) == precedence
                && (chain.isEmpty() || precedence.ofLeftOperand() == precedence)) {
            chain.push(next);
            first = next.left();
        }
        print(first, precedence.ofLeftOperand(), indent);
        for (Binary next : chain) {
            output.line(indent + STEP).add(next.operator().symbol()).add(" ");
            print(next.right(), precedence.tighter(), indent + 2 * STEP);
        }
    }

    /** A chain of choices, one below the other. */
    private void brokenChoices(Choice choices, int indent) {
        Term rest = choices;
        for (int links = 0; rest instanceof Choice choice; links++) {
            if (links > 0) {
                output.line(indent).add(": ");
            }
            int inner = links == 0 ? indent : indent + STEP;
            boolean isShort = printIfFits("", choice.condition(), Precedence.OR);
            if (!isShort) {
                printBroken(choice.condition(), Precedence.OR, inner);
            }
            if (!isShort || !printIfFits(" ? ", choice.whenTrue(), Precedence.OR)) {
                output.line(inner + STEP).add("? ");
                print(choice.whenTrue(), Precedence.OR, inner + 2 * STEP);
            }
            rest = choice.whenFalse();
        }
        output.line(indent).add(": ");
        print(rest, Precedence.OR, indent + STEP);
    }

    /** Writes a term on one line; gives up, and returns false, as soon as that is longer than {@code room}. */
    private static boolean flatten(Term term, Precedence least, StringBuilder flat, int room) {
        boolean isLoose = Precedence.of(term).compareTo(least) < 0;
        flat.append(isLoose ? "(" : "");
        boolean fits = flat.length() <= room && flattenParts(term, flat, room);
        flat.append(isLoose ? ")" : "");
        return fits && flat.length() <= room;
    }

    private static boolean flattenParts(Term term, StringBuilder flat, int room) {
        return switch (term) {
            case Constant constant -> fits(flat.append(leaf(constant)), room);
            case Read read -> fits(flat.append(leaf(read)), room);
            case Lane lane -> fits(flat.append(leaf(lane)), room);
            case Not not -> flatten(not.operand(), Precedence.UNARY, flat.append("!"), room);
            case Binary binary ->
                isCall(binary) ? flattenCall(binary, flat, room) : flattenOperands(binary, flat, room);
            case Choice choice ->
                flatten(choice.condition(), Precedence.OR, flat, room - CHOICE_REST)
                        && flatten(choice.whenTrue(), Precedence.OR, flat.append(" ? "), room)
                        && flatten(choice.whenFalse(), Precedence.CHOICE, flat.append(" : "), room);
        };
    }

    private static boolean flattenCall(Binary call, StringBuilder flat, int room) {
        flat.append(call.operator().symbol()).append('(');
        return flatten(call.left(), Precedence.CHOICE, flat, room)
                && flatten(call.right(), Precedence.CHOICE, flat.append(", "), room)
                && fits(flat.append(')'), room);
    }

    private static boolean flattenOperands(Binary binary, StringBuilder flat, int room) {
        Precedence precedence = Precedence.of(binary);
        return flatten(binary.left(), precedence.ofLeftOperand(), flat, room - OPERAND_REST)
                && flatten(
                        binary.right(),
                        precedence.tighter(),
                        flat.append(' ').append(binary.operator().symbol()).append(' '),
                        room);
    }

    private static boolean fits(StringBuilder flat, int room) {
        return flat.length() <= room;
    }

    private static boolean isCall(Binary binary) {
        return Precedence.of(binary) == Precedence.PRIMARY;
    }

    private static String leaf(Constant constant) {
        return Integer.toString(constant.value());
    }

    private static String leaf(Read read) {
        return Quoting.termName(read.name()) + read.at();
    }

    private static String leaf(Lane lane) {
        return "lane == " + lane.value();
    }
}
