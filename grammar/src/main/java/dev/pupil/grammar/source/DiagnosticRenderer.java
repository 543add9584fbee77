package dev.pupil.grammar.source;

import java.util.stream.Collectors;

/**
 * Writes diagnostics for people:
 *
 * <pre>
 * error[PUP0201]: nothing is called 'equatoin'
 *   --> parity.pupil:9:20
 *    |
 *  9 |             if equatoin[k][k] {
 *    |                ^^^^^^^^
 *    = help: did you mean 'equation'?
 * </pre>
 */
public final class DiagnosticRenderer {
    /** Columns of source text shown; longer lines are cut around the span. */
    private static final int WIDEST = 120;

    private static final int BEFORE_SPAN = 40;

    private DiagnosticRenderer() {}

    /** Every diagnostic of a refusal, separated by blank lines, without a final line end. */
    public static String render(DiagnosticException refusal) {
        return refusal.diagnostics().stream()
                .map(diagnostic -> render(refusal.source(), diagnostic))
                .collect(Collectors.joining("\n\n"));
    }

    /** One diagnostic about {@code source}, without a final line end. */
    public static String render(Source source, Diagnostic diagnostic) {
        Span span = diagnostic.span();
        int[] line = line(source.text(), span.line());
        int start = Math.min(span.column() - 1, line.length);
        int end = span.endLine() > span.line() ? line.length : Math.min(span.endColumn() - 1, line.length);
        int shownFrom = line.length <= WIDEST ? 0 : Math.max(0, start - BEFORE_SPAN);
        int shownTo = Math.min(line.length, shownFrom + WIDEST);
        String before = shownFrom > 0 ? "…" : "";
        String after = shownTo < line.length ? "…" : "";
        String text = before + Excerpt.printable(new String(line, shownFrom, shownTo - shownFrom)) + after;
        String underline = " ".repeat(before.length() + start - shownFrom)
                + "^".repeat(Math.max(1, Math.min(end, shownTo) - start));
        String number = Integer.toString(span.line());
        String margin = " ".repeat(number.length());
        String result = "error[%s]: %s\n".formatted(diagnostic.code(), diagnostic.message())
                + "%s--> %s:%s\n".formatted(margin, Excerpt.printable(source.name()), span)
                + "%s |\n".formatted(margin)
                + "%s | %s".formatted(number, text).stripTrailing() + "\n"
                + "%s | %s".formatted(margin, underline);
        String help = diagnostic
                .help()
                .map(advice -> "\n" + margin + " = help: " + advice)
                .orElse("");
        return result + help;
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
