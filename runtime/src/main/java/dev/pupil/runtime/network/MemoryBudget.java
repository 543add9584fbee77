package dev.pupil.runtime.network;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Locale;

/** What fits in memory, asked before anything is allocated. */
public final class MemoryBudget {
    /** Java's view of native memory, a byte buffer, reaches no further. */
    private static final long LARGEST_MATRIX = Integer.MAX_VALUE;

    private MemoryBudget() {}

    /**
     * Refuses a network that is too large.
     *
     * @param filter the network
     * @param sizes d and m
     * @param valueBytes bytes of a number
     * @param widestMatrix planes of the widest matrix
     * @param allMatrices planes of all matrices together
     * @throws NetworkSizeException if it needs more memory than the heap may have, or has a matrix that no buffer holds
     */
    public static void requireFits(Filter filter, Sizes sizes, int valueBytes, long widestMatrix, long allMatrices)
            throws NetworkSizeException {
        long rows = filter.geometry().rows().at(sizes);
        long columns = filter.geometry().columns().at(sizes);
        double bytesPerPlane = (double) valueBytes * rows * columns;
        // Native memory counts like the heap's: ND4J allocates as much as the heap may have, unless told otherwise.
        if (bytesPerPlane * widestMatrix > LARGEST_MATRIX
                || bytesPerPlane * allMatrices > Runtime.getRuntime().maxMemory()) {
            throw new NetworkSizeException(String.format(
                    Locale.ROOT,
                    "images of %s×%s pixels need %.1f GB of memory as real numbers, more than there is",
                    rows,
                    columns,
                    bytesPerPlane * allMatrices / 1e9));
        }
    }
}
