package dev.pupil.explain;

import java.util.regex.Pattern;

/** Text in indented paragraphs whose lines are not longer than a page is wide, if words allow that. */
final class Page {
    private static final int WIDTH = 100;
    private static final int STEP = 4;

    /** Where lines may end: not between a sign and what it belongs to. */
    private static final Pattern SPACES = Pattern.compile("(?<! [-+&|=]) ");

    private final StringBuilder text = new StringBuilder();

    /** Adds a paragraph; its further lines are indented one step more than its first. */
    Page add(int indent, String paragraph) {
        StringBuilder line = new StringBuilder(" ".repeat(indent * STEP));
        boolean isEmpty = true;
        for (String word : SPACES.splitAsStream(paragraph).toList()) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat((indent + 1) * STEP));
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        text.append(line.toString().stripTrailing()).append('\n');
        return this;
    }

    /** Adds paragraphs, one for each line. */
    Page addLines(int indent, String lines) {
        lines.lines().forEach(line -> add(indent, line));
        return this;
    }

    /** Adds an empty line. */
    Page gap() {
        text.append('\n');
        return this;
    }

    /** All that was added. */
    String text() {
        return text.toString();
    }
}
