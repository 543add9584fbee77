package dev.pupil.compiler.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files and folders that are gone when Java ends, also if a signal such as SIGTERM ends it. */
public final class TemporaryFile {
    private TemporaryFile() {}

    /**
     * Makes an empty file in the folder for temporary files.
     *
     * @param prefix how its name starts
     * @param suffix how its name ends
     * @throws FileSystemException if that can't be done; it names the folder and has a reason
     */
    public static Path create(String prefix, String suffix) throws FileSystemException {
        return create(folder(), () -> Files.createTempFile(folder(), prefix, suffix));
    }

    /**
     * Makes an empty folder in the folder for temporary files. What is put into it has to be deleted by
     * {@link #deleteAtExit}, too.
     *
     * @param prefix how its name starts
     * @throws FileSystemException if that can't be done; it names the folder for temporary files and has a reason
     */
    public static Path createFolder(String prefix) throws FileSystemException {
        return create(folder(), () -> Files.createTempDirectory(folder(), prefix));
    }

    /**
     * Makes a file in a folder and takes it away: permissions alone don't tell whether a file system lets one.
     *
     * @throws FileSystemException if that can't be done; it names the folder and has a reason
     */
    public static void tryIn(Path folder) throws FileSystemException {
        try {
            Files.delete(create(folder, () -> Files.createTempFile(folder, ".pupil", ".tmp")));
        } catch (IOException exception) {
            throw NamedFailure.of(folder, exception);
        }
    }

    /**
     * Has a file, or a folder that is empty by then, deleted when Java ends; those named later go first.
     *
     * @param path need not exist yet, so that no signal comes between its making and this
     * @throws FileSystemException if Java is just ending, and nothing should be made any more
     */
    public static void deleteAtExit(Path path) throws FileSystemException {
        try {
            path.toFile().deleteOnExit();
        } catch (IllegalStateException ending) {
            throw new FileSystemException(path.toString(), null, "not written, since the program is being ended");
        }
    }

    private static Path create(Path folder, Creation creation) throws FileSystemException {
        try {
            Path made = creation.run();
            deleteAtExit(made);
            return made;
        } catch (IOException exception) {
            throw NamedFailure.of(folder, exception);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @FunctionalInterface
    private interface Creation {
        Path run() throws IOException;
    }
}
