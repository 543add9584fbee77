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
    private DiagnosticRenderer() {}

    /** Every diagnostic of a refusal, separated by blank lines, without a final line end. */
    public static String render(DiagnosticException refusal) {
        return refusal.diagnostics().stream()
                .map(diagnostic -> render(refusal.source(), diagnostic))
                .collect(Collectors.joining("\n\n"));
    }

    /** One diagnostic about {@code source}, without a final line end. */
    public static String render(Source source, Diagnostic diagnostic) {
        String margin = " ".repeat(Integer.toString(diagnostic.span().line()).length());
        String help = diagnostic
                .help()
                .map(advice -> "\n" + margin + " = help: " + advice)
                .orElse("");
        return "error[%s]: %s\n".formatted(diagnostic.code(), diagnostic.message())
                + SourceLine.excerpt(source, diagnostic.span())
                + help;
    }
}
