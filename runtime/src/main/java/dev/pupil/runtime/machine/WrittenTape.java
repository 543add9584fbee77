package dev.pupil.runtime.machine;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.lower.machine.TapeSymbols;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import java.util.Arrays;
import java.util.List;

/**
 * What a user has written on a machine's tape, without the blank cells around it. The head starts at its first symbol.
 *
 * @param machine the machine, no learner
 * @param rows symbols; at least one row, one only if the machine has one
 */
public record WrittenTape(Machine machine, ImmutableList<ImmutableIntArray> rows) {
    /** How the blank symbol can be written whatever it is called. */
    private static final String BLANK = "_";

    /**
     * Reads a tape: rows between slashes; in a row symbols between commas, or, without a comma, a symbol each character;
     * an underscore is blank.
     *
     * @throws TapeException if it can't be read so, or holds symbols that no tape can start with
     */
    public static WrittenTape parse(Machine machine, String text) throws TapeException {
        ImmutableList.Builder<ImmutableIntArray> rows = ImmutableList.builder();
        List<String> texts = Splitter.on('/').splitToList(text);
        if (texts.size() > 1 && machine.isOneRow()) {
            throw new TapeException("the tape has %s rows, but machine '%s' never leaves the first one"
                    .formatted(texts.size(), machine.name()));
        }
        for (String row : texts) {
            rows.add(row(machine, row));
        }
        return new WrittenTape(machine, rows.build());
    }

    private static ImmutableIntArray row(Machine machine, String text) throws TapeException {
        List<String> names = text.contains(",")
                ? Splitter.on(',').trimResults().splitToList(text)
                : machine.symbols().contains(text) ? List.of(text) : characters(text);
        ImmutableIntArray.Builder symbols = ImmutableIntArray.builder(names.size());
        for (String name : names) {
            symbols.add(symbol(machine, name));
        }
        return symbols.build();
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static int symbol(Machine machine, String name) throws TapeException {
        int symbol = machine.symbols().indexOf(name);
        if (symbol < 0 && name.equals(BLANK)) {
            return machine.blank();
        }
        if (symbol < 0) {
            throw new TapeException("machine '%s' has no symbol '%s'; it has %s"
                    .formatted(machine.name(), name, String.join(", ", machine.symbols())));
        }
        if (new TapeSymbols(machine).lane(symbol).isEmpty()) {
            List<String> inputs =
                    machine.inputs().stream().map(machine.symbols()::get).toList();
            throw new TapeException(
                    "a tape can't start with '%s': the memory layer tells three symbols apart, which are %s and blank; declare others first"
                            .formatted(name, String.join(", ", inputs)));
        }
        return symbol;
    }

    /** How many cells the longest row has. */
    public int columns() {
        return rows.stream().mapToInt(ImmutableIntArray::length).max().orElseThrow();
    }

    /**
     * The tape in an image, with so many blank cells at every side where the head can go.
     *
     * @param margin at least 1
     */
    public StartingTape within(int margin) {
        checkArgument(margin >= 1, "the mark stands before the tape");
        int above = machine.isOneRow() ? 0 : margin;
        int[][] cells = new int[Math.toIntExact(height(margin))][Math.toIntExact(width(margin))];
        for (int[] row : cells) {
            Arrays.fill(row, machine.blank());
        }
        for (int row = 0; row < rows.size(); row++) {
            ImmutableIntArray symbols = rows.get(row);
            for (int column = 0; column < symbols.length(); column++) {
                cells[above + row][margin + column] = symbols.get(column);
            }
        }
        return new StartingTape(machine, Tape.of(cells), new Cell(above, margin));
    }

    /** How many cells an image has with such a margin. */
    public long cells(int margin) {
        return height(margin) * width(margin);
    }

    private long height(int margin) {
        // A network has a row more than examples, of which there is one at least.
        return machine.isOneRow() ? 2 : rows.size() + 2L * margin;
    }

    private long width(int margin) {
        return columns() + 2L * margin;
    }
}
