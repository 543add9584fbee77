package dev.pupil.compiler.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** Writes files that are there whole or not at all, whatever happens meanwhile. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes {@code contents} to a temporary file in the directory of {@code file} and moves it there in one step,
     * replacing a file of that name, whose permissions the new one gets. A symbolic link is followed.
     *
     * @throws FileSystemException if nothing was written; a file of that name is then as it was. It names {@code file},
     *     never the temporary file, and has a reason
     */
    public static void write(Path file, ByteBuffer contents) throws FileSystemException {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new FileSystemException(file.toString(), null, "not a regular file");
            }
            writeBeside(target, contents);
        } catch (IOException exception) {
            throw NamedFailure.of(file, exception);
        }
    }

    private static void writeBeside(Path target, ByteBuffer contents) throws IOException {
        Path temporary = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
        TemporaryFile.deleteAtExit(temporary);
        try {
            Optional<Protection> protection = Protection.of(target);
            Files.createFile(temporary, Protection.onCreation(protection));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                while (contents.hasRemaining()) {
                    channel.write(contents);
                }
                channel.force(true);
            }
            if (protection.isPresent()) {
                protection.get().giveTo(temporary);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
