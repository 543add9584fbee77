package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Term;

/**
 * Terms in the source language's operators and precedence, with a neighbour's field as {@code name@up_left}, the lane's
 * test as {@code lane == 1}, and no more parentheses than are needed; but a choice inside a choice's first branch has
 * some.
 */
public final class TermText {
    private TermText() {}

    /** The text of a term, of several lines if it is long; its size is that of the whole tree, shared parts repeated. */
    public static String print(Term term) {
        Output output = new Output();
        new TermPrinter(output).print(term, Precedence.CHOICE, 0);
        return output.finish();
    }

    /**
     * Exactly the term that was printed.
     *
     * @throws TermTextException if the text is no term, or nested too deeply
     */
    public static Term parse(String text) throws TermTextException {
        return TermParsing.parse(text);
    }
}
