package dev.pupil.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.MemoryBits;

/**
 * What {@code compile --json} says.
 *
 * @param name what was compiled, under {@code learner} or {@code machine}
 * @param channels C
 * @param hiddenUnits K
 * @param nonzeroWeights non-zero weights and biases of the step, without the head's
 * @param steps L as an expression in m and d
 * @param memoryBits bits of memory as an expression in m and d
 * @param files what was written
 */
record CompileReport(
        @JsonUnwrapped DefinitionName name,
        int channels,
        int hiddenUnits,
        int nonzeroWeights,
        String steps,
        String memoryBits,
        ImmutableList<String> files) {

    static CompileReport of(Compilation compilation, ImmutableList<String> files) {
        return new CompileReport(
                DefinitionName.of(compilation.program()),
                compilation.filter().channels().size(),
                compilation.filter().units().size(),
                compilation.filter().nonZeroWeights(),
                compilation.filter().geometry().steps().toString(),
                MemoryBits.of(compilation.program()).toString(),
                files);
    }

    /** The same for people, in one line. */
    String sentence() {
        return "%s: %s channels, %s hidden units, %s non-zero weights, %s steps%s"
                .formatted(
                        name.text(),
                        channels,
                        hiddenUnits,
                        nonzeroWeights,
                        steps,
                        files.isEmpty() ? "" : "; written to " + String.join(", ", files));
    }
}
