package dev.pupil.runtime.network;

import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.data.DataSet;

/** The channels of the network on ND4J, for tests of other engines. */
public final class Nd4jChannels {
    private final Nd4jNetwork network;
    private final int pixels;

    /** The network at its start, with all queries. */
    public Nd4jChannels(WeightFile trained, DataSet queries) throws NetworkSizeException {
        this.network = new Nd4jNetwork(trained, queries.size());
        this.pixels = (int) (trained.filter().geometry().rows().at(trained.sizes())
                * trained.filter().geometry().columns().at(trained.sizes()));
        network.load(queries, 0, queries.size());
    }

    /** Takes a step. */
    public void step() {
        network.step();
    }

    /** L. */
    public long steps() {
        return network.steps();
    }

    /** What the head makes of each query's image. */
    public double[] outputs() {
        return network.outputs();
    }

    /** The values of a channel: [query][row · w + column], and 0 for −0. */
    public double[][] values(int channel) {
        double[] all = network.state().getColumn(channel).toDoubleVector();
        double[][] values = new double[all.length / pixels][pixels];
        for (int i = 0; i < all.length; i++) {
            values[i / pixels][i % pixels] = all[i] + 0.0;
        }
        return values;
    }
}
