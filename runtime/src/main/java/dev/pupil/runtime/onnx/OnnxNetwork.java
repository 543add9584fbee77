package dev.pupil.runtime.onnx;

import static com.google.common.base.Preconditions.checkArgument;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.weights.Dtype;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Batches;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.export.OnnxModel;
import dev.pupil.runtime.network.MemoryBudget;
import dev.pupil.runtime.network.NetworkSizeException;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * A trained network in ONNX Runtime, on one thread unless more are asked for. One {@link #outputs} call loads a batch of
 * queries, takes all {@link #steps()} and reads the outputs; its time over steps and queries is that of a step of one
 * image. It must be closed: its memory is not Java's. Not for use by several threads.
 */
public final class OnnxNetwork implements AutoCloseable {
    /** With fewer pixels in a batch, a call costs more than its work; with more, images leave the processor's caches. */
    private static final int PIXELS_PER_BATCH = 8192;

    /** Convolutions pad their channels to as many as the widest processors compute at once. */
    private static final int CHANNEL_BLOCK = 16;

    /** The runtime takes memory in pieces, each twice as large as the one before. */
    private static final long ALLOCATION_FACTOR = 2;

    private final long steps;
    private final int images;
    private final OrtSession session;

    /**
     * Exports the network in a weight file and loads it.
     *
     * @param trained a file with memory
     * @param images how many queries it answers at once at most, see {@link #batchSize}
     * @throws PredictionException if it does not fit in memory, or ONNX Runtime can't be loaded or can't run it
     */
    public OnnxNetwork(WeightFile trained, int images) throws PredictionException {
        this(trained, images, 1);
    }

    /**
     * The same on several threads.
     *
     * @param threads at least 1
     */
    public OnnxNetwork(WeightFile trained, int images, int threads) throws PredictionException {
        checkArgument(trained.memory().isPresent(), "no memory");
        requireRunnable(trained, images);
        this.images = images;
        this.steps = trained.filter().geometry().steps().at(trained.sizes());
        this.session = session(trained, threads);
    }

    /** How many queries, of so many in all, are best answered at once, such that batches are of nearly equal size. */
    public static int batchSize(WeightFile trained, int queries) {
        return Batches.size(trained, queries, PIXELS_PER_BATCH);
    }

    private static void requireRunnable(WeightFile trained, int images) throws PredictionException {
        if (trained.dtype() != Dtype.F32) {
            throw new PredictionException(
                    "ONNX Runtime convolves in single precision only, which does not hold this network's numbers exactly");
        }
        Filter filter = trained.filter();
        long states = 2L * blocked(filter.channels().size());
        long hidden = Math.max(
                blocked(filter.units().size()),
                blocked(filter.headHiddenBias().values().length()));
        try {
            MemoryBudget.requireFits(
                    filter,
                    trained.sizes(),
                    trained.dtype().bytes(),
                    1,
                    ALLOCATION_FACTOR * images * (states + hidden));
        } catch (NetworkSizeException exception) {
            throw new PredictionException(exception.reason());
        }
    }

    private static long blocked(int channels) {
        return (long) Math.ceilDiv(channels, CHANNEL_BLOCK) * CHANNEL_BLOCK;
    }

    private static OrtSession session(WeightFile trained, int threads) throws PredictionException {
        OrtEnvironment environment = OnnxLibrary.environment();
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            return environment.createSession(OnnxModel.bytes(trained), options);
        } catch (OrtException exception) {
            throw refused(exception);
        }
    }

    private static PredictionException refused(OrtException exception) {
        String message = String.valueOf(exception.getMessage());
        return new PredictionException("ONNX Runtime can't run the network: "
                + Splitter.on('\n').splitToList(message).getFirst());
    }

    /** L, the number of steps that {@link #outputs} takes. */
    public long steps() {
        return steps;
    }

    /**
     * Answers some queries.
     *
     * @param queries have as many features as the network was trained with
     * @param first the first query's row
     * @param count how many, at least 1 and at most as many as the network was made for
     * @return f(x) of each of them
     * @throws PredictionException if ONNX Runtime fails
     */
    public double[] outputs(DataSet queries, int first, int count) throws PredictionException {
        checkArgument(count <= images, "%s queries in %s images", count, images);
        FloatBuffer features = FloatBuffer.allocate(Math.multiplyExact(count, queries.features()));
        for (int row = first; row < first + count; row++) {
            for (int column = 0; column < queries.features(); column++) {
                features.put(queries.feature(row, column) ? 1 : -1);
            }
        }
        try (OnnxTensor input = OnnxTensor.createTensor(
                        OnnxLibrary.environment(), features.flip(), new long[] {count, queries.features()});
                Result result = session.run(ImmutableMap.of(OnnxModel.QUERY, input))) {
            float[] outputs = (float[]) result.get(0).getValue();
            return IntStream.range(0, count).mapToDouble(i -> outputs[i]).toArray();
        } catch (OrtException exception) {
            throw refused(exception);
        }
    }

    @Override
    public void close() throws PredictionException {
        try {
            session.close();
        } catch (OrtException exception) {
            throw refused(exception);
        }
    }
}
