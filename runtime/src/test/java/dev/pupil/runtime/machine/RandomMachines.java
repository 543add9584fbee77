package dev.pupil.runtime.machine;

import dev.pupil.compiler.program.Machine;
import java.util.List;
import java.util.Random;

/** Machines and tapes by chance. */
final class RandomMachines {
    private static final List<String> SYMBOLS = List.of("blank", "0", "1", "x");
    private static final List<String> ONE_ROW = List.of("left", "right", "stay");
    private static final List<String> SEVERAL_ROWS = List.of("left", "right", "stay", "up", "down");

    private RandomMachines() {}

    /** The text of a machine with up to four states and four symbols. */
    static String text(Random random, boolean oneRow) {
        int states = 1 + random.nextInt(4);
        List<String> symbols = SYMBOLS.subList(0, 2 + random.nextInt(3));
        List<String> moves = oneRow ? ONE_ROW : SEVERAL_ROWS;
        StringBuilder text = new StringBuilder("machine random {\n    symbols ")
                .append(String.join(", ", symbols))
                .append(";\n    start s0;\n");
        for (int state = 0; state < states; state++) {
            text.append("    state s").append(state).append(" {\n");
            for (String symbol : symbols) {
                int next = random.nextInt(states * symbols.size());
                text.append("        %s -> write %s, %s, %s;\n"
                        .formatted(
                                symbol,
                                any(random, symbols),
                                any(random, moves),
                                next == 0 ? "halt" : "s" + next % states));
            }
            text.append("    }\n");
        }
        return text.append("}\n").toString();
    }

    /** A tape with symbols that a tape can start with. */
    static int[][] tape(Random random, Machine machine, int rows, int columns) {
        List<Integer> inputs = machine.inputs();
        int[][] tape = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int chosen = random.nextInt(inputs.size() + 1);
                tape[row][column] = chosen == 0 ? machine.blank() : inputs.get(chosen - 1);
            }
        }
        return tape;
    }

    private static String any(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
