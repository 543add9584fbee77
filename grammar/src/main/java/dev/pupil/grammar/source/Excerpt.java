package dev.pupil.grammar.source;

/** Quotes program text in messages: hostile text stays on one line and short. */
public final class Excerpt {
    private static final int LONGEST = 40;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int REPLACEMENT = 0xFFFD;

    private Excerpt() {}

    /** {@code text} in single quotes, cut after 40 characters, without control characters or lone surrogates. */
    public static String quote(String text) {
        int length = text.codePointCount(0, Math.min(text.length(), 4 * LONGEST));
        String kept = length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        return "'" + printable(kept) + "'";
    }

    /** {@code text} with everything that would disturb a terminal replaced, character by character. */
    public static String printable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(Excerpt::printable).forEach(result::appendCodePoint);
        return result.toString();
    }

    private static int printable(int character) {
        if (character == '\t') {
            return ' ';
        }
        boolean disturbing = character < FIRST_PRINTABLE
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
        return disturbing ? REPLACEMENT : character;
    }
}
