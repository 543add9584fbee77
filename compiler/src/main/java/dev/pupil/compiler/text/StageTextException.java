package dev.pupil.compiler.text;

/** A text is not what it should be. Its message is one line, {@code line:column: what is wrong}. */
public final class StageTextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    StageTextException(int line, int column, String problem) {
        super(line + ":" + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /** The line of the first character that can't stay as it is, from 1. */
    public int line() {
        return line;
    }

    /** The column of that character in Unicode code points, from 1. */
    public int column() {
        return column;
    }
}
