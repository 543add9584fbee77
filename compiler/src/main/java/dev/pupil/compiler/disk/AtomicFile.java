package dev.pupil.compiler.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** Writes files that are there whole or not at all, whatever happens meanwhile. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes {@code contents} to a temporary file in the directory of {@code file} and moves it there in one step,
     * replacing a file of that name. A symbolic link is followed.
     *
     * @throws FileSystemException if nothing was written; a file of that name is then as it was. It names {@code file},
     *     never the temporary file, and has a reason
     * @throws IOException for other failures of the file system, with the same guarantee
     */
    public static void write(Path file, ByteBuffer contents) throws IOException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new FileSystemException(file.toString(), null, "not a regular file");
            }
            writeBeside(target, contents);
        } catch (FileSystemException exception) {
            FileSystemException renamed = new FileSystemException(file.toString(), null, reason(exception));
            renamed.initCause(exception);
            throw renamed;
        }
    }

    private static void writeBeside(Path target, ByteBuffer contents) throws IOException {
        Path temporary = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                while (contents.hasRemaining()) {
                    channel.write(contents);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String reason(FileSystemException exception) {
        return switch (exception) {
            case NoSuchFileException missing -> "no such directory";
            case AccessDeniedException denied -> "permission denied";
            default -> Objects.requireNonNullElse(exception.getReason(), "can't be written");
        };
    }
}
