package dev.pupil.runtime.bits;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import dev.pupil.runtime.bits.kernel.Kernels;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.bits.rule.InexactNetworkException;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.PredictionChecks;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.engine.TrainedMemory;
import java.util.Locale;

/**
 * Predicts by executing the network on bits: its weights, taken apart into a Boolean circuit, translated to machine
 * code, for up to 512 pixels at once. Exact: what it can't execute exactly it refuses. Queries are spread over the
 * machine's cores.
 */
public final class BitsEngine implements Engine {
    /** With fewer pixel-steps than this there is no time for vectors to become fast. */
    private static final double WORTH_VECTORS = 1e10;

    private final int threads;

    /** An engine that uses all cores. */
    public BitsEngine() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /**
     * An engine that uses so many threads.
     *
     * @param threads at least 1
     */
    public BitsEngine(int threads) {
        this.threads = threads;
    }

    @Override
    public String name() {
        return "bits";
    }

    @Override
    public ImmutableIntArray predict(WeightFile trained, DataSet queries, Progress progress)
            throws PredictionException {
        PredictionChecks.requireReady(trained, queries);
        TrainedMemory memory = TrainedMemory.of(trained);
        if (queries.size() == 0) {
            return ImmutableIntArray.of();
        }
        BitsProgram program = program(trained);
        LayoutChoice choice = new LayoutChoice(program, memory.sizes());
        if (!choice.isPossible()) {
            throw tooLarge(choice, choice.words(1, 1) * Long.BYTES * 2);
        }
        Layout layout =
                choice.best(queries.size(), threads, Kernels.vectorLanes().orElse(1));
        double work = (double) choice.rows() * choice.columns() * choice.steps() * queries.size();
        try (KernelSupply kernels =
                new KernelSupply(program.circuit(), layout, work < WORTH_VECTORS ? Choice.NEVER : Choice.WHEN_FAST)) {
            int workers = workers(choice, layout, kernels, queries.size());
            Batch batch = new Batch(program, memory, layout, kernels, choice.steps());
            return batch.predict(queries, workers, progress);
        }
    }

    private static BitsProgram program(WeightFile trained) throws PredictionException {
        try {
            return BitsProgram.of(trained.filter());
        } catch (InexactNetworkException e) {
            throw new PredictionException("the network can't be executed on bits: " + e.reason());
        }
    }

    /** How many groups can be computed at once: one on each thread, if there is memory for so many. */
    private int workers(LayoutChoice choice, Layout layout, KernelSupply kernels, int queries)
            throws PredictionException {
        int wanted = Math.min(threads, Math.ceilDiv(queries, layout.images()));
        double bytes = BitsNetwork.bytes(layout, kernels);
        Runtime runtime = Runtime.getRuntime();
        double free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
        int possible = (int) Math.min(wanted, Math.floor(free * USABLE / bytes));
        if (possible == 0) {
            throw tooLarge(choice, bytes);
        }
        return possible;
    }

    /** Of free memory, what large arrays can be expected to fit in. */
    private static final double USABLE = 0.6;

    private static PredictionException tooLarge(LayoutChoice choice, double bytes) {
        return new PredictionException(String.format(
                Locale.ROOT,
                "images of %s×%s pixels need %.1f GB of memory as bits, more than there is; Java's option -Xmx gives it more",
                choice.rows(),
                choice.columns(),
                bytes / 1e9));
    }
}
