package dev.pupil.grammar.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads program texts. */
public final class SourceReader {
    /** Bytes of the largest program that is read; whatever is longer is no program. */
    public static final int LARGEST = 1 << 24;

    private SourceReader() {}

    /**
     * Reads a program, which is UTF-8 with or without a byte order mark.
     *
     * @param file its path, which becomes the source's name
     * @throws FileSystemException if there is no such text, with the file's name and mostly a reason
     * @throws IOException for other failures of the file system
     */
    public static Source read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "is a folder, not a program");
        }
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(file)) {
            bytes = stream.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw new FileSystemException(
                    file.toString(), null, "is longer than " + (LARGEST >> 20) + " MiB, which no program is");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Source(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new FileSystemException(file.toString(), null, "is not UTF-8 text");
        }
    }
}
