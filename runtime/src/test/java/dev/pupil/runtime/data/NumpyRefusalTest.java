package dev.pupil.runtime.data;

import static dev.pupil.runtime.data.NpyFiles.bytes;
import static dev.pupil.runtime.data.NpyFiles.description;
import static dev.pupil.runtime.data.NpyFiles.npy;
import static dev.pupil.runtime.data.NpyFiles.npz;
import static dev.pupil.runtime.data.NpyFiles.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Every way in which an npy or npz file can be wrong, with its exact message. */
class NumpyRefusalTest {
    private static final byte[] NOTHING = {};
    private static final byte[] SIX = {0, 1, 1, 1, 0, 0};

    static final Arguments[] TABLES = {
        Arguments.of(NOTHING, "array: the file is empty"),
        Arguments.of("PK".getBytes(UTF_8), "array: not in npy format"),
        Arguments.of("0,1,1\n0,1,1\n".getBytes(UTF_8), "array: not in npy format"),
        Arguments.of(
                npy(7, description("|b1", false, "(2, 3)"), SIX), "array: version 7.0 of the npy format is not known"),
        Arguments.of(
                npy(1, description("|b1", false, "(2, 4)"), SIX),
                "array: an array of bool of shape (2, 4) takes 78 bytes with its header, but there are 76"),
        Arguments.of(
                npy(1, description("|b1", false, "(1, 3)"), SIX),
                "array: an array of bool of shape (1, 3) takes 73 bytes with its header, but there are 76"),
        Arguments.of(
                npy(1, description("<f8", false, "(4611686018427387904, 3)"), SIX),
                "array: the shape (4611686018427387904, 3) is not one"),
        Arguments.of(
                npy(1, description("<f8", false, "(461168601842738790, 461168601842738790)"), SIX),
                "array: an array of float64 of shape (461168601842738790, 461168601842738790) takes "
                        + "1701411834604692314365393985365312904 bytes with its header, but there are 110"),
        Arguments.of(
                npy(1, description("|b1", false, "(999999999999, 0)"), NOTHING),
                "array: is empty: its shape is (999999999999, 0)"),
        Arguments.of(npy(1, description("|b1", false, "()"), new byte[1]), "array: has 0 dimensions, not one or two"),
        Arguments.of(npy(1, description("|b1", false, "(1, 2, 3)"), SIX), "array: has 3 dimensions, not one or two"),
        Arguments.of(npy(1, description("|b1", false, "(-2, -3)"), SIX), "array: the shape (-2, -3) is not one"),
        Arguments.of(
                npy(1, description("|O", false, "(2, 3)"), SIX),
                "array: elements of type '|O' are not numbers of 1 to 8 bytes"),
        Arguments.of(
                npy(1, description("<c8", false, "(2, 3)"), SIX),
                "array: elements of type '<c8' are not numbers of 1 to 8 bytes"),
        Arguments.of(
                npy(1, description("<U1", false, "(2, 3)"), SIX),
                "array: elements of type '<U1' are not numbers of 1 to 8 bytes"),
        Arguments.of(
                npy(1, "{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (2,), }", SIX),
                "array: the header does not describe an array of numbers: {'descr': [('a', '<i4')…"),
        Arguments.of(npy(1, "junk", SIX), "array: the header does not describe an array of numbers: junk\uFFFD"),
        Arguments.of(npy(1, "{'descr': '|b1', 'shape': (2, 3)}", SIX), "array: the header has no entry fortran_order"),
        Arguments.of(
                npy(1, "{'descr': '|b1', 'fortran_order': 1, 'shape': (2, 3)}", SIX),
                "array: fortran_order is 1, not True or False"),
        Arguments.of(
                npy(1, "{'descr': '|b1', 'descr': '<f8', 'fortran_order': True, 'shape': (2, 3)}", SIX),
                "array: the header does not describe an array of numbers: {'descr': '|b1', 'descr…"),
        Arguments.of(
                headerOfLength(Integer.MAX_VALUE),
                "array: a header of 2147483647 bytes is too long for an array of numbers"),
        Arguments.of(headerOfLength(-1), "array: a header of 4294967295 bytes is too long for an array of numbers"),
        Arguments.of(headerOfLength(40_000), "array: the file is truncated"),
        Arguments.of(bytes("(2, 3)", 0, 1, 1, 1, 2, 0), "array[1, 1]: 2, not 0 or 1 (or -1 or +1)"),
        Arguments.of(
                bytes("(2, 3)", 0, 1, 1, 1, 1, -1),
                "array[1, 2]: -1 here, but 0 at array[0, 0]: values must be all 0/1 or all -1/+1"),
        Arguments.of(
                npy(1, description("<f8", true, "(1, 2)"), doubles(1, Double.NaN)),
                "array[0, 1]: NaN, not 0 or 1 (or -1 or +1)"),
        Arguments.of(
                npy(1, description("<f8", true, "(2, 1)"), doubles(1, 0.5)),
                "array[1, 0]: 0.5, not 0 or 1 (or -1 or +1)"),
        Arguments.of(
                npy(1, description("<i8", true, "(2, 1)"), doubles(0, 2)),
                "array[1, 0]: 4611686018427387904, not 0 or 1 (or -1 or +1)"),
        Arguments.of(bytes("(3,)", 0, 1, 1), "training data needs a feature and a label, but has 1 column"),
    };

