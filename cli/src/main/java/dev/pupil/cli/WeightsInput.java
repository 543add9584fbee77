package dev.pupil.cli;

import dev.pupil.compiler.weights.SafetensorsReader;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.runtime.export.WeightFormat;
import dev.pupil.verify.TargetFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Where a network is read from. */
final class WeightsInput {
    private WeightsInput() {}

    /**
     * Reads a weight file.
     *
     * @throws Refusal if it is of a format that is only written, or a program
     * @throws WeightFileException if there is no readable weight file of that name
     */
    static WeightFile read(Path file) throws Refusal, WeightFileException {
        Optional<WeightFormat> format = WeightFormat.of(file);
        if (format.isPresent() && format.get() != WeightFormat.SAFETENSORS) {
            throw new Refusal("%s: %s files are for other programs, pupil doesn't read them; use the network's %s file"
                    .formatted(file, format.get().extension(), WeightFormat.SAFETENSORS.extension()));
        }
        if (TargetFiles.isProgram(file)) {
            throw new Refusal("%s: this is a program; 'pupil compile %s -o OUT.safetensors' makes the network"
                    .formatted(file, file));
        }
        return SafetensorsReader.read(file);
    }
}
