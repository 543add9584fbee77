package dev.pupil.runtime.bits;

import dev.pupil.runtime.bits.gate.LookupCircuit;
import dev.pupil.runtime.bits.kernel.Kernel;
import dev.pupil.runtime.bits.kernel.Kernels;
import dev.pupil.runtime.bits.kernel.Layout;
import java.time.Duration;
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

    /** Java compiles kernels within seconds; a vector kernel that is slow for so long stays slow on this machine. */
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(1);

    private final Kernel portable;
    private final OptionalInt lanes;
    private final int scratchWords;
    private volatile Optional<Kernel> vectorised = Optional.empty();
    private volatile boolean settled = true;
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
        this.portable = Kernels.portable(circuit, layout, Tiles.mostWords());
        OptionalInt found = choice == Choice.NEVER ? OptionalInt.empty() : Kernels.vectorLanes();
        this.lanes = found.isPresent() && found.getAsInt() <= layout.wordColumns() ? found : OptionalInt.empty();
        if (lanes.isPresent()) {
            Kernel kernel = Kernels.vectorised(circuit, layout, lanes.getAsInt(), Tiles.mostWords());
            this.scratchWords = Math.max(portable.scratchWords(), kernel.scratchWords());
            if (choice == Choice.AT_ONCE) {
                vectorised = Optional.of(kernel);
            } else {
                settled = false;
                startWarmUp(kernel, layout);
            }
        } else {
            this.scratchWords = portable.scratchWords();
        }
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

    /** Whether {@link #vectorised} will not change any more. */
    boolean isSettled() {
        return settled;
    }

    /**
     * Starts to use the vector kernel on an image of its own, one row of words high. The image is made here, so that
     * whoever asks for free memory afterwards finds it taken.
     */
    private void startWarmUp(Kernel kernel, Layout layout) {
        Layout small = new Layout(
                layout.rowsPerWord(),
                layout.columns(),
                layout.planes(),
                layout.imagesPerWord(),
                layout.wordsPerPixel());
        long[] image = new long[Math.toIntExact(small.words())];
        long[] scratch = new long[scratchWords];
        int start = small.index(0, 0);
        Thread.ofPlatform().daemon().name("kernel warm-up").start(() -> warmUp(kernel, image, scratch, start));
    }

    /** Uses the vector kernel until it is faster than the portable one, or is not going to be. */
    private void warmUp(Kernel kernel, long[] image, long[] scratch, int start) {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        long fastestPortable = Long.MAX_VALUE;
        int wins = 0;
        long after = System.nanoTime();
        while (!closed && wins < WINS && after - end < 0) {
            long before = System.nanoTime();
            // What comes out does not matter, so one image is enough.
            kernel.run(image, image, scratch, start, 1, lanes(), -1);
            long between = System.nanoTime();
            portable.run(image, image, scratch, start, 1, lanes(), -1);
            after = System.nanoTime();
            fastestPortable = Math.min(fastestPortable, after - between);
            wins = between - before < fastestPortable / 2 ? wins + 1 : 0;
        }
        if (wins == WINS) {
            vectorised = Optional.of(kernel);
        }
        settled = true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
