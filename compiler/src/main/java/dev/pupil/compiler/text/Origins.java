package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.text.antlr.StagesParser.OriginContext;
import dev.pupil.compiler.text.antlr.StagesParser.SpanContext;
import dev.pupil.grammar.source.Span;
import java.util.Optional;

/** Origins, such as {@code [prelude]} and {@code [learn 10:17-10:33]}. */
final class Origins {
    private Origins() {}

    static String text(Origin origin) {
        String span = origin.span()
                .map(where ->
                        " %s:%s-%s:%s".formatted(where.line(), where.column(), where.endLine(), where.endColumn()))
                .orElse("");
        return "[" + Quoting.name(origin.part()) + span + "]";
    }

    static Origin read(OriginContext origin) {
        return new Origin(
                Quoting.read(origin.name()), Optional.ofNullable(origin.span()).map(Origins::read));
    }

    private static Span read(SpanContext span) {
        return Fault.check(
                span,
                () -> new Span(
                        Numbers.read(span.line),
                        Numbers.read(span.column),
                        Numbers.read(span.endLine),
                        Numbers.read(span.endColumn)));
    }
}
