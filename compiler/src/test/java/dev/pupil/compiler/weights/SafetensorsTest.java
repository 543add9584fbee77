package dev.pupil.compiler.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pupil.compiler.filter.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        for (WeightFile contents : new WeightFile[] {SampleWeights.untrained(), SampleWeights.trained()}) {
            Path file = directory.resolve("weights.safetensors");
            SafetensorsWriter.write(file, contents);
            assertThat(SafetensorsReader.read(file)).isEqualTo(contents);
        }
    }

    @Test
    void equalContentsGiveEqualBytes() {
        assertThat(SafetensorsWriter.bytes(SampleWeights.trained()))
                .isEqualTo(SafetensorsWriter.bytes(SampleWeights.trained()));
    }

    @Test
    void theHeaderIsPaddedSoThatNumbersAreAligned() {
        ByteBuffer bytes = SafetensorsWriter.bytes(SampleWeights.trained()).order(ByteOrder.LITTLE_ENDIAN);
        long headerLength = bytes.getLong();
        assertThat(headerLength % 8).isZero();
        String header = StandardCharsets.UTF_8
                .decode(bytes.slice(8, (int) headerLength))
                .toString();
        assertThat(header).startsWith("{\"__metadata__\":{").matches("(?s).*} {0,7}");
        assertThat(header)
                .contains("\"head.hidden.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}")
                .contains("\"step.conv.weight\":{\"dtype\":\"F32\",\"shape\":[3,2,3,3],");
    }

    @Test
    void numbersThatSinglePrecisionCannotHoldAreSavedInDoublePrecision() throws Exception {
        Path file = directory.resolve("weights.safetensors");
        WeightFile contents = SampleWeights.withFirstBias(0.1);
        SafetensorsWriter.write(file, contents);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("\"dtype\":\"F64\"");
        assertThat(SafetensorsReader.read(file)).isEqualTo(contents);
    }

    @Test
    void numbersThatNoReaderAcceptsAreNotWritten() {
        Path file = directory.resolve("weights.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, SampleWeights.withFirstBias(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SafetensorsWriter.write(
                        file,
                        SampleWeights.untrained()
                                .withMemory(Tensor.of(new double[] {1, 1, 1, Double.POSITIVE_INFINITY}, 2, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void writingReplacesAFileAndLeavesNothingElse() throws Exception {
        Path file = Files.writeString(directory.resolve("weights.safetensors"), "old");
        SafetensorsWriter.write(file, SampleWeights.trained());
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void writingThroughASymbolicLinkKeepsTheLink() throws Exception {
        Path file = Files.writeString(directory.resolve("weights.safetensors"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.safetensors"), file);
        SafetensorsWriter.write(link, SampleWeights.trained());
        assertThat(link).isSymbolicLink();
        assertThat(SafetensorsReader.read(file)).isEqualTo(SampleWeights.trained());
    }

    @Test
    void whatCannotBeWrittenIsNamedWithTheReason() throws IOException {
        Path missing = directory.resolve("missing/weights.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(missing, SampleWeights.trained()))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(missing + ": no such directory");
        assertThatThrownBy(() -> SafetensorsWriter.write(directory, SampleWeights.trained()))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(directory + ": not a regular file");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }
}
