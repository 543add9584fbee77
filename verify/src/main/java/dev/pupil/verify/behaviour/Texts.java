package dev.pupil.verify.behaviour;

import com.google.common.base.Splitter;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import dev.pupil.verify.report.Counterexample;
import java.util.List;
import java.util.Optional;

/** Program texts, line by line. */
final class Texts {
    private Texts() {}

    /** The first line in which the program in a file is not the claimed one. */
    static Optional<Counterexample> difference(Source inFile, Source claimed) {
        if (inFile.text().equals(claimed.text())) {
            return Optional.empty();
        }
        List<String> found = lines(inFile);
        List<String> wanted = lines(claimed);
        int line = 0;
        while (line < found.size() && line < wanted.size() && found.get(line).equals(wanted.get(line))) {
            line++;
        }
        String summary = "the program in the file is not that of %s: line %s %s, but there %s"
                .formatted(claimed.name(), line + 1, quote(found, line), quote(wanted, line));
        return Optional.of(Counterexample.of(summary));
    }

    private static String quote(List<String> lines, int line) {
        return line < lines.size() ? "is " + Excerpt.quote(lines.get(line).strip()) : "is missing";
    }

    /** Whether an origin's source text exists. */
    static boolean exists(Origin origin, Source source) {
        return origin.span().stream().allMatch(span -> exists(span, lines(source)));
    }

    private static boolean exists(Span span, List<String> lines) {
        return reaches(lines, span.line(), span.column()) && reaches(lines, span.endLine(), span.endColumn());
    }

    private static boolean reaches(List<String> lines, int line, int column) {
        if (line > lines.size()) {
            return false;
        }
        String text = lines.get(line - 1);
        return column <= text.codePointCount(0, text.length()) + 1;
    }

    private static List<String> lines(Source source) {
        return Splitter.on('\n').splitToList(source.text());
    }
}
