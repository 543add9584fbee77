package dev.pupil.compiler.text;

/** A text that is being written, with a right margin that expressions are asked to keep to. */
final class Output {
    /** Columns of a line that has not too much in it. */
    static final int WIDTH = 110;

    /** Lines are not indented further than this, however deep what they hold is nested. */
    private static final int LARGEST_INDENT = 48;

    private final StringBuilder text = new StringBuilder();
    private int lineStart;

    Output add(String part) {
        text.append(part);
        return this;
    }

    /** Starts a line. */
    Output line(int indent) {
        text.append('\n');
        lineStart = text.length();
        text.repeat(' ', Math.min(indent, LARGEST_INDENT));
        return this;
    }

    /** Adds {@code part} after a space, or on a new line if this one has no room for it. */
    Output wrap(String part, int indent) {
        return part.length() < room() ? add(" ").add(part) : line(indent).add(part);
    }

    /** How many columns are left on this line. */
    int room() {
        return WIDTH - (text.length() - lineStart);
    }

    /** The whole text, with a line break at its end. */
    String finish() {
        return text.append('\n').toString();
    }
}
