package dev.pupil.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.MemoryBits;
import dev.pupil.compiler.Wave;
import dev.pupil.compiler.Way;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.processor.instruction.ScheduledLoop;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.size.SizeExpression;
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
                switch (lowering.program()) {
                    case Program program -> loops(program, lowering.way());
                    case Machine machine -> ImmutableList.of();
                });
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
        return switch (way) {
            case Way.Waves waves -> Optional.empty();
            case Way.Walk walk -> Optional.empty();
            case Way.Sequence sequence ->
                sequence.reasons().stream()
                        .map(reason -> "line " + reason.span().line() + ", " + reason.message())
                        .findFirst();
        };
    }

    private static ImmutableList<Loop> loops(Program program, Way way) {
        return switch (way) {
            case Way.Waves waves ->
                Wave.of(program, waves.passes()).stream()
                        .map(wave -> new Loop(
                                wave.routine().keyword(), wave.loop().span().line(), describe(wave)))
                        .collect(ImmutableList.toImmutableList());
            case Way.Sequence sequence ->
                sequence.schedule().loops().stream()
                        .map(loop -> new Loop(
                                loop.routine().keyword(),
                                loop.loop().span().line(),
                                describe(loop, sequence.schedule())))
                        .collect(ImmutableList.toImmutableList());
            case Way.Walk walk -> ImmutableList.of();
        };
    }

    private static String describe(ScheduledLoop loop, Schedule schedule) {
        SizeExpression duration = schedule.steps(ImmutableList.of(loop.node()));
        return switch (loop.way()) {
            case ScheduledLoop.Way.Scan scan ->
                "one scan along the first row, "
                        + (duration.equals(SizeExpression.constant(1))
                                ? "1 step, because nothing waits for its end"
                                : duration + " steps");
            case ScheduledLoop.Way.Wave wave ->
                "a wave in every row, started in 1 step, and nobody waits the " + schedule.stepsThroughRows()
                        + " steps until it is through";
            case ScheduledLoop.Way.Rounds rounds ->
                "one round after the other, " + duration + " steps, because " + rounds.objection();
        };
    }

    private static String describe(Wave wave) {
        String direction = " to the " + wave.direction().keyword();
        return wave.rows()
                .map(rows -> switch (rows) {
                    case FIRST -> "one wave along the first row" + direction;
                    case EACH -> "a wave in every row" + direction + ", all rows in flight together";
                    case AFTER -> "behind the last row";
                })
                .orElse("nothing to do");
    }
}
