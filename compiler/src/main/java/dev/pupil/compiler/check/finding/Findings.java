package dev.pupil.compiler.check.finding;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what is found wrong. A place in a procedure is reported once, however often the procedure is inlined. */
public final class Findings {
    private static final int MOST = 50;

    private final Map<Place, Diagnostic> found = new LinkedHashMap<>();

    private record Place(String code, Span span) {}

    public void report(Diagnostic diagnostic) {
        found.putIfAbsent(new Place(diagnostic.code(), diagnostic.span()), diagnostic);
    }

    /** Reports a refusal unless its cause has been reported already. */
    public void report(Refusal refusal) {
        refusal.diagnostic().ifPresent(this::report);
    }

    public void refuseIfAny(Source source) throws DiagnosticException {
        if (!found.isEmpty()) {
            throw new DiagnosticException(
                    source,
                    found.values().stream()
                            .sorted(comparing(
                                    Diagnostic::span, comparingInt(Span::line).thenComparingInt(Span::column)))
                            .limit(MOST)
                            .collect(ImmutableList.toImmutableList()));
        }
    }
}
