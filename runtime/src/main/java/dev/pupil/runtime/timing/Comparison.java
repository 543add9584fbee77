package dev.pupil.runtime.timing;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.bits.BitsSession;
import dev.pupil.runtime.bits.kernel.RegisterLoop;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.network.Nd4jNetwork;
import dev.pupil.runtime.network.NetworkSizeException;
import dev.pupil.runtime.onnx.OnnxNetwork;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingException;
import dev.pupil.runtime.training.TrainingMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Times a network's steps on the engines {@code bits}, {@code onnx} and {@code nd4j}, one after another in this process.
 * Every engine answers random queries of a network with random memory, in batches of the size that suits it; a figure is
 * the time for all steps of a batch, by their number and the number of images. {@code bits} takes the whole way from the
 * first step to the last, since its steps differ; the others, whose steps are all alike, take the first few.
 */
public final class Comparison {
    /** Steps after which the other engines stop. */
    private static final int FEW_STEPS = 12;

    /** About so many pixels are in a batch of bits. */
    private static final long PIXELS = 1 << 22;

    private static final int MOST_QUERIES = 1024;
    private static final int LOOP_TURNS = 200_000;

    private final WeightFile network;
    private final int threads;
    private final Sampler sampler;
    private final Random random = new Random(1);

    /**
     * Comparisons of a network's engines.
     *
     * @param network its memory is not looked at
     * @param threads how many threads {@code bits} and {@code onnx} use; {@code nd4j} always uses one
     */
    public Comparison(WeightFile network, int threads) {
        this.network = network;
        this.threads = threads;
        this.sampler = new Sampler(Duration.ofMillis(500), 7, Duration.ofMillis(150));
    }

    /**
     * What one size of images takes.
     *
     * @param rows H
     * @param columns w
     * @param bits seconds for a step of an image
     * @param onnx the same
     * @param nd4j the same
     * @param ceilingFraction operations on words a second that {@code bits} does, by those of a loop that does nothing
     *     else on one thread, times the number of threads
     */
    public record Row(long rows, long columns, Timing bits, Timing onnx, Timing nd4j, double ceilingFraction) {
        /** How much longer ONNX Runtime takes. */
        public double onnxOverBits() {
            return onnx.median() / bits.median();
        }

        /** How many pixels {@code bits} takes one step in a second. */
        public double pixelStepsPerSecond() {
            return rows * columns / bits.median();
        }
    }

    /**
     * Times one size.
     *
     * @throws PredictionException if an engine can't execute the network
     */
    public Row time(Sizes sizes) throws PredictionException {
        WeightFile trained = trained(network, sizes);
        Geometry geometry = network.filter().geometry();
        WeightFile shortened = trained(shortened(), sizes);
        Timing onnx = timeOnnx(shortened);
        Timing nd4j = timeNd4j(shortened);
        BitsTiming bits = timeBits(trained);
        return new Row(
                geometry.rows().at(sizes),
                geometry.columns().at(sizes),
                bits.timing,
                onnx,
                nd4j,
                bits.operationsPerSecond / threads / ceiling());
    }

    /** The network, but with few steps. */
    private WeightFile shortened() {
        Geometry geometry = network.filter().geometry();
        return WeightFile.untrained(
                network.filter()
                        .with(new Geometry(geometry.rows(), geometry.columns(), SizeExpression.of(0, 0, FEW_STEPS))),
                network.source());
    }

    private WeightFile trained(WeightFile untrained, Sizes sizes) throws PredictionException {
        DataSet examples = data(sizes.features(), sizes.examples());
        try {
            return MemoryTrainer.of(untrained, examples)
                    .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                    .trained();
        } catch (TrainingException refused) {
            throw new PredictionException("no timing without training: " + refused.getMessage());
        }
    }

    private DataSet data(int features, int size) {
        List<BitSet> rows = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            rows.add(bits(features));
        }
        return DataSet.of(features, rows, Optional.of(bits(size)));
    }

    private BitSet bits(int length) {
        BitSet bits = new BitSet(length);
        for (int i = 0; i < length; i++) {
            bits.set(i, random.nextBoolean());
        }
        return bits;
    }

    private Timing timeOnnx(WeightFile trained) throws PredictionException {
        int batch = OnnxNetwork.batchSize(trained, MOST_QUERIES);
        DataSet queries = data(trained.sizes().features(), batch);
        try (OnnxNetwork onnx = new OnnxNetwork(trained, batch, threads)) {
            return sampler.time(() -> {
                onnx.outputs(queries, 0, batch);
                return (double) onnx.steps() * batch;
            });
        }
    }

    private Timing timeNd4j(WeightFile trained) throws PredictionException {
        int batch = Nd4jNetwork.batchSize(trained, MOST_QUERIES);
        DataSet queries = data(trained.sizes().features(), batch);
        try {
            Nd4jNetwork nd4j = new Nd4jNetwork(trained, batch);
            nd4j.load(queries, 0, batch);
            return sampler.time(() -> {
                nd4j.step();
                return batch;
            });
        } catch (NetworkSizeException refused) {
            throw new PredictionException(refused.reason());
        }
    }

    private record BitsTiming(Timing timing, double operationsPerSecond) {}

    private BitsTiming timeBits(WeightFile trained) throws PredictionException {
        Sizes sizes = trained.sizes();
        Geometry geometry = trained.filter().geometry();
        long pixels = geometry.rows().at(sizes) * geometry.columns().at(sizes);
        long steps = geometry.steps().at(sizes);
        int batch = Math.max(threads, (int) Math.min(PIXELS / pixels, MOST_QUERIES));
        DataSet queries = data(sizes.features(), batch);
        try (BitsSession session = BitsSession.startPatiently(trained, batch, threads)) {
            while (!session.isWarm()) {
                session.predict(queries, Progress.NONE);
            }
            double[] operations = new double[1];
            Timing timing = sampler.time(() -> {
                double before = session.operations();
                session.predict(queries, Progress.NONE);
                operations[0] = session.operations() - before;
                return (double) steps * batch;
            });
            return new BitsTiming(timing, operations[0] / (timing.median() * steps * batch));
        }
    }

    /** Operations on words a second of a loop that does nothing else. */
    private double ceiling() throws PredictionException {
        RegisterLoop loop = RegisterLoop.widest();
        return 1 / sampler.time(() -> loop.run(LOOP_TURNS)).median();
    }
}
