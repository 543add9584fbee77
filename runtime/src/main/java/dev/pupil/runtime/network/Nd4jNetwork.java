package dev.pupil.runtime.network;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.Batches;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A trained network that answers a batch of queries at once. It is a machine with a state: {@link #load} queries, take
 * {@link #steps()} times a {@link #step()}, read the {@link #outputs()}. Not for use by several threads.
 */
public final class Nd4jNetwork {
    /** With fewer pixels in a batch, calling ND4J costs more than computing; with more, nothing gets faster. */
    private static final int PIXELS_PER_BATCH = 8192;

    private final DataType type;
    private final long steps;
    private final ImageShape shape;
    private final MemoryLayer memoryLayer;
    private final INDArray memoryWeight;
    private final Step step;
    private final Head head;
    private final Planes state;
    private final Planes hidden;

    /**
     * The network in a weight file.
     *
     * @param trained a file with memory
     * @param images how many queries it answers at once, see {@link #batchSize}
     * @throws NetworkSizeException if it does not fit in memory
     */
    public Nd4jNetwork(WeightFile trained, int images) throws NetworkSizeException {
        Tensor memory = trained.memory().orElseThrow(() -> new IllegalArgumentException("no memory"));
        Filter filter = trained.filter();
        StepWeights weights = new StepWeights(filter);
        long gathered = weights.inputTaps().size() + 1L;
        long widest = Math.max(gathered, Step.hiddenPlanes(weights));
        MemoryBudget.requireFits(
                filter,
                trained.sizes(),
                trained.dtype().bytes(),
                images * widest,
                images * (gathered + Step.hiddenPlanes(weights) + weights.channels()));
        type = Inputs.type(trained.dtype());
        steps = filter.geometry().steps().at(trained.sizes());
        shape = ImageShape.of(images, filter.geometry(), trained.sizes());
        memoryLayer = new MemoryLayer(trained.sizes(), shape);
        memoryWeight = Inputs.matrix(memory, type);
        step = new Step(weights, type, shape);
        head = new Head(filter, type, shape);
        state = new Planes(type, shape, weights.channels());
        hidden = new Planes(type, shape, Step.hiddenPlanes(weights));
    }

    /** How many queries, of so many in all, are best answered at once, such that batches are of nearly equal size. */
    public static int batchSize(WeightFile trained, int queries) {
        return Batches.size(trained, queries, PIXELS_PER_BATCH);
    }

    /** L, the number of steps after which the answer is there. */
    public long steps() {
        return steps;
    }

    /**
     * Puts queries into the images of the batch and forgets what was in them.
     *
     * @param queries have as many features as the network was trained with
     * @param first the first query's row
     * @param count how many, at most as many as the batch has images
     */
    public void load(DataSet queries, int first, int count) {
        checkArgument(count <= shape.images(), "%s queries in %s images", count, shape.images());
        memoryLayer.clear(state);
        for (int image = 0; image < count; image++) {
            memoryLayer.forward(memoryWeight, Inputs.input(queries, first + image, type), state, image);
        }
    }

    /** Takes one step in every image. */
    public void step() {
        step.forward(state, hidden, state);
    }

    /** What the head makes of every image as it is now; not meaningful for images into which no query was loaded. */
    public double[] outputs() {
        return head.forward(state);
    }

    /** The channels of every image as they are now: [pixels, C], the images' pixels one after another, row by row. */
    INDArray state() {
        return state.matrix();
    }
}
