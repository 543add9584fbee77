package dev.pupil.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** What an exception of the file system says to users. */
final class FileProblem {
    private FileProblem() {}

    /** One sentence, starting with the file's name where the exception knows it. */
    static String describe(IOException failure) {
        return failure instanceof FileSystemException problem && problem.getFile() != null
                ? problem.getFile() + ": " + reason(problem)
                : reason(failure);
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case NotDirectoryException file -> "not a folder";
            case DirectoryNotEmptyException folder -> "is a folder";
            case FileAlreadyExistsException existing -> "exists already";
            case CharacterCodingException binary -> "not UTF-8 text";
            case FileSystemException other ->
                Optional.ofNullable(other.getReason()).orElse("can't be read or written");
            default -> Optional.ofNullable(failure.getMessage()).orElse("can't be read or written");
        };
    }
}
