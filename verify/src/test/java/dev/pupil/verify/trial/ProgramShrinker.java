package dev.pupil.verify.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a program text smaller as long as it keeps a property: statements go, blocks take the place of what is around
 * them, operands the place of compound expressions in parentheses. It knows only brackets and semicolons, not the
 * grammar; a text that is no program does not have the property.
 */
public final class ProgramShrinker {
    private static final Pattern TOKEN =
            Pattern.compile("//[^\n]*|/\\*.*?\\*/|\\w+|\\.\\.|[<>=!&|^+-]=|\\S", Pattern.DOTALL);

    private final Predicate<String> property;

    /**
     * A shrinker.
     *
     * @param property what the small text must have; false for texts that are no programs
     */
    public ProgramShrinker(Predicate<String> property) {
        this.property = property;
    }

    /** The text without anything that could be left out, in a layout of its own. */
    public String shrink(String text) {
        List<String> tokens = tokens(text);
        Optional<List<String>> smaller = Optional.of(tokens);
        while (smaller.isPresent()) {
            tokens = smaller.get();
            smaller = smaller(tokens);
        }
        return layout(tokens);
    }

    private Optional<List<String>> smaller(List<String> tokens) {
        for (int start = 0; start < tokens.size(); start++) {
            for (List<String> replaced : replacements(tokens, start)) {
                if (replaced.size() < tokens.size() && property.test(layout(replaced))) {
                    return Optional.of(replaced);
                }
            }
        }
        return Optional.empty();
    }

    private static List<List<String>> replacements(List<String> tokens, int start) {
        List<List<String>> all = new ArrayList<>();
        if (start > 0 && isStatementEnd(tokens.get(start - 1))) {
            statement(tokens, start, all);
        }
        if (tokens.get(start).equals("(")) {
            group(tokens, start, all);
        }
        if (tokens.get(start).equals("else")) {
            all.add(replace(tokens, start, close(tokens, start + 1) + 1, List.of()));
        }
        if (tokens.get(start).equals("!")) {
            all.add(replace(tokens, start, start + 1, List.of()));
        }
        if (tokens.get(start).equals("=")) {
            all.add(replace(tokens, start, end(tokens, start), List.of()));
        }
        return all;
    }

    private static boolean isStatementEnd(String token) {
        return token.equals(";") || token.equals("{") || token.equals("}");
    }

    /** Without the statement, or with one of its blocks only. */
    private static void statement(List<String> tokens, int start, List<List<String>> all) {
        int end = end(tokens, start);
        all.add(replace(tokens, start, end + 1, List.of()));
        for (int i = start; i < end; i++) {
            if (tokens.get(i).equals("{")) {
                int close = close(tokens, i);
                all.add(replace(tokens, start, end + 1, tokens.subList(i + 1, close)));
                i = close;
            }
        }
    }

    /** With a number, or one of the operands, in place of a compound expression. */
    private static void group(List<String> tokens, int start, List<List<String>> all) {
        int close = close(tokens, start);
        all.add(replace(tokens, start, close + 1, List.of("0")));
        all.add(replace(tokens, start, close + 1, List.of("1")));
        int operand = start + 1;
        for (int i = start + 1; i <= close; i++) {
            if (i == close || isOperator(tokens.get(i))) {
                all.add(replace(tokens, start, close + 1, tokens.subList(operand, i)));
                operand = i + 1;
            } else if (isOpening(tokens.get(i))) {
                i = close(tokens, i);
            }
        }
    }

    private static boolean isOperator(String token) {
        return token.matches("[<>=!]=|[<>&|^+?:,-]");
    }

    private static boolean isOpening(String token) {
        return token.equals("(") || token.equals("[") || token.equals("{");
    }

    /** The last token of what starts here: its semicolon or closing brace, that of {@code else} included. */
    private static int end(List<String> tokens, int start) {
        int i = start;
        while (i < tokens.size() && !tokens.get(i).equals(";") && !tokens.get(i).equals("}")) {
            if (isOpening(tokens.get(i))) {
                boolean isBlock = tokens.get(i).equals("{");
                i = close(tokens, i);
                if (isBlock && !(i + 1 < tokens.size() && tokens.get(i + 1).equals("else"))) {
                    return i;
                }
            }
            i++;
        }
        return Math.min(i, tokens.size() - 1);
    }

    private static int close(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (isOpening(tokens.get(i))) {
                depth++;
            } else if (tokens.get(i).matches("[)\\]}]") && --depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private static List<String> replace(List<String> tokens, int from, int to, List<String> by) {
        List<String> replaced = new ArrayList<>(tokens.subList(0, from));
        replaced.addAll(by);
        replaced.addAll(tokens.subList(Math.min(to, tokens.size()), tokens.size()));
        return replaced;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().startsWith("//") && !matcher.group().startsWith("/*")) {
                tokens.add(matcher.group());
            }
        }
        return tokens;
    }

    private static String layout(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean isNewLine = true;
        for (String token : tokens) {
            depth -= token.equals("}") ? 1 : 0;
            if (isNewLine) {
                text.append("    ".repeat(Math.max(0, depth)));
            } else if (!token.matches("[;,)\\]]")) {
                text.append(' ');
            }
            text.append(token);
            depth += token.equals("{") ? 1 : 0;
            isNewLine = isStatementEnd(token);
            text.append(isNewLine ? "\n" : "");
        }
        return text.toString();
    }
}
