package dev.pupil.runtime.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSet;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What the text of a CSV cell says. */
final class CellText {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
    private static final ImmutableSet<String> MISSING =
            ImmutableSet.of("", "?", "-", "na", "n/a", "nan", "null", "none", "inf", "+inf", "-inf", "infinity");
    private static final int LONGEST_EXCERPT = 24;

    private CellText() {}

    /** The value −1, 0 or 1 that a cell holds, in any decimal notation, spaces around it allowed. */
    static OptionalInt value(String cell) {
        return switch (cell) {
            case "0" -> OptionalInt.of(0);
            case "1", "+1" -> OptionalInt.of(1);
            case "-1" -> OptionalInt.of(-1);
            default -> {
                String text = cell.strip();
                double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
                yield number == -1 || number == 0 || number == 1 ? OptionalInt.of((int) number) : OptionalInt.empty();
            }
        };
    }

    /** Whether a cell can only be a column's name: neither a number nor a sign for a missing value. */
    static boolean isName(String cell) {
        String text = cell.strip();
        return !MISSING.contains(text.toLowerCase(Locale.ROOT))
                && !NUMBER.matcher(text).matches();
    }

    /**
     * The text of a cell whose bytes were read as ISO 8859-1.
     *
     * @return empty if the bytes are not UTF-8
     */
    static Optional<String> decoded(String cell) {
        try {
            return Optional.of(UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(cell.getBytes(ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A text for use in a message: one short line. */
    static String excerpt(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return printable.codePointCount(0, printable.length()) <= LONGEST_EXCERPT
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST_EXCERPT - 1)) + "…";
    }
}
