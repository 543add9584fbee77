package dev.pupil.runtime.data;

import com.google.common.primitives.ImmutableLongArray;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The elements of a one- or two-dimensional npy array, as bits.
 *
 * @param columns the length of a row; 1 for a one-dimensional array, whose elements are its rows
 * @param rows the rows
 * @param scale how the bits were written
 * @param type how the elements were written
 */
record NpyBits(int columns, List<BitSet> rows, BitScale scale, NpyElementType type) {
    private static final int CHUNK = 1 << 16;

    /** Where an array is, for messages. */
    record Name(String file, String array) {
        /** The file and the array in it. */
        String place() {
            return file + ": " + array;
        }
    }

    /**
     * Reads an array.
     *
     * @param name for messages
     * @param bytes the npy file
     * @param length how many bytes there are
     * @throws DataException if the array is anything but such an array of exactly that length
     */
    static NpyBits read(Name name, InputStream bytes, long length) throws DataException, IOException {
        try {
            DataInputStream input = new DataInputStream(bytes);
            NpyHeader header = NpyHeader.read(name.place(), input);
            checkShape(name, header, length);
            return new Elements(name, header).read(input);
        } catch (EOFException e) {
            throw new DataException(name.place(), "the file is truncated");
        }
    }

    private static void checkShape(Name name, NpyHeader header, long length) throws DataException {
        ImmutableLongArray shape = header.shape();
        String text = shape.stream().mapToObj(Long::toString).collect(Collectors.joining(", ", "(", ")"));
        if (shape.length() < 1 || shape.length() > 2) {
            throw new DataException(
                    name.place(), "has " + Expected.count(shape.length(), "dimension") + ", not one or two");
        }
        if (shape.asList().contains(0L)) {
            throw new DataException(name.place(), "is empty: its shape is " + text);
        }
        BigInteger needed = header.dataBytes().add(BigInteger.valueOf(header.length()));
        if (!needed.equals(BigInteger.valueOf(length))) {
            throw new DataException(
                    name.place(),
                    "an array of %s of shape %s takes %s bytes with its header, but there are %s"
                            .formatted(header.type(), text, needed, length));
        }
        if (shape.get(0) > Integer.MAX_VALUE || (shape.length() == 2 && shape.get(1) >= Integer.MAX_VALUE)) {
            throw new DataException(name.place(), "is too large: its shape is " + text);
        }
    }

    /** The elements on their way from bytes to bits. */
    private static final class Elements {
        private final Name name;
        private final NpyHeader header;
        private final int height;
        private final int width;
        private final BitScale scale = new BitScale();
        // Grows with what is really there: a compressed file may claim more than it holds.
        private final List<BitSet> rows = new ArrayList<>();

        Elements(Name name, NpyHeader header) {
            this.name = name;
            this.header = header;
            this.height = (int) header.shape().get(0);
            this.width = header.shape().length() == 2 ? (int) header.shape().get(1) : 1;
        }

        NpyBits read(DataInputStream input) throws DataException, IOException {
            int bytes = header.type().bytes();
            byte[] chunk = new byte[CHUNK];
            ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.type().order());
            long count = (long) height * width;
            long done = 0;
            while (done < count) {
                int elements = (int) Math.min(count - done, CHUNK / bytes);
                input.readFully(chunk, 0, elements * bytes);
                for (int i = 0; i < elements; i++) {
                    add(done + i, buffer.position(i * bytes));
                }
                done += elements;
            }
            if (input.read() >= 0) {
                throw new DataException(name.place(), "the file goes on after the array");
            }
            return new NpyBits(width, rows, scale, header.type());
        }

        private void add(long position, ByteBuffer element) throws DataException {
            int row = (int) (header.fortranOrder() ? position % height : position / width);
            int column = (int) (header.fortranOrder() ? position / height : position % width);
            ElementPlace place =
                    new ElementPlace(name, row, column, header.shape().length() == 2);
            int start = element.position();
            OptionalInt value = header.type().value(element);
            if (value.isEmpty()) {
                throw new DataException(
                        place.full(), header.type().text(element.position(start)) + ", not 0 or 1 (or -1 or +1)");
            }
            if (row == rows.size()) {
                rows.add(new BitSet());
            }
            rows.get(row).set(column, scale.bit(value.getAsInt(), place));
        }
    }

    private record ElementPlace(Name name, int row, int column, boolean table) implements BitScale.Place {
        @Override
        public String full() {
            return name.file + ": " + inside();
        }

        @Override
        public String inside() {
            return name.array + "[" + row + (table ? ", " + column : "") + "]";
        }
    }
}
