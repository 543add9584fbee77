package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.MemoryBits;

/**
 * What {@code compile --json} says.
 *
 * @param learner the learner's name
 * @param channels C
 * @param hiddenUnits K
 * @param nonzeroWeights non-zero weights and biases of the step, without the head's
 * @param steps L as an expression in m and d
 * @param memoryBits bits of the learner's memory as an expression in m and d
 * @param files what was written
 */
record CompileReport(
        String learner,
        int channels,
        int hiddenUnits,
        int nonzeroWeights,
        String steps,
        String memoryBits,
        ImmutableList<String> files) {

    static CompileReport of(Compilation compilation, ImmutableList<String> files) {
        return new CompileReport(
                compilation.program().name(),
                compilation.filter().channels().size(),
                compilation.filter().units().size(),
                compilation.filter().nonZeroWeights(),
                compilation.filter().geometry().steps().toString(),
                MemoryBits.of(compilation.program()).toString(),
                files);
    }

    /** The same for people, in one line. */
    String sentence() {
        return "%s: %d channels, %d hidden units, %d non-zero weights, %s steps%s"
                .formatted(
                        learner,
                        channels,
                        hiddenUnits,
                        nonzeroWeights,
                        steps,
                        files.isEmpty() ? "" : "; written to " + String.join(", ", files));
    }
}
