package dev.pupil.compiler.text;

/** A text is no term's. Its message is one line, {@code line:column: what is wrong}. */
public final class TermTextException extends Exception {
    private static final long serialVersionUID = 1L;

    TermTextException(int line, int column, String problem) {
        super(line + ":" + column + ": " + problem);
    }
}
