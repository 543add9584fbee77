package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.text.antlr.TermsParser.NameContext;
import java.util.regex.Pattern;

/** Names and strings. */
final class Quoting {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.#]*");

    /** Words that mean something else in terms. */
    private static final ImmutableSet<String> RESERVED = ImmutableSet.of("lane", "everywhere");

    private Quoting() {}

    /** A name as it is written: in back quotes unless it is plain. */
    static String name(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name : quoted(name);
    }

    /** A name as it is written in a term. */
    static String termName(String name) {
        return RESERVED.contains(name) ? quoted(name) : name(name);
    }

    private static String quoted(String name) {
        return "`" + escape(name).replace("`", "\\`") + "`";
    }

    /** A string in double quotes. */
    static String string(String text) {
        return "\"" + escape(text).replace("\"", "\\\"") + "\"";
    }

    /** The name that is written in a term. */
    static String read(NameContext name) {
        return name.QUOTED_NAME() == null ? name.getText() : unquote(name.getText());
    }

    /** The text with backslashes and invisible characters escaped, but not quotes. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (isVisible(character)) {
                        escaped.appendCodePoint(character);
                    } else {
                        Character.toString(character)
                                .chars()
                                .forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** What stands between the quotes; the grammar lets no escapes but those below pass. */
    private static String unquote(String quoted) {
        StringBuilder text = new StringBuilder();
        int end = quoted.length() - 1;
        for (int i = 1; i < end; i++) {
            char character = quoted.charAt(i);
            if (character != '\\') {
                text.append(character);
                continue;
            }
            i++;
            char escape = quoted.charAt(i);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'u' -> {
                    text.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
