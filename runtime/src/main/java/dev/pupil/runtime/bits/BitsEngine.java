package dev.pupil.runtime.bits;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.PredictionChecks;
import dev.pupil.runtime.engine.PredictionException;

/**
 * Predicts by executing the network on bits: its weights, taken apart into a Boolean circuit, translated to machine
 * code, for up to 512 pixels at once. Exact: what it can't execute exactly it refuses. Queries are spread over the
 * machine's cores.
 */
public final class BitsEngine implements Engine {
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
        if (queries.size() == 0) {
            return ImmutableIntArray.of();
        }
        try (BitsSession session = BitsSession.start(trained, queries.size(), threads)) {
            return session.predict(queries, progress);
        }
    }
}
