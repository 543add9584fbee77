package dev.pupil.cli;

import com.google.common.primitives.Ints;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An image's size as it is given on the command line.
 *
 * @param rows at least 2
 * @param columns at least 2
 */
record ImageSize(int rows, int columns) {
    private static final Pattern FORM = Pattern.compile("(\\d+)[x×](\\d+)");

    /** Reads {@code 33x17}. */
    static final class Converter implements ITypeConverter<ImageSize> {
        @Override
        public ImageSize convert(String text) {
            Matcher matcher = FORM.matcher(text);
            Integer rows = matcher.matches() ? Ints.tryParse(matcher.group(1)) : null;
            Integer columns = matcher.matches() ? Ints.tryParse(matcher.group(2)) : null;
            if (rows == null || columns == null || rows < 2 || columns < 2) {
                throw new TypeConversionException(
                        "'%s' is no size such as 33x17: rows and columns, at least 2".formatted(text));
            }
            return new ImageSize(rows, columns);
        }
    }
}
