package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import dev.pupil.compiler.Compiler;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs that differ from a given one in a single token, and that compile. */
final class ProgramChanges {
    private static final Pattern TOKEN =
            Pattern.compile("//[^\n]*|/\\*.*?\\*/|[A-Za-z_]\\w*|\\d+|\\.\\.|[<>=!&|^+-]=|\\S", Pattern.DOTALL);

    private static final ImmutableListMultimap<String, String> REPLACEMENTS =
            ImmutableListMultimap.<String, String>builder()
                    .putAll("&", "|", "^")
                    .putAll("|", "&", "^")
                    .putAll("^", "&", "|")
                    .putAll("^=", "&=", "|=")
                    .putAll("&=", "^=", "|=")
                    .putAll("|=", "^=", "&=")
                    .putAll("==", "!=")
                    .putAll("!=", "==")
                    .putAll("<", ">=")
                    .putAll(">", "<=")
                    .putAll("+", "-")
                    .putAll("-", "+")
                    .putAll("+=", "-=")
                    .putAll("-=", "+=")
                    .putAll("!", "")
                    .putAll("0", "1")
                    .putAll("1", "0", "2")
                    .putAll("if", "if !")
                    .putAll("down", "")
                    .putAll("in", "down")
                    .putAll("break", "continue")
                    .putAll("continue", "break")
                    .putAll("k", "j")
                    .putAll("j", "k")
                    .build();

    private final Source source;

    ProgramChanges(Source source) {
        this.source = source;
    }

    /** A changed program and what was changed. */
    record Change(String name, Source source) {}

    /** All of them, in the order of their places. */
    ImmutableList<Change> all() {
        List<Change> all = new ArrayList<>();
        Matcher token = TOKEN.matcher(source.text());
        while (token.find()) {
            for (String replacement : REPLACEMENTS.get(token.group())) {
                String text = source.text().substring(0, token.start())
                        + replacement
                        + source.text().substring(token.end());
                Change change = new Change(
                        "line %s of the program has %s in the place of %s"
                                .formatted(
                                        line(token.start()),
                                        replacement.isEmpty() ? "nothing" : replacement,
                                        token.group()),
                        new Source(source.name(), text));
                if (compiles(change.source)) {
                    all.add(change);
                }
            }
        }
        return ImmutableList.copyOf(all);
    }

    private long line(int offset) {
        return 1
                + source.text()
                        .substring(0, offset)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }

    private static boolean compiles(Source source) {
        try {
            Compiler.lower(Compiler.definition(source));
            return true;
        } catch (DiagnosticException refused) {
            return false;
        }
    }
}
