package dev.pupil.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.MemoryBits;
import dev.pupil.compiler.Way;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code check --json} says about a program.
 *
 * @param file the program
 * @param compiles whether it compiles
 * @param summary what it is like, if it compiles
 * @param diagnostics why not, if it doesn't
 */
record CheckReport(
        String file, boolean compiles, Optional<Summary> summary, ImmutableList<DiagnosticReport> diagnostics) {

    /**
     * What a program that compiles is like; sizes are expressions in d and m.
     *
     * @param name its name, under {@code learner} or {@code machine}
     * @param memoryBits bits of memory
     * @param steps depth of the network
     * @param image rows and columns of its images
     * @param waves why there are no waves, if there are none
     * @param loops what became of each outermost loop; if there are no waves, of each loop
     */
    record Summary(
            @JsonUnwrapped DefinitionName name,
            String memoryBits,
            String steps,
            ImmutableList<String> image,
            Optional<String> waves,
            ImmutableList<Loop> loops) {}

    /**
     * What became of a loop.
     *
     * @param routine {@code learn} or {@code predict}
     * @param line where it is
     * @param lowering how it runs
     */
    record Loop(String routine, int line, String lowering) {}

    /** One message; lines and columns count from 1, ends are exclusive. */
    record DiagnosticReport(
            String code, int line, int column, int endLine, int endColumn, String message, Optional<String> help) {}

    /** About a program that compiles. */
    static CheckReport of(Path file, Lowering lowering) {
        Geometry geometry = lowering.automaton().geometry();
        Summary summary = new Summary(
                DefinitionName.of(lowering.program()),
                MemoryBits.of(lowering.program()).toString(),
                geometry.steps().toString(),
                ImmutableList.of(geometry.rows().toString(), geometry.columns().toString()),
                whyNoWaves(lowering.way()),
                lowering.way().loops().stream()
                        .map(loop -> new Loop(loop.routine(), loop.loop().line(), loop.fate()))
                        .collect(ImmutableList.toImmutableList()));
        return new CheckReport(file.toString(), true, Optional.of(summary), ImmutableList.of());
    }

    /** About a program that does not compile. */
    static CheckReport of(Path file, DiagnosticException refusal) {
        return new CheckReport(
                file.toString(),
                false,
                Optional.empty(),
                refusal.diagnostics().stream().map(CheckReport::of).collect(ImmutableList.toImmutableList()));
    }

    private static DiagnosticReport of(Diagnostic diagnostic) {
        return new DiagnosticReport(
                diagnostic.code(),
                diagnostic.span().line(),
                diagnostic.span().column(),
                diagnostic.span().endLine(),
                diagnostic.span().endColumn(),
                diagnostic.message(),
                diagnostic.help());
    }

    private static Optional<String> whyNoWaves(Way way) {
        return way instanceof Way.Sequence sequence
                ? Optional.of("line %s, %s"
                        .formatted(
                                sequence.objection().span().line(),
                                sequence.objection().clause()))
                : Optional.empty();
    }
}
