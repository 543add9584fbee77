package dev.pupil.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.Dtype;
import dev.pupil.compiler.weights.SavedContents;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NpzFileTest {
    private static final byte[] NONE = {};
    private static final Charset CHARACTERS = Charset.forName("UTF-32LE");

    private WeightFile xor;

    @BeforeAll
    void compileOnce() throws Exception {
        xor = ExampleNetworks.compiled("xor");
    }

    @ParameterizedTest
    @EnumSource(Dtype.class)
    void anotherReaderFindsEveryTensorUnderItsName(Dtype dtype) throws Exception {
        WeightFile network = trained(dtype);
        Map<String, byte[]> files = files(NpzFile.bytes(network));
        SavedContents saved = SavedContents.of(network);
        assertThat(saved.dtype()).isEqualTo(dtype);
        saved.tensors().forEach((name, tensor) -> {
            INDArray array = Nd4j.createNpyFromByteArray(files.getOrDefault(name + ".npy", NONE));
            assertThat(array.dataType()).isEqualTo(dtype == Dtype.F32 ? DataType.FLOAT : DataType.DOUBLE);
            assertThat(array.shape())
                    .isEqualTo(tensor.shape().stream().asLongStream().toArray());
            assertThat(array.dup('c').data().asDouble())
                    .isEqualTo(tensor.values().toArray());
        });
        assertThat(files).hasSize(saved.tensors().size() + saved.metadata().size());
    }

    @Test
    void everyTextIsAnArrayOfCodePointsWithoutDimensions() throws Exception {
        Map<String, byte[]> files = files(NpzFile.bytes(xor));
        SavedContents.of(xor)
                .metadata()
                .forEach((name, text) -> assertThat(
                                text(files.getOrDefault(name + ".npy", NONE), text.codePointCount(0, text.length())))
                        .isEqualTo(text));
    }

    @Test
    void anEmptyTextIsPaddedSinceNumpyHasNoStringsWithoutCharacters() {
        assertThat(text(NpyArray.of(""), 1)).isEqualTo("\0");
    }

    @Test
    void charactersBeyondTheFirstPlaneAreOneCharacter() {
        assertThat(text(NpyArray.of("𝔽₂"), 2)).isEqualTo("𝔽₂");
    }

    @Test
    void dataBeginAtAMultipleOf64Bytes() {
        for (int digits = 1; digits <= 10; digits++) {
            int characters = (int) Math.pow(2, digits);
            assertThat(NpyArray.of("x".repeat(characters)).length - 4 * characters)
                    .isPositive()
                    .satisfies(header -> assertThat(header % 64).isZero());
        }
    }

    @Test
    void equalNetworksGiveEqualBytesWhereverAndWheneverTheyAreWritten() throws Exception {
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            byte[] there = NpzFile.bytes(xor);
            TimeZone.setDefault(TimeZone.getTimeZone("America/Lima"));
            assertThat(NpzFile.bytes(ExampleNetworks.compiled("xor"))).isEqualTo(there);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    /** A trained network, with a memory weight that only {@code dtype} holds. */
    private WeightFile trained(Dtype dtype) {
        double weight = dtype == Dtype.F32 ? 0.5 : 0.1;
        return xor.withMemory(Tensor.of(new double[] {1, -1, weight, 1, 1, 1}, 3, 2));
    }

    private static String text(byte[] file, int characters) {
        String header = new String(file, 10, file.length - 10, StandardCharsets.ISO_8859_1);
        assertThat(header).startsWith("{'descr': '<U%d', 'fortran_order': False, 'shape': (), }".formatted(characters));
        int bytes = 4 * characters;
        return new String(file, file.length - bytes, bytes, CHARACTERS);
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
