package dev.pupil.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyReadingTest {
    private static final String[] TYPES = {
        "|b1", "|i1", "|u1", "<i2", ">i2", "<u2", "<i4", ">i4", ">u4", "<i8", ">i8", "<u8", "<f2", ">f2", "<f4", ">f4",
        "<f8", ">f8"
    };
    private static final short HALF_ONE = 0x3C00;
    private static final short HALF_MINUS_ONE = (short) 0xBC00;

    @TempDir
    private Path directory;

    /** np.save of [[0, 1, 1], [1, 0, 0]] as float64, NumPy 2.4. */
    @Test
    void aTableThatNumpyWroteIsRead() throws Exception {
        Reading reading = DataReader.training(write(
                "t.npy",
                "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDMpLCB9ICAg"
                        + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAAAAAAAAAAAAAPA/"
                        + "AAAAAAAA8D8AAAAAAADwPwAAAAAAAAAAAAAAAAAAAAA="));
        assertThat(Tables.lines(reading.data())).containsExactly("01 1", "10 0");
        assertThat(reading.summary()).isEqualTo("2 rows, 2 features, float64, values 0/1, label in the last column");
    }

    /** The same, np.asfortranarray of bool. */
    @Test
    void aTableInFortranOrderThatNumpyWroteIsRead() throws Exception {
        Path file = write(
                "t.npy",
                "k05VTVBZAQB2AHsnZGVzY3InOiAnfGIxJywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0gICAg"
                        + "ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAQEAAQA=");
        assertThat(Tables.lines(DataReader.queries(file, 3).data())).containsExactly("011", "100");
        assertThat(DataReader.queries(file, 3).summary()).isEqualTo("2 rows, 3 features, bool, values 0/1, no labels");
    }

    /** np.savez_compressed of X, int64 of −1 and +1, and y, bool. */
    @Test
    void anArchiveThatNumpyWroteIsRead() throws Exception {
        Reading reading = DataReader.training(write(
                "t.npz",
                "UEsDBC0AAAAIAAAAIQCK4Xks//////////8FABQAWC5ucHkBABAAoAAAAAAAAABQAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6l"
                        + "oG6TaaGuo6Cell9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6CkaaOgq1CmQDrv9QwMgAATAaJg4AUEsDBC0AAAAIAAAA"
                        + "IQDuGbtd//////////8FABQAeS5ucHkBABAAggAAAAAAAABGAAAAAAAAAJvsF+obEMnIUMZQrZ6SWpxcpG6loF6TZKiuo6Ce"
                        + "ll9UUpSYF59flJIKEndLzClOBYoXZyQWpAL5GkY6mjoKtQoUAC5GBgBQSwECLQMtAAAACAAAACEAiuF5LFAAAACgAAAABQAA"
                        + "AAAAAAAAAAAAgAEAAAAAWC5ucHlQSwECLQMtAAAACAAAACEA7hm7XUYAAACCAAAABQAAAAAAAAAAAAAAgAGHAAAAeS5ucHlQ"
                        + "SwUGAAAAAAIAAgBmAAAABAEAAAAA"));
        assertThat(Tables.lines(reading.data())).containsExactly("01 1", "10 0");
        assertThat(reading.summary()).isEqualTo("2 rows, 2 features, X int64, values -1/+1, labels y bool, values 0/1");
    }

    @Test
    void queriesInAnArchiveNeedNoLabels() throws Exception {
        Path file = write("t.npz", NpyFiles.zip(Map.of("X.npy", NpyFiles.bytes("(2, 1)", 0, 1))));
        Reading reading = DataReader.queries(file, 1);
        assertThat(Tables.lines(reading.data())).containsExactly("0", "1");
        assertThat(reading.summary()).isEqualTo("2 rows, 1 feature, X int8, values 0/1, no labels");
    }

    @Test
    void labelsMayBeAColumn() throws Exception {
        Path file = write("t.npz", NpyFiles.npz(NpyFiles.bytes("(2, 1)", 0, 1), NpyFiles.bytes("(2, 1)", 1, 0)));
        assertThat(Tables.lines(DataReader.training(file).data())).containsExactly("0 1", "1 0");
    }

    @Test
    void everyTypeOrderAndVersionReadsBackWhatWasWritten() throws Exception {
        Random random = new Random(8);
        for (String type : TYPES) {
            for (int version = 1; version <= 3; version++) {
                DataSet data = Tables.random(random, false);
                boolean fortran = random.nextBoolean();
                boolean signs = !type.contains("u") && !type.contains("b") && random.nextBoolean();
                String shape = "(%s, %s)".formatted(data.size(), data.features());
                byte[] npy = NpyFiles.npy(
                        version, NpyFiles.description(type, fortran, shape), elements(data, type, fortran, signs));
                assertThat(Tables.lines(DataReader.queries(write("t.npy", npy), data.features())
                                .data()))
                        .as("%s, version %s, fortran %s", type, version, fortran)
                        .isEqualTo(Tables.lines(data));
            }
        }
    }

    private static byte[] elements(DataSet data, String type, boolean fortran, boolean signs) {
        int count = data.size() * data.features();
        ByteBuffer buffer = ByteBuffer.allocate(count * (type.charAt(2) - '0'))
                .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            boolean bit = fortran
                    ? data.feature(i % data.size(), i / data.size())
                    : data.feature(i / data.features(), i % data.features());
            put(buffer, type.substring(1), bit ? 1 : signs ? -1 : 0);
        }
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, String type, int value) {
        switch (type) {
            case "f2" -> buffer.putShort(value == 1 ? HALF_ONE : value == 0 ? 0 : HALF_MINUS_ONE);
            case "f4" -> buffer.putFloat(value);
            case "f8" -> buffer.putDouble(value);
            case "i2", "u2" -> buffer.putShort((short) value);
            case "i4", "u4" -> buffer.putInt(value);
            case "i8", "u8" -> buffer.putLong(value);
            case "b1", "i1", "u1" -> buffer.put((byte) value);
            default -> throw new IllegalArgumentException(type);
        }
    }

    private Path write(String name, String base64) throws IOException {
        return write(name, Base64.getDecoder().decode(base64));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }
}
