package dev.pupil.runtime.bits;

import dev.pupil.runtime.bits.gate.LookupCircuit;
import dev.pupil.runtime.bits.kernel.Kernel;
import dev.pupil.runtime.bits.kernel.Kernels;
import dev.pupil.runtime.bits.kernel.Layout;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The kernels for one layout. A vector kernel is slow, thousands of times slower, until Java's optimising compiler has
 * done with it; so the portable one does the work until a helper thread has seen that the vector kernel is faster.
 * Safe for use by several threads.
 */
final class KernelSupply implements AutoCloseable {
    /** How often in a row the vector kernel has to be faster. */
    private static final int WINS = 20;

    private final Layout layout;
    private final Kernel portable;
    private final OptionalInt lanes;
    private final int scratchWords;
    private volatile Optional<Kernel> vectorised = Optional.empty();
    private volatile boolean closed;

    /** Which kernels to use. */
    enum Choice {
        /** The vector kernel, once it is fast. */
        WHEN_FAST,
        /** The vector kernel from the start, where there is one. */
        AT_ONCE,
        /** The portable kernel. */
        NEVER
    }

    /** Kernels for {@code circuit} on images of {@code layout}. */
    KernelSupply(LookupCircuit circuit, Layout layout, Choice choice) {
        this.layout = layout;
        this.portable = Kernels.portable(circuit, layout, Tiles.mostWords());
        int most = portable.scratchWords();
        OptionalInt found = choice == Choice.NEVER ? OptionalInt.empty() : Kernels.vectorLanes();
        this.lanes = found.isPresent() && found.getAsInt() <= layout.wordColumns() ? found : OptionalInt.empty();
        if (lanes.isPresent()) {
            Kernel kernel = Kernels.vectorised(circuit, layout, lanes.getAsInt(), Tiles.mostWords());
            most = Math.max(most, kernel.scratchWords());
            if (choice == Choice.AT_ONCE) {
                vectorised = Optional.of(kernel);
            } else {
                Thread.ofPlatform().daemon().name("kernel warm-up").start(() -> warmUp(kernel));
            }
        }
        this.scratchWords = most;
    }

    /** The kernel that computes single words. */
    Kernel portable() {
        return portable;
    }

    /** The kernel that computes vectors, once it is worth using. */
    Optional<Kernel> vectorised() {
        return vectorised;
    }

    /** How many words a vector has; 1 if there are no vectors. */
    int lanes() {
        return lanes.orElse(1);
    }

    /** How much scratch memory either kernel needs. */
    int scratchWords() {
        return scratchWords;
    }

    /** Uses the vector kernel on an image of its own until it is faster than the portable one. */
    private void warmUp(Kernel kernel) {
        Layout small = new Layout(
                layout.rowsPerWord(),
                layout.columns(),
                layout.planes(),
                layout.imagesPerWord(),
                layout.wordsPerPixel());
        long[] from = new long[Math.toIntExact(small.words())];
        long[] to = new long[from.length];
        long[] scratch = new long[Math.max(kernel.scratchWords(), portable.scratchWords())];
        int start = small.index(0, 0);
        long fastestPortable = Long.MAX_VALUE;
        int wins = 0;
        while (!closed && wins < WINS) {
            long before = System.nanoTime();
            kernel.run(from, to, scratch, start, 1, lanes(), -1);
            long between = System.nanoTime();
            portable.run(from, to, scratch, start, 1, lanes(), -1);
            long after = System.nanoTime();
            fastestPortable = Math.min(fastestPortable, after - between);
            wins = between - before < fastestPortable / 2 ? wins + 1 : 0;
        }
        vectorised = Optional.of(kernel);
    }

    @Override
    public void close() {
        closed = true;
    }
}
