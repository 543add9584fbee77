package dev.pupil.verify.tape;

import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.runtime.machine.MachineRun;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tapes as counterexamples show them. */
final class TapeText {
    private TapeText() {}

    /** What a machine starts on: symbols between blanks, rows between slashes. */
    static String of(StartingTape start) {
        return of(start.tape(), start.machine());
    }

    /** What has become of it, as a predicate. */
    static String of(MachineRun run) {
        return switch (run.ending()) {
            case NONE -> "goes on";
            case LEFT_TAPE -> "has left tape " + of(run.tape(), run.machine());
            case HALTED ->
                "has halted on tape %s in %s"
                        .formatted(
                                of(run.tape(), run.machine()),
                                run.head()
                                        .map(cell -> "row %s, column %s".formatted(cell.row(), cell.column()))
                                        .orElse("no cell"));
        };
    }

    private static String of(Tape tape, Machine machine) {
        return IntStream.range(0, tape.rows())
                .mapToObj(row -> IntStream.range(0, tape.columns())
                        .mapToObj(column -> machine.symbols().get(tape.symbol(row, column)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
    }
}
