package dev.pupil.runtime.reference;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Sizes;
import java.util.BitSet;

/** A running program: memory, and what {@code learn} and {@code predict} do to it. */
final class ProgramLearner implements Learner {
    private final Program program;
    private final Sizes sizes;
    private final Store store;
    private final Step learn;
    private final Step predict;
    private final long[] cells;
    private int learned;

    ProgramLearner(Program program, Sizes sizes, Store store, Step learn, Step predict) {
        this.program = program;
        this.sizes = sizes;
        this.store = store;
        this.learn = learn;
        this.predict = predict;
        this.cells = store.initialCells();
    }

    @Override
    public void learn(BitSet features, boolean label) {
        checkState(learned < sizes.examples(), "all %s examples have been learned", sizes.examples());
        learned++;
        place(program.example(), features, label);
        learn.run(cells);
    }

    @Override
    public boolean predict(BitSet features) {
        place(program.query(), features, false);
        Flow flow = predict.run(cells);
        checkState(
                flow == Flow.RETURN,
                "%s: predict ended without an answer",
                program.query().declared());
        return cells[Store.ANSWER] != 0;
    }

    private void place(Variable vector, BitSet features, boolean label) {
        int d = sizes.features();
        checkArgument(features.length() <= d, "%s features instead of %s", features.length(), d);
        store.resetLocals(cells);
        int first = store.offset(vector);
        for (int j = 0; j < d; j++) {
            cells[first + j] = features.get(j) ? 1 : 0;
        }
        cells[first + d] = label ? 1 : 0;
    }
}
