package dev.pupil.bench;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.network.Nd4jNetwork;
import dev.pupil.runtime.network.NetworkSizeException;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingException;
import dev.pupil.runtime.training.TrainingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One step of the parity network on one image, with the {@code nd4j} engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NetworkStep {
    /** d; there are 2·d examples, so that the image has 2·d + 1 rows and d + 1 columns. */
    @Param({"16", "64"})
    private int features;

    private Optional<Nd4jNetwork> network = Optional.empty();

    /** Compiles the program, fills its memory with random examples and loads a query. */
    @Setup
    public void load() throws IOException, DiagnosticException, TrainingException, NetworkSizeException {
        Source source = new Source("parity.pupil", Files.readString(Path.of("..", "examples", "parity.pupil")));
        DataSet examples = random(2 * features);
        WeightFile untrained = new WeightFile(Compiler.compile(source).filter(), source, 1, Optional.empty());
        WeightFile trained = MemoryTrainer.of(untrained, examples)
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
        Nd4jNetwork loaded = new Nd4jNetwork(trained, 1);
        loaded.load(examples, 0, 1);
        network = Optional.of(loaded);
    }

    private DataSet random(int rows) {
        Random random = new Random(1);
        List<BitSet> bits = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            BitSet bit = new BitSet();
            for (int column = 0; column < features; column++) {
                bit.set(column, random.nextBoolean());
            }
            bits.add(bit);
        }
        return DataSet.of(features, bits, Optional.of(new BitSet()));
    }

    /** Takes a step. */
    @Benchmark
    public void step() {
        network.orElseThrow().step();
    }
}
