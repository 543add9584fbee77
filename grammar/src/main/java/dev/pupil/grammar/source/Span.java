package dev.pupil.grammar.source;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A stretch of program text. Lines and columns count from 1, columns in Unicode code points; the end is exclusive, so
 * that an empty span has equal ends.
 *
 * @param line first line
 * @param column first column on {@code line}
 * @param endLine line of the first character after the span
 * @param endColumn column of the first character after the span
 */
public record Span(int line, int column, int endLine, int endColumn) {
    public Span {
        checkArgument(line >= 1 && column >= 1, "lines and columns count from 1");
        checkArgument(endLine > line || (endLine == line && endColumn >= column), "a span ends after it starts");
    }

    /** The smallest span that covers this one and {@code other}. */
    public Span to(Span other) {
        boolean otherFirst = other.line < line || (other.line == line && other.column < column);
        boolean otherLast = other.endLine > endLine || (other.endLine == endLine && other.endColumn > endColumn);
        Span first = otherFirst ? other : this;
        Span last = otherLast ? other : this;
        return new Span(first.line, first.column, last.endLine, last.endColumn);
    }

    /** {@code line:column}, as messages print it. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
