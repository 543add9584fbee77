package dev.pupil.runtime.bits;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import dev.pupil.runtime.bits.gate.LookupCircuit.Node;
import dev.pupil.runtime.bits.kernel.Kernels;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionChecks;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.engine.TrainedMemory;

/**
 * A trained network made ready to be executed on bits: taken apart, laid out, translated. It answers any number of data
 * sets. Must be closed, to end a helper thread. Safe for use by several threads.
 */
public final class BitsSession implements AutoCloseable {
    /** With fewer pixel-steps than this there is no time for vectors to become fast. */
    private static final double WORTH_VECTORS = 8e9;

    /** An image is kept before and after a step. */
    private static final double BYTES_OF_WORD = 2 * Long.BYTES;

    private final WeightFile trained;
    private final TrainedMemory memory;
    private final BitsProgram program;
    private final LayoutChoice choice;
    private final int threads;
    private final Layout layout;
    private final KernelSupply kernels;
    private final int workers;
    private long computedWords;

    private BitsSession(WeightFile trained, int queries, int threads, boolean patient) throws PredictionException {
        checkArgument(queries >= 1 && threads >= 1, "%s queries on %s threads", queries, threads);
        this.trained = trained;
        this.memory = TrainedMemory.of(trained);
        this.program = BitsProgram.forPredictions(trained.filter());
        this.choice = new LayoutChoice(program, memory.sizes());
        this.threads = threads;
        double leastBytes = choice.words(1, 1) * BYTES_OF_WORD;
        double mostWords = FreeMemory.bytes(leastBytes) / BYTES_OF_WORD;
        if (!choice.isPossible(mostWords)) {
            throw tooLarge(leastBytes);
        }
        this.layout = choice.best(queries, threads, Kernels.vectorLanes().orElse(1), mostWords);
        double work = (double) choice.rows() * choice.columns() * choice.steps() * queries;
        this.kernels = new KernelSupply(
                program.circuit(), layout, patient || work >= WORTH_VECTORS ? Choice.WHEN_FAST : Choice.NEVER);
        this.workers = workers(queries);
    }

    /**
     * Prepares a network for about so many queries.
     *
     * @param trained a file with full memory
     * @param queries how many queries a data set will have, at least 1: what the images are laid out for
     * @param threads how many threads it uses at most
     * @throws PredictionException if the network can't be executed on bits, or not at this size
     */
    public static BitsSession start(WeightFile trained, int queries, int threads) throws PredictionException {
        return new BitsSession(trained, queries, threads, false);
    }

    /** The same, for one that will be used so long that everything worth optimising is optimised. */
    public static BitsSession startPatiently(WeightFile trained, int queries, int threads) throws PredictionException {
        return new BitsSession(trained, queries, threads, true);
    }

    /** How many groups can be computed at once: one on each thread, if there is memory for so many. */
    private int workers(int queries) throws PredictionException {
        int wanted = Math.min(threads, Math.ceilDiv(queries, layout.images()));
        double bytes = BitsNetwork.bytes(layout, kernels);
        int possible = (int) Math.min(wanted, Math.floor(FreeMemory.bytes(wanted * bytes) / bytes));
        if (possible == 0) {
            kernels.close();
            throw tooLarge(bytes);
        }
        return possible;
    }

    private PredictionException tooLarge(double bytes) {
        return new PredictionException(
                "images of %s×%s pixels need %s of memory as bits, and %s are free for them; Java's option -Xmx gives it more"
                        .formatted(
                                choice.rows(),
                                choice.columns(),
                                FreeMemory.text(bytes),
                                FreeMemory.text(FreeMemory.bytes(bytes))));
    }

    /**
     * Predicts every query's label.
     *
     * @param queries as many features as the network was trained with
     * @throws PredictionException if the network can't, with the reason
     */
    public ImmutableIntArray predict(DataSet queries, Progress progress) throws PredictionException {
        PredictionChecks.requireWidth(trained, queries);
        Batch batch = new Batch(program, memory, layout, kernels, choice.steps());
        ImmutableIntArray predictions = batch.predict(queries, workers, progress);
        synchronized (this) {
            computedWords += batch.computedWords();
        }
        return predictions;
    }

    /** Whether nothing that this session runs will become faster: vectors are in use, or will never be. */
    public boolean isWarm() {
        return kernels.isSettled();
    }

    /**
     * How many operations on words of 64 bits all predictions so far have taken: those with two operands of which the
     * circuit's formulas are made. Processors join some of them in one instruction.
     */
    public synchronized double operations() {
        long operations = program.circuit().nodes().stream()
                .mapToLong(node -> switch (node) {
                    case Node.Read read -> 0;
                    case Node.Lookup lookup -> lookup.formula().operations();
                })
                .sum();
        return (double) operations * computedWords;
    }

    @Override
    public void close() {
        kernels.close();
    }
}
