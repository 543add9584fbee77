package dev.pupil.runtime.network;

import com.google.common.base.Stopwatch;
import com.google.common.collect.Comparators;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.Dtype;
import dev.pupil.runtime.data.DataSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network whose memory layer learns by gradient descent on ½·(f(x) − y)², one example at a time. The gradient is
 * back-propagated through the head and all L recurrent steps.
 *
 * <p>The state is kept before every s-th step only, and the s steps from there are computed again when back-propagation
 * arrives at them. With s ≈ √(L·C/K) both kinds of images, L/s with C planes and s with K planes, take O(√L) memory.
 *
 * <p>The derivatives in channels that are no memory can grow exponentially with L, although what of them arrives at memory
 * cancels to 0: an AND passes its derivative to each of its inputs, and so do the ANDs before it. They are kept in the range
 * of floating-point numbers by a power of two that all derivatives have in common (block floating point).
 */
public final class BackPropagation {
    private static final long TIMED_STEPS = 16;
    private static final Duration TIMED_FOR = Duration.ofMillis(400);

    /** Derivatives that are larger than this are divided by it. A step does not make them so large at once. */
    private static final double LARGE = 0x1p40;

    /** Derivatives in the lane are divided by {@link #LARGE} so many times at most, lest they become 0. */
    private static final int MOST_DIVISIONS_OF_LANE = 2;

    private final Sizes sizes;
    private final DataType type;
    private final long steps;
    private final int segment;
    private final MemoryLayer memoryLayer;
    private final Step step;
    private final StepGradient stepGradient;
    private final Head head;
    private final List<Planes> checkpoints;
    private final List<Planes> hidden;
    private final Planes state;
    private final Planes gradient;
    private final INDArray weight;

    /** How many times {@link #gradient} has been divided by {@link #LARGE}. */
    private int divisions;

    /**
     * A network with empty memory, W = 0.
     *
     * @param filter its constant part
     * @param sizes d and m
     * @param dtype in which numbers it computes
     * @throws NetworkSizeException if it does not fit in memory
     */
    public BackPropagation(Filter filter, Sizes sizes, Dtype dtype) throws NetworkSizeException {
        this(filter, sizes, dtype, filter.geometry().steps().at(sizes));
    }

    private BackPropagation(Filter filter, Sizes sizes, Dtype dtype, long steps) throws NetworkSizeException {
        this.sizes = sizes;
        this.steps = steps;
        StepWeights weights = new StepWeights(filter);
        int channels = weights.channels();
        int hiddenPlanes = Step.hiddenPlanes(weights);
        segment = (int) Math.clamp(Math.round(Math.sqrt((double) steps * channels / hiddenPlanes)), 1, steps);
        long segments = Math.ceilDiv(steps, segment);
        long gathered = weights.inputTaps().size() + 1L;
        long gatheredBack = weights.outputTaps().size();
        MemoryBudget.requireFits(
                filter,
                sizes,
                dtype.bytes(),
                Math.max(Math.max(gathered, gatheredBack), hiddenPlanes),
                segments * channels + (segment + 1L) * hiddenPlanes + gathered + gatheredBack + 2L * channels);
        type = Inputs.type(dtype);
        ImageShape shape = ImageShape.of(1, filter.geometry(), sizes);
        memoryLayer = new MemoryLayer(sizes, shape);
        step = new Step(weights, type, shape);
        stepGradient = new StepGradient(weights, type, shape);
        head = new Head(filter, type, shape);
        checkpoints = planes((int) segments, shape, channels);
        hidden = planes(segment, shape, hiddenPlanes);
        state = new Planes(type, shape, channels);
        gradient = new Planes(type, shape, channels);
        weight = Nd4j.create(type, new long[] {sizes.examples() + 1L, sizes.features() + 1L}, 'c');
    }

    /**
     * How long one {@linkplain #learn update} takes on this machine when nothing else keeps it busy: the time of a
     * network that is just like this one but for having few recurrent steps, scaled to all L steps.
     */
    public static Duration estimateUpdate(Filter filter, Sizes sizes, Dtype dtype) throws NetworkSizeException {
        long steps = filter.geometry().steps().at(sizes);
        long sample = Math.min(steps, TIMED_STEPS);
        return new BackPropagation(filter, sizes, dtype, sample)
                .shortestUpdate()
                .multipliedBy(steps)
                .dividedBy(sample);
    }

