package dev.pupil.runtime.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.primitives.ImmutableLongArray;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an array in NumPy's npy format, versions 1.0, 2.0 and 3.0.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 * @param type how an element is written
 * @param fortranOrder whether the first index is fastest, not the last
 * @param shape the sizes of its dimensions
 * @param length bytes from the start of the file to the first element
 */
record NpyHeader(NpyElementType type, boolean fortranOrder, ImmutableLongArray shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** Far more than the description of any plain array takes; NumPy itself refuses more than 10,000 by default. */
    private static final int LONGEST_DESCRIPTION = 1 << 16;

    /** One entry of the description, a Python dictionary, with the comma after it. */
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*+(?:'(\\w++)'|\"(\\w++)\")\\s*+:\\s*+('[^']*+'|\"[^\"]*+\"|\\w++|\\([^()]*+\\))\\s*+,?+");

    /**
     * Reads a header.
     *
     * @param place what messages call the array
     * @param input at the start of the array; afterwards at its first element
     * @throws DataException if it is not a header of an array of plain numbers
     * @throws java.io.EOFException if the input ends before the header does
     */
    static NpyHeader read(String place, DataInputStream input) throws DataException, IOException {
        byte[] magic = input.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new DataException(place, magic.length == 0 ? "the file is empty" : "not in npy format");
        }
        int major = input.readUnsignedByte();
        int minor = input.readUnsignedByte();
        if (major < 1 || major > 3 || minor != 0) {
            throw new DataException(place, "version " + major + "." + minor + " of the npy format is not known");
        }
        int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
        byte[] lengthField = new byte[Integer.BYTES];
        input.readFully(lengthField, 0, lengthBytes);
        long length = Integer.toUnsignedLong(
                ByteBuffer.wrap(lengthField).order(ByteOrder.LITTLE_ENDIAN).getInt());
        if (length > LONGEST_DESCRIPTION) {
            throw new DataException(place, "a header of " + length + " bytes is too long for an array of numbers");
        }
        byte[] description = new byte[(int) length];
        input.readFully(description);
        return parse(
                place,
                new String(description, major == 3 ? UTF_8 : ISO_8859_1),
                MAGIC.length + 2 + lengthBytes + description.length);
    }

    private static NpyHeader parse(String place, String description, int length) throws DataException {
        Map<String, String> entries = entries(description)
                .orElseThrow(() -> new DataException(
                        place, "the header does not describe an array of numbers: " + CellText.excerpt(description)));
        NpyElementType type = NpyElementType.named(unquoted(entry(place, entries, "descr")))
                .orElseThrow(() -> new DataException(
                        place,
                        "elements of type " + CellText.excerpt(entries.getOrDefault("descr", ""))
                                + " are not numbers of 1 to 8 bytes"));
        String order = entry(place, entries, "fortran_order");
        if (!order.equals("True") && !order.equals("False")) {
            throw new DataException(place, "fortran_order is " + CellText.excerpt(order) + ", not True or False");
        }
        return new NpyHeader(type, order.equals("True"), shape(place, entry(place, entries, "shape")), length);
    }

    private static Optional<Map<String, String>> entries(String description) {
        String dictionary = description.strip();
        if (!dictionary.startsWith("{") || !dictionary.endsWith("}")) {
            return Optional.empty();
        }
        String inside = dictionary.substring(1, dictionary.length() - 1).stripTrailing();
        Map<String, String> entries = new HashMap<>();
        Matcher matcher = ENTRY.matcher(inside);
        int end = 0;
        while (end < inside.length()) {
            matcher.region(end, inside.length());
            if (!matcher.lookingAt()) {
                return Optional.empty();
            }
            String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (entries.put(key, matcher.group(3)) != null) {
                return Optional.empty();
            }
            end = matcher.end();
        }
        return Optional.of(entries);
    }

    private static String entry(String place, Map<String, String> entries, String key) throws DataException {
        String value = entries.get(key);
        if (value == null) {
            throw new DataException(place, "the header has no entry " + key);
        }
        return value;
    }

    private static String unquoted(String text) {
        return text.startsWith("'") || text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static ImmutableLongArray shape(String place, String tuple) throws DataException {
        ImmutableLongArray.Builder shape = ImmutableLongArray.builder();
        String inside = tuple.startsWith("(") ? tuple.substring(1, tuple.length() - 1) : tuple;
        for (String size : Splitter.on(',').trimResults().omitEmptyStrings().split(inside)) {
            // Python 2 wrote long integers with an L.
            String digits = size.endsWith("L") ? size.substring(0, size.length() - 1) : size;
            if (!tuple.startsWith("(") || !digits.matches("[0-9]{1,18}")) {
                throw new DataException(place, "the shape " + CellText.excerpt(tuple) + " is not one");
            }
            shape.add(Long.parseLong(digits));
        }
        return shape.build();
    }

    /** Bytes that the elements take. */
    BigInteger dataBytes() {
        BigInteger bytes = BigInteger.valueOf(type.bytes());
        for (long size : shape.asList()) {
            bytes = bytes.multiply(BigInteger.valueOf(size));
        }
        return bytes;
    }
}
