package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.export.WeightFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a network is to be written: checked before the work, so that an hour's training isn't lost to a typo.
 *
 * @param file the file
 * @param format its format, which its name tells
 */
record WeightsOutput(Path file, WeightFormat format) {

    /**
     * Makes sure that weights can be written to {@code files}, as far as that can be known before.
     *
     * @param inputs files that must not be overwritten
     * @throws Refusal if not, with the reason
     */
    static ImmutableList<WeightsOutput> checked(List<Path> files, Path... inputs) throws Refusal, IOException {
        ImmutableList.Builder<WeightsOutput> outputs = ImmutableList.builder();
        for (Path file : files) {
            outputs.add(checked(file, inputs));
        }
        return outputs.build();
    }

    private static WeightsOutput checked(Path file, Path... inputs) throws Refusal, IOException {
        WeightFormat format = WeightFormat.of(file)
                .orElseThrow(() -> new Refusal(
                        file + ": weights are written to a file that ends in " + WeightFormat.extensions()));
        OutputPlace.check(file);
        for (Path input : inputs) {
            if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                throw new Refusal(file + ": would overwrite its own input");
            }
        }
        return new WeightsOutput(file, format);
    }

    /** Writes a network to all {@code outputs}; returns their names, as users gave them. */
    static ImmutableList<String> write(ImmutableList<WeightsOutput> outputs, WeightFile network) throws IOException {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (WeightsOutput output : outputs) {
            output.format.write(output.file, network);
            names.add(output.file.toString());
        }
        return names.build();
    }
}
