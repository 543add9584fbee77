package dev.pupil.runtime;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.TrainingException;
import dev.pupil.runtime.training.TrainingMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Networks compiled from the example programs, and data for them. */
public final class ExampleNetworks {
    private ExampleNetworks() {}

    /** The untrained network of {@code examples/NAME.pupil}. */
    public static WeightFile compiled(String name) throws IOException, DiagnosticException {
        Path file = Path.of("..", "examples", name + ".pupil");
        Source source = new Source(file.toString(), Files.readString(file));
        return new WeightFile(Compiler.compile(source).filter(), source, 1, Optional.empty());
    }

    /** The network with the memory that training on {@code examples} gives. */
    public static WeightFile trained(WeightFile network, DataSet examples) throws TrainingException {
        return MemoryTrainer.of(network, examples)
                .train(TrainingMethod.CLOSED_FORM, Progress.NONE)
                .trained();
    }

    /** A network whose output is twice what it should be. */
    public static WeightFile withDoubledOutput(WeightFile network) {
        Filter filter = network.filter();
        double[] doubled = filter.headOutputWeight().values().stream()
                .map(value -> 2 * value)
                .toArray();
        Filter changed = filter.with(Part.HEAD_OUTPUT_WEIGHT, Tensor.of(doubled, doubled.length));
        return network.with(changed);
    }

    /** Random examples whose labels are the parity of a random subset of the features. */
    public static DataSet parityData(Random random, int features, int rows) {
        BitSet subset = bits(random, features);
        BitSet labels = new BitSet();
        BitSet[] examples = new BitSet[rows];
        for (int row = 0; row < rows; row++) {
            examples[row] = bits(random, features);
            BitSet counted = (BitSet) examples[row].clone();
            counted.and(subset);
            labels.set(row, counted.cardinality() % 2 == 1);
        }
        return DataSet.of(features, List.of(examples), Optional.of(labels));
    }

    private static BitSet bits(Random random, int count) {
        BitSet bits = new BitSet();
        IntStream.range(0, count).forEach(bit -> bits.set(bit, random.nextBoolean()));
        return bits;
    }
}
