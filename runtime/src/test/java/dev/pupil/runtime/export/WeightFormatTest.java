package dev.pupil.runtime.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.weights.SafetensorsReader;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.ExampleNetworks;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeightFormatTest {
    @TempDir
    private Path folder;

    private WeightFile xor;

    @BeforeAll
    void compileOnce() throws Exception {
        xor = ExampleNetworks.compiled("xor");
    }

    @ParameterizedTest
    @CsvSource({"a.safetensors,SAFETENSORS", "b.c/d.onnx,ONNX", "E.NPZ,NPZ", ".onnx,ONNX"})
    void theNameTellsTheFormat(String file, WeightFormat format) {
        assertThat(WeightFormat.of(Path.of(file))).hasValue(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onnx", "a.npy", "a.onnx/b", "a.safetensors.txt", ""})
    void otherNamesAreNoFormats(String file) {
        assertThat(WeightFormat.of(Path.of(file))).isEmpty();
    }

    @Test
    void theExtensionsCanBeListed() {
        assertThat(WeightFormat.extensions()).isEqualTo(".safetensors, .onnx or .npz");
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void whatWasThereIsReplaced(WeightFormat format) throws Exception {
        Path file = Files.writeString(folder.resolve("a" + format.extension()), "something else");
        format.write(file, xor);
        byte[] first = Files.readAllBytes(file);
        format.write(file, xor);
        assertThat(file).hasBinaryContent(first);
        assertThat(folder).isDirectoryContaining(file::equals);
    }

    @Test
    void theNativeFormatIsReadBack() throws Exception {
        Path file = folder.resolve("a.safetensors");
        WeightFormat.SAFETENSORS.write(file, xor);
        assertThat(SafetensorsReader.read(file)).isEqualTo(xor);
    }
}
