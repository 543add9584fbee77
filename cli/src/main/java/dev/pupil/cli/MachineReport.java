package dev.pupil.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.cli.RunReport.NetworkSize;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.runtime.machine.MachineRun;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What {@code run --json} says of a machine. Rows and columns are counted from the cell in which the head started.
 *
 * @param machine its name
 * @param engine who ran it
 * @param steps how many steps it took until it halted
 * @param networkSteps how many the network took until nothing changed; 0 if there was no network
 * @param image rows and columns
 * @param network the filter's size
 * @param head where it halted, and on what
 * @param answer 0 or 1, null if it answers nothing
 * @param counts how often each symbol but blank is on the tape
 * @param tape what is on the tape: the smallest rectangle around all that is not blank
 */
record MachineReport(
        String machine,
        String engine,
        long steps,
        long networkSteps,
        ImmutableList<Integer> image,
        NetworkSize network,
        Head head,
        OptionalInt answer,
        ImmutableMap<String, Long> counts,
        Written tape) {
    /** So much of a row is shown to people. */
    private static final int MOST_CELLS = 100;

    /** A cell, and the symbol in it. */
    record Head(int row, int column, String symbol) {}

    /**
     * A part of a tape.
     *
     * @param row its first row
     * @param column its first column
     * @param rows symbols
     */
    record Written(int row, int column, ImmutableList<ImmutableList<String>> rows) {}

    /** About a machine that has halted. */
    static MachineReport of(MachineRun run, EngineKind engine, Filter filter) {
        Machine machine = run.machine();
        Tape tape = run.tape();
        Cell start = run.start().start();
        Cell head = run.head().orElseThrow();
        ImmutableMap.Builder<String, Long> counts = ImmutableMap.builder();
        for (int symbol = 0; symbol < machine.symbols().size(); symbol++) {
            if (symbol != machine.blank()) {
                counts.put(machine.symbols().get(symbol), tape.count(symbol));
            }
        }
        return new MachineReport(
                machine.name(),
                engine.toString(),
                run.steps(),
                run.networkSteps(),
                ImmutableList.of(tape.rows(), tape.columns()),
                new NetworkSize(filter.channels().size(), filter.units().size(), filter.nonZeroWeights()),
                new Head(
                        head.row() - start.row(),
                        head.column() - start.column(),
                        machine.symbols().get(tape.symbol(head.row(), head.column()))),
                run.answer().stream().mapToInt(yes -> yes ? 1 : 0).findAny(),
                counts.buildOrThrow(),
                written(tape, machine, start));
    }

    private static Written written(Tape tape, Machine machine, Cell start) {
        List<Integer> rows = IntStream.range(0, tape.rows())
                .filter(row -> IntStream.range(0, tape.columns())
                        .anyMatch(column -> tape.symbol(row, column) != machine.blank()))
                .boxed()
                .toList();
        if (rows.isEmpty()) {
            return new Written(0, 0, ImmutableList.of());
        }
        List<Integer> columns = IntStream.range(0, tape.columns())
                .filter(column -> rows.stream().anyMatch(row -> tape.symbol(row, column) != machine.blank()))
                .boxed()
                .toList();
        return new Written(
                rows.getFirst() - start.row(),
                columns.getFirst() - start.column(),
                IntStream.rangeClosed(rows.getFirst(), rows.getLast())
                        .mapToObj(row -> IntStream.rangeClosed(columns.getFirst(), columns.getLast())
                                .mapToObj(column -> machine.symbols().get(tape.symbol(row, column)))
                                .collect(ImmutableList.toImmutableList()))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** The same for people, a line for each thing. */
    String table() {
        StringBuilder text = new StringBuilder(line("machine", machine)
                + line("image", "%s × %s pixels".formatted(image.get(0), image.get(1)))
                + line(
                        "network",
                        "%s channels, %s hidden units, %s non-zero weights"
                                .formatted(network.channels(), network.hiddenUnits(), network.nonzeroWeights()))
                + line("engine", engine)
                + line(
                        "steps",
                        networkSteps == 0
                                ? Count.grouped(steps)
                                : Count.grouped(steps) + ", " + Count.grouped(networkSteps) + " of the network")
                + line("head", "row %s, column %s, on %s".formatted(head.row, head.column, head.symbol)));
        answer.ifPresent(label -> text.append(line("answer", String.valueOf(label))));
        text.append(line(
                "symbols",
                counts.entrySet().stream()
                        .map(count -> Count.grouped(count.getValue()) + " × " + count.getKey())
                        .collect(Collectors.joining(", "))));
        String label = "tape";
        for (ImmutableList<String> row : tape.rows) {
            text.append(line(label, shown(row)));
            label = "";
        }
        return tape.rows.isEmpty()
                ? text.append(line("tape", "blank")).toString()
                : text.append(line("", "from row %s, column %s".formatted(tape.row, tape.column)))
                        .toString();
    }

    private static String shown(ImmutableList<String> row) {
        return row.size() <= MOST_CELLS
                ? String.join(" ", row)
                : String.join(" ", row.subList(0, MOST_CELLS)) + " … and " + Count.grouped(row.size() - MOST_CELLS)
                        + " more cells";
    }

    private static String line(String label, String text) {
        return "%-10s%s%n".formatted(label, text);
    }
}
