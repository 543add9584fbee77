package dev.pupil.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a weight file is to be written: checked before the work, so that an hour's training isn't lost to a typo. */
final class WeightsOutput {
    private static final String EXTENSION = ".safetensors";

    private WeightsOutput() {}

    /**
     * Makes sure that weights can be written to {@code output}, as far as that can be known before.
     *
     * @param inputs files that must not be overwritten
     * @throws Refusal if not, with the reason
     */
    static void check(Path output, Path... inputs) throws Refusal, IOException {
        String name = output.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".onnx") || name.endsWith(".npz")) {
            throw new Refusal(output + ": pupil doesn't write " + name.substring(name.lastIndexOf('.'))
                    + " files yet; name a file that ends in " + EXTENSION);
        }
        if (!name.endsWith(EXTENSION)) {
            throw new Refusal(output + ": weights are written to a file that ends in " + EXTENSION);
        }
        if (Files.isDirectory(output)) {
            throw new Refusal(output + ": is a folder, not a file");
        }
        for (Path input : inputs) {
            if (Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input)) {
                throw new Refusal(output + ": would overwrite its own input");
            }
        }
        Path folder = Optional.ofNullable(output.toAbsolutePath().getParent()).orElse(output);
        if (!Files.isDirectory(folder)) {
            throw new Refusal(output + ": there is no folder " + folder);
        }
        tryToWrite(output, folder);
    }

    /** Makes a file and takes it away: permissions alone don't tell whether a file system lets one. */
    private static void tryToWrite(Path output, Path folder) throws Refusal {
        try {
            Files.delete(Files.createTempFile(folder, ".pupil", ".tmp"));
        } catch (IOException e) {
            throw new Refusal(output + ": the folder " + folder + " can't be written to");
        }
    }
}
