package dev.pupil.verify.explain;

/** Texts from files, made safe to print: on one line, and without characters that terminals obey. */
final class Visible {
    private Visible() {}

    /** The text with every character that can't be seen written as {@code \\uXXXX}. */
    static String text(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isVisible(character)) {
                visible.appendCodePoint(character);
            } else {
                Character.toString(character).chars().forEach(unit -> visible.append("\\u%04x".formatted(unit)));
            }
        });
        return visible.toString();
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
}
