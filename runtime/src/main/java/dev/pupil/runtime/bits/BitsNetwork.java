package dev.pupil.runtime.bits;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import dev.pupil.runtime.bits.kernel.Kernel;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.TrainedMemory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A trained network that answers a group of queries at once, in bits. It is a machine with a state: {@link #load}
 * queries, take as many {@linkplain #step() steps} as the network has, or until nothing changes any more, and read the
 * {@link #outputs()}. Not for use by several threads; several may use the same {@link KernelSupply}.
 */
final class BitsNetwork {
    private final BitsProgram program;
    private final Layout layout;
    private final KernelSupply kernels;
    private final Tiles tiles;
    /** The index of the first word. */
    private final int origin;

    private final int rowStride;
    /** Rows of words in which all bits belong to an image, and the bits of the others, of which there is one at most. */
    private final int fullRows;

    private final long insideLast;
    private final long[] scratch;
    private long[] current;
    private long[] next;
    private int count;
    private long steps;
    private long computedWords;
    private boolean escaped;

    BitsNetwork(BitsProgram program, Layout layout, KernelSupply kernels) {
        this(program, layout, kernels, Tiles.COLUMNS);
    }

    /** One that computes tiles of so many words in a row. */
    BitsNetwork(BitsProgram program, Layout layout, KernelSupply kernels, int tileColumns) {
        this.program = program;
        this.layout = layout;
        this.kernels = kernels;
        this.tiles = new Tiles(layout, tileColumns);
        this.origin = layout.index(0, 0);
        this.rowStride = layout.rowStride();
        this.insideLast = layout.inside(layout.wordRows() - 1);
        this.fullRows = insideLast == -1 ? layout.wordRows() : layout.wordRows() - 1;
        this.scratch = new long[kernels.scratchWords()];
        this.current = new long[Math.toIntExact(layout.words())];
        this.next = new long[current.length];
    }

    /** The bytes that such a network keeps, nearly all of them for its images. */
    static double bytes(Layout layout, KernelSupply kernels) {
        return (2.0 * layout.words() + kernels.scratchWords()) * Long.BYTES;
    }

    /**
     * Puts queries into the images and forgets what was in them. Images without a query repeat the last one.
     *
     * @param memory what the network has been trained to
     * @param queries have as many features as the network was trained with
     * @param first the first query's row
     * @param count how many, from 1 to as many as there are images
     */
    void load(TrainedMemory memory, DataSet queries, int first, int count) {
        clear(count);
        new LaneLoader(layout, current).load(memory, queries, first, count);
        System.arraycopy(current, 0, next, 0, current.length);
    }

    /**
     * Puts lanes into the images and forgets what was in them.
     *
     * @param lanes from one to as many as there are images; values −1, 0, 1 and 2, [H][w]
     */
    void load(List<int[][]> lanes) {
        clear(lanes.size());
        LaneLoader loader = new LaneLoader(layout, current);
        for (int image = 0; image < layout.images(); image++) {
            loader.load(image, lanes.get(Math.min(image, lanes.size() - 1)));
        }
        System.arraycopy(current, 0, next, 0, current.length);
    }

    private void clear(int images) {
        checkArgument(images >= 1 && images <= layout.images(), "%s queries in %s images", images, layout.images());
        count = images;
        steps = 0;
        escaped = false;
        Arrays.fill(current, 0);
        tiles.markAll();
    }

    /**
     * Takes one step in every image.
     *
     * @return whether anything has changed; if not, no further step changes anything
     * @throws EscapeException if a channel is no bit after the step
     */
    boolean step() throws EscapeException {
        Optional<Kernel> vectorised = kernels.vectorised();
        boolean changed = tiles.update((row, column, rows, columns) -> vectorised.isPresent()
                ? computeVectors(vectorised.get(), row, column, rows, columns)
                : compute(kernels.portable(), row, column, rows, columns));
        if (escaped) {
            throw new EscapeFinder(program.filter(), new Images(layout, current), count).find(steps + 1);
        }
        long[] old = current;
        current = next;
        next = old;
        steps++;
        return changed;
    }

    /**
     * Computes words in whole vectors. Where they don't come out even, the last vector computes some words again, which
     * gives the same; an image is at least one vector wide.
     */
    private boolean computeVectors(Kernel kernel, int row, int column, int rows, int columns) {
        int lanes = kernels.lanes();
        int even = columns - columns % lanes;
        boolean changed = even > 0 && compute(kernel, row, column, rows, even);
        if (even < columns) {
            changed |= compute(kernel, row, column + columns - lanes, rows, lanes);
        }
        return changed;
    }

    private boolean compute(Kernel kernel, int row, int column, int rows, int columns) {
        int result = 0;
        int full = row + rows <= fullRows ? rows : rows - 1;
        if (full > 0) {
            result = kernel.run(current, next, scratch, origin + row * rowStride + column, full, columns, -1);
        }
        if (full < rows) {
            int start = origin + (row + full) * rowStride + column;
            result |= kernel.run(current, next, scratch, start, 1, columns, insideLast);
        }
        computedWords += (long) rows * columns;
        escaped |= (result & Kernel.ESCAPED) != 0;
        return (result & Kernel.CHANGED) != 0;
    }

    /** How many words have been computed since this network was made. */
    long computedWords() {
        return computedWords;
    }

    /** The value of a channel, which is a bit, or of the lane, which is channel 0, at a pixel. */
    int value(int channel, int image, int row, int column) {
        checkElementIndex(image, layout.images(), "image");
        checkElementIndex(row, layout.rows(), "row");
        checkElementIndex(column, layout.columns(), "column");
        return new Images(layout, current).value(channel, image, row, column);
    }

    /** What the head makes of the image of every query that was loaded, as it is now. */
    double[] outputs() {
        return Arrays.copyOf(new HeadSum(program.head(), layout).of(current), count);
    }
}
