package dev.pupil.runtime.network;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.circuit.FieldReader;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.machine.MachineImage;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An image that the network itself computes on ND4J, from a memory layer that is the lane, asked with ones. */
public final class Nd4jImage implements MachineImage {
    private final Nd4jNetwork network;
    private final FieldReader reader;
    private final int columns;

    private Nd4jImage(Nd4jNetwork network, FieldReader reader, int columns) {
        this.network = network;
        this.reader = reader;
        this.columns = columns;
    }

    /**
     * An image before its first step.
     *
     * @param filter a network whose images are as large as its memory
     * @param lane [H][w], at least two of each
     * @throws PredictionException if it does not fit in memory
     */
    public static Nd4jImage start(Filter filter, int[][] lane) throws PredictionException {
        int columns = lane[0].length;
        Tensor memory = new Tensor(
                ImmutableIntArray.of(lane.length, columns),
                ImmutableDoubleArray.copyOf(
                        Stream.of(lane).flatMapToInt(Arrays::stream).asDoubleStream()));
        WeightFile written = WeightFile.untrained(filter, new Source("", "")).withMemory(memory);
        BitSet ones = new BitSet();
        ones.set(0, columns - 1);
        try {
            Nd4jNetwork network = new Nd4jNetwork(written, 1);
            network.load(DataSet.of(columns - 1, List.of(ones), Optional.empty()), 0, 1);
            return new Nd4jImage(
                    network, new FieldReader(filter.channels(), filter.legend().encodings()), columns);
        } catch (NetworkSizeException exception) {
            throw new PredictionException(exception.reason());
        }
    }

    @Override
    public boolean step() {
        INDArray before = network.state().dup();
        network.step();
        return !before.equals(network.state());
    }

    @Override
    public int value(String field, int row, int column) {
        return reader.value(field, channel -> network.state().getDouble((long) row * columns + column, channel));
    }

    @Override
    public void close() {}
}
