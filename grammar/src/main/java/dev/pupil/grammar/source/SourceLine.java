package dev.pupil.grammar.source;

/**
 * The first line of a span, cut around the span if it is long, with everything that would disturb a terminal replaced
 * column for column.
 *
 * @param number which line it is, from 1
 * @param before what comes before the span
 * @param marked what of the span is in this line; may be empty
 * @param after what comes behind
 */
public record SourceLine(int number, String before, String marked, String after) {
    /** Columns of source text shown; longer lines are cut around the span. */
    private static final int WIDEST = 120;

    private static final int BEFORE_SPAN = 40;
    private static final String CUT = "…";

    /** The line of {@code source} in which {@code span} starts; empty behind the text's last line. */
    public static SourceLine of(Source source, Span span) {
        int[] line = line(source.text(), span.line());
        int start = Math.min(span.column() - 1, line.length);
        int end = span.endLine() > span.line() ? line.length : Math.min(span.endColumn() - 1, line.length);
        int shownFrom = line.length <= WIDEST ? 0 : Math.max(0, start - BEFORE_SPAN);
        int shownTo = Math.min(line.length, shownFrom + WIDEST);
        int markedTo = Math.clamp(end, start, shownTo);
        return new SourceLine(
                span.line(),
                (shownFrom > 0 ? CUT : "") + printable(line, shownFrom, start),
                printable(line, start, markedTo),
                printable(line, markedTo, shownTo) + (shownTo < line.length ? CUT : ""));
    }

    /** The line's text. */
    public String text() {
        return before + marked + after;
    }

    /**
     * A span's place, its first line, and a mark under it, without a final line end:
     *
     * <pre>
     *  --> parity.pupil:9:20
     *   |
     * 9 |             if equation[k][k] {
     *   |                ^^^^^^^^
     * </pre>
     */
    public static String excerpt(Source source, Span span) {
        SourceLine line = of(source, span);
        String margin = " ".repeat(Integer.toString(line.number).length());
        String underline = " ".repeat(columns(line.before)) + "^".repeat(Math.max(1, columns(line.marked)));
        return "%s--> %s:%s\n".formatted(margin, Excerpt.printable(source.name()), span)
                + "%s |\n".formatted(margin)
                + "%s | %s".formatted(line.number, line.text()).stripTrailing() + "\n"
                + "%s | %s".formatted(margin, underline);
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String printable(int[] line, int from, int to) {
        return Excerpt.printable(new String(line, from, to - from));
    }

    /** The code points of a line, which counts from 1; empty after the last one. */
    private static int[] line(String text, int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return new int[0];
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return (line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .codePoints()
                .toArray();
    }
}
