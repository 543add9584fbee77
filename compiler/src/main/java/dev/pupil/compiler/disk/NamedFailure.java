package dev.pupil.compiler.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Failures of the file system that say which file they are about: those of reading and writing don't by themselves. */
public final class NamedFailure {
    private NamedFailure() {}

    /**
     * A failure that names {@code file}, whatever {@code exception} names, and has a reason.
     *
     * @param file what users know of
     */
    public static FileSystemException of(Path file, IOException exception) {
        FileSystemException named = new FileSystemException(file.toString(), null, reason(exception));
        named.initCause(exception);
        return named;
    }

    private static String reason(IOException exception) {
        return switch (exception) {
            case NoSuchFileException missing -> "no such directory";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException other -> Objects.requireNonNullElse(other.getReason(), "can't be written");
            default -> Objects.requireNonNullElse(exception.getMessage(), "can't be written");
        };
    }
}