    /** The shortest of as many updates as fit in a short while: the others warm up, or wait for the processor. */
    private Duration shortestUpdate() {
        Stopwatch watch = Stopwatch.createStarted();
        Duration shortest = timedUpdate();
        while (watch.elapsed().compareTo(TIMED_FOR) < 0) {
            shortest = Comparators.min(shortest, timedUpdate());
        }
        return shortest;
    }

    private Duration timedUpdate() {
        Stopwatch watch = Stopwatch.createStarted();
        learnDummy(0);
        return watch.elapsed();
    }

    private List<Planes> planes(int images, ImageShape shape, int planes) {
        List<Planes> all = new ArrayList<>();
        IntStream.range(0, images).forEach(image -> all.add(new Planes(type, shape, planes)));
        return all;
    }

    /** L, the number of recurrent steps. */
    public long steps() {
        return steps;
    }

    /** W as it is now, [m + 1, d + 1]. */
    public Tensor weight() {
        return Tensor.of(weight.dup('c').data().asDouble(), sizes.examples() + 1, sizes.features() + 1);
    }

    /** Replaces W, [m + 1, d + 1]. */
    void setWeight(Tensor values) {
        weight.assign(Inputs.matrix(values, type));
    }

    /**
     * One step of stochastic gradient descent with batch size 1: W := W − η·∂ℓ/∂W.
     *
     * @param examples with labels
     * @param row the example
     * @param learningRate η
     * @return f(x) before the update
     */
    public double learn(DataSet examples, int row, double learningRate) {
        return learn(Inputs.input(examples, row, type), examples.label(row) ? 1 : -1, learningRate);
    }

    /** Learns the dummy example that follows the last one: x = all +1, y = +1. Returns f(x) before the update. */
    public double learnDummy(double learningRate) {
        return learn(Nd4j.ones(type, sizes.features() + 1L), 1, learningRate);
    }

    private double learn(INDArray input, double label, double learningRate) {
        INDArray update = Nd4j.create(type, weight.shape());
        double output = gradient(input, label, update);
        weight.subi(update.muli(learningRate));
        return output;
    }

    /**
     * f(x) and ∂ℓ/∂W at the present W.
     *
     * @param examples with labels
     * @param row the example
     */
    Gradient gradient(DataSet examples, int row) {
        INDArray byWeight = Nd4j.create(type, weight.shape());
        double output = gradient(Inputs.input(examples, row, type), examples.label(row) ? 1 : -1, byWeight);
        return new Gradient(output, Tensor.of(byWeight.data().asDouble(), sizes.examples() + 1, sizes.features() + 1));
    }

    /** An output and ∂ℓ/∂W, [m + 1, d + 1]. */
    record Gradient(double output, Tensor byWeight) {}

    private double gradient(INDArray input, double label, INDArray byWeight) {
        memoryLayer.clear(state);
        memoryLayer.forward(weight, input, state, 0);
        int last = checkpoints.size() - 1;
        for (int i = 0; i < last; i++) {
            checkpoints.get(i).set(state);
            forwardSegment(i);
        }
        checkpoints.get(last).set(state);
        int inLast = forwardSegment(last);
        double output = head.forward(state)[0];
        divisions = 0;
        head.backward(state, output - label, gradient);
        backwardSegment(inLast);
        for (int i = last - 1; i >= 0; i--) {
            state.set(checkpoints.get(i));
            backwardSegment(forwardSegment(i));
        }
        byWeight.assign(memoryLayer.backward(gradient, input));
        // Not at once: the power itself may be out of range, and what is 0 has to stay 0.
        IntStream.range(0, divisions).forEach(division -> byWeight.muli(LARGE));
        return output;
    }

    /** Takes the steps of a segment, keeping what is hidden; returns how many they were. */
    private int forwardSegment(int index) {
        int length = (int) Math.min(segment, steps - (long) index * segment);
        for (int i = 0; i < length; i++) {
            step.forward(state, hidden.get(i), state);
        }
        return length;
    }

    private void backwardSegment(int length) {
        for (int i = length - 1; i >= 0; i--) {
            stepGradient.backward(gradient, hidden.get(i));
            keepInRange();
        }
    }

    private void keepInRange() {
        boolean canBeDivided = divisions < MOST_DIVISIONS_OF_LANE || gradient.largestInFirst() == 0;
        if (gradient.largest() > LARGE && canBeDivided) {
            gradient.matrix().divi(LARGE);
            divisions++;
        }
    }
}
