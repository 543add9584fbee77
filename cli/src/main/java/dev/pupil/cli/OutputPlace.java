package dev.pupil.cli;

import dev.pupil.compiler.disk.TemporaryFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a file is to be written after long work. */
final class OutputPlace {
    private OutputPlace() {}

    /**
     * Makes sure that a file can be written, as far as that can be known before.
     *
     * @throws Refusal if not, with the reason
     */
    static void check(Path file) throws Refusal {
        if (Files.isDirectory(file)) {
            throw new Refusal(file + ": is a folder, not a file");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (!Files.isDirectory(folder)) {
            throw new Refusal(file + ": there is no folder " + folder);
        }
        try {
            TemporaryFile.tryIn(folder);
        } catch (FileSystemException failure) {
            throw new Refusal(file + ": the folder " + folder + " can't be written to: " + failure.getReason());
        }
    }
}
