package dev.pupil.explain;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.explain.Explanation.SourceLines;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of the program that things come from, without comments and needless spaces. */
final class SourceText {
    private static final Pattern COMMENT_OR_SPACES = Pattern.compile("//.*|\\s+");

    private final ImmutableList<String> lines;

    SourceText(Source source) {
        this.lines = source.text().lines().collect(ImmutableList.toImmutableList());
    }

    /** The lines of an origin, if it has any. */
    Optional<SourceLines> of(Origin origin) {
        return origin.span().map(this::of);
    }

    private SourceLines of(Span span) {
        int end = span.endLine();
        if (end > lines.size()) {
            return new SourceLines(span.line(), end, "");
        }
        String first = line(span.line());
        String text = end == span.line() ? first : first + (end > span.line() + 1 ? " … " : " ") + line(end);
        return new SourceLines(span.line(), end, text);
    }

    private String line(int number) {
        return Excerpt.printable(
                COMMENT_OR_SPACES.matcher(lines.get(number - 1)).replaceAll(" ").strip());
    }
}
