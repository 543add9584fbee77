package dev.pupil.runtime.bits;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.circuit.FieldReader;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.machine.MachineImage;

/** A single image on bits in which little happens at a time, and which is looked at between steps. */
public final class BitsImage implements MachineImage {
    /** Words in a tile's row: little changes, which is where the head is, and its neighbours are computed with it. */
    private static final int TILE_COLUMNS = 1;

    private final KernelSupply kernels;
    private final BitsNetwork network;
    private final FieldReader reader;

    private BitsImage(KernelSupply kernels, BitsNetwork network, FieldReader reader) {
        this.kernels = kernels;
        this.network = network;
        this.reader = reader;
    }

    /**
     * An image before its first step.
     *
     * @param lane −1, 0, 1 and 2, [H][w]
     * @throws PredictionException if the network can't be executed on bits, or not at this size
     */
    public static BitsImage start(Filter filter, int[][] lane) throws PredictionException {
        BitsProgram program = BitsProgram.forPredictions(filter);
        Layout layout = new Layout(lane.length, lane[0].length, program.planes(), 1, 1);
        KernelSupply kernels = new KernelSupply(program.circuit(), layout, Choice.NEVER);
        double bytes = BitsNetwork.bytes(layout, kernels);
        if (FreeMemory.bytes(bytes) < bytes) {
            kernels.close();
            throw new PredictionException("an image of %s×%s pixels needs %s of memory as bits"
                    .formatted(layout.rows(), layout.columns(), FreeMemory.text(bytes)));
        }
        BitsNetwork network = new BitsNetwork(program, layout, kernels, TILE_COLUMNS);
        network.load(ImmutableList.<int[][]>of(lane));
        return new BitsImage(
                kernels,
                network,
                new FieldReader(filter.channels(), filter.legend().encodings()));
    }

    @Override
    public boolean step() throws PredictionException {
        try {
            return network.step();
        } catch (EscapeException escape) {
            throw new PredictionException("the network is broken: " + escape.reason());
        }
    }

    @Override
    public int value(String field, int row, int column) {
        return reader.value(field, channel -> network.value(channel, 0, row, column));
    }

    @Override
    public void close() {
        kernels.close();
    }
}
