package dev.pupil.runtime.reference;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Machine.Lesson;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import dev.pupil.runtime.reference.Walk.Result;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A machine that is a learner. It learns by being given a row of the tape, and walks when it is asked. The tape has m + 2
 * rows and d + 2 columns: the examples, the query, and a blank row and column.
 */
final class MachineLearner implements Learner {
    private final Machine machine;
    private final Lesson lesson;
    private final Sizes sizes;
    private final int[][] tape;
    private int learned;

    MachineLearner(Machine machine, Sizes sizes) {
        this.machine = machine;
        this.lesson =
                machine.lesson().orElseThrow(() -> new IllegalArgumentException(machine.name() + " is no learner"));
        this.sizes = sizes;
        this.tape = new int[sizes.examples() + 2][sizes.features() + 2];
        for (int[] row : tape) {
            Arrays.fill(row, machine.blank());
        }
    }

    @Override
    public void learn(BitSet features, boolean label) {
        checkState(learned < sizes.examples(), "all %s examples have been learned", sizes.examples());
        write(learned, features, label ? lesson.labelOne() : lesson.labelZero());
        learned++;
    }

    private void write(int row, BitSet features, int label) {
        int d = sizes.features();
        checkArgument(features.length() <= d, "%s features instead of %s", features.length(), d);
        for (int column = 0; column < d; column++) {
            tape[row][column] = features.get(column) ? lesson.one() : lesson.zero();
        }
        tape[row][d] = label;
    }

    @Override
    public boolean predict(BitSet features) {
        write(sizes.examples(), features, lesson.query());
        long most = machine.steps().at(sizes);
        Result result = new Walk(machine, Tape.of(tape), new Cell(0, 0)).run(most);
        return switch (result.ending()) {
            case HALTED -> isAnswer(result);
            case LEFT_TAPE ->
                throw new NoAnswerException("the head of machine '%s' leaves the tape in step %s"
                        .formatted(machine.name(), result.steps()));
            case NONE ->
                throw new NoAnswerException("machine '%s' has not halted after %s steps, which is %s"
                        .formatted(machine.name(), most, machine.steps()));
        };
    }

    private boolean isAnswer(Result result) {
        Cell head = result.head().orElseThrow();
        return machine.answers().contains(result.tape().symbol(head.row(), head.column()));
    }
}
