package dev.pupil.runtime.bits;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.runtime.bits.KernelSupply.Choice;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.bits.rule.InexactNetworkException;
import java.util.List;

/** What the engine on bits holds between steps, which it shows to no one but tests. */
public final class BitImages {
    private final BitsNetwork network;

    /**
     * Images before the first step.
     *
     * @param lanes at most eight, all of one size
     * @throws IllegalStateException if the network can't be executed on bits
     */
    public BitImages(Filter filter, List<int[][]> lanes) {
        try {
            BitsProgram program = BitsProgram.of(filter);
            Layout layout = new Layout(lanes.get(0).length, lanes.get(0)[0].length, program.planes(), 4, 2);
            KernelSupply kernels = new KernelSupply(program.circuit(), layout, Choice.NEVER);
            this.network = new BitsNetwork(program, layout, kernels);
            network.load(lanes);
        } catch (InexactNetworkException e) {
            throw new IllegalStateException(e.reason(), e);
        }
    }

    /**
     * Takes a step.
     *
     * @throws IllegalStateException if a channel is no bit after it
     */
    public void step() {
        try {
            network.step();
        } catch (EscapeException e) {
            throw new IllegalStateException(e.reason(), e);
        }
    }

    /** A channel's value at a pixel. */
    public int value(int channel, int image, int row, int column) {
        return network.value(channel, image, row, column);
    }
}