    @TempDir
    private Path directory;

    @ParameterizedTest
    @FieldSource("TABLES")
    void aTableIsRefused(byte[] npy, String message) throws IOException {
        assertRefused("t.npy", npy, message);
    }

    @Test
    void archivesMustHoldBothArrays() throws IOException {
        byte[] x = bytes("(2, 2)", 0, 1, 1, 0);
        assertRefused("t.npz", zip(Map.of("Z.npy", x)), "has no array X; its arrays are: Z");
        assertRefused("t.npz", zip(Map.of("readme", x)), "has no array X; its arrays are: none");
        assertRefused("t.npz", zip(Map.of("X.npy", x)), "has no array y with the labels; its arrays are: X");
        assertRefused("t.npz", npz(x, bytes("(3,)", 0, 1, 1)), "X has 2 rows, but y has 3");
        assertRefused("t.npz", npz(x, x), "y has 2 columns, not one");
        assertRefused("t.npz", npz(x, bytes("(2,)", 0, 5)), "y[1]: 5, not 0 or 1 (or -1 or +1)");
        assertRefused("t.npz", npz(x, "nonsense".getBytes(UTF_8)), "y: not in npy format");
    }

    @Test
    void queriesOfAnotherWidthAreRefused() throws IOException {
        Path file = Files.write(directory.resolve("t.npz"), zip(Map.of("X.npy", bytes("(2, 2)", 0, 1, 1, 0))));
        assertThat(catchThrowable(() -> DataReader.queries(file, 1)))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": X has 2 columns, but the learner was trained with 1 feature");
    }

    @Test
    void aClaimThatCompressionCannotKeepIsRefusedBeforeAnythingIsRead() throws IOException {
        byte[] archive = zip(Map.of("X.npy", bytes("(2, 2)", 0, 1, 1, 0)));
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).putInt(centralDirectory(archive) + 24, 2_000_000_000);
        Path file = Files.write(directory.resolve("t.npz"), archive);
        assertThat(catchThrowable(() -> DataReader.queries(file, 2)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": X: claims to be 2000000000 bytes, compressed to ");
    }

    @Test
    void aTruncatedArchiveIsRefusedWhereverItEnds() throws IOException {
        byte[] archive = npz(bytes("(2, 2)", 0, 1, 1, 0), bytes("(2,)", 0, 1));
        for (int length = 0; length < archive.length; length++) {
            Path file = Files.write(directory.resolve("t.npz"), Arrays.copyOf(archive, length));
            assertThat(catchThrowable(() -> DataReader.training(file)))
                    .as("%s of %s bytes", length, archive.length)
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(file + ": not a readable npz archive: ");
        }
    }

    @Test
    void aTruncatedTableIsRefusedWhereverItEnds() throws IOException {
        byte[] table = bytes("(2, 3)", 0, 1, 1, 1, 0, 0);
        for (int length = 0; length < table.length; length++) {
            Path file = Files.write(directory.resolve("t.npy"), Arrays.copyOf(table, length));
            assertThat(catchThrowable(() -> DataReader.training(file))).isInstanceOf(DataException.class);
        }
    }

    @Test
    void damageIsEitherHarmlessOrRefused() throws IOException {
        byte[] archive = npz(bytes("(2, 2)", 0, 1, 1, 0), bytes("(2,)", 0, 1));
        Random random = new Random(4);
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = archive.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Path file = Files.write(directory.resolve("t.npz"), damaged);
            try {
                assertThat(Tables.lines(DataReader.training(file).data())).containsExactly("01 0", "10 1");
            } catch (DataException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
    }

    private static int centralDirectory(byte[] archive) {
        ByteBuffer buffer = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int position = 0;
        while (buffer.getInt(position) != 0x02014B50) {
            position++;
        }
        return position;
    }

    private static byte[] headerOfLength(int length) {
        ByteBuffer file = ByteBuffer.allocate(99).order(ByteOrder.LITTLE_ENDIAN);
        file.put(npy(2, "", NOTHING), 0, 8).putInt(length);
        return file.array();
    }

    private static byte[] doubles(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    private void assertRefused(String name, byte[] bytes, String message) throws IOException {
        Path file = Files.write(directory.resolve(name), bytes);
        assertThat(catchThrowable(() -> DataReader.training(file)))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": " + message);
    }
}
