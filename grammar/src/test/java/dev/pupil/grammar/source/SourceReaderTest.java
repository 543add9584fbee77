package dev.pupil.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceReaderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSourceIsCalledWhatItsPathIs() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pupil"), "learner größe");

        assertThat(SourceReader.read(file)).isEqualTo(new Source(file.toString(), "learner größe"));
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pupil"), "\uFEFFlearner");

        assertThat(SourceReader.read(file).text()).isEqualTo("learner");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.pupil"), new byte[] {'l', (byte) 0xff});

        assertThatThrownBy(() -> SourceReader.read(file)).hasMessage(file + ": is not UTF-8 text");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> SourceReader.read(folder))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": is a folder, not a program");
    }

    @Test
    void aFileThatIsTooLongForAProgramIsRefused() throws IOException {
        Path file = folder.resolve("a.pupil");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 25);
        }

        assertThatThrownBy(() -> SourceReader.read(file))
                .hasMessage(file + ": is longer than 16 MiB, which no program is");
    }

    @Test
    void aMissingFileIsMissing() {
        assertThatThrownBy(() -> SourceReader.read(folder.resolve("none.pupil")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
