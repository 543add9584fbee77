package dev.pupil.runtime.bits;

import java.util.Locale;

/** What memory there is for images. */
final class FreeMemory {
    /** Of free memory, what large arrays can be expected to fit in. */
    private static final double USABLE = 0.6;

    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;

    private FreeMemory() {}

    /**
     * How many bytes large arrays may have.
     *
     * @param wanted how many are needed: with fewer, garbage is collected first, which Java counts as used until then
     */
    static double bytes(double wanted) {
        if (bytesNow() < wanted) {
            System.gc();
        }
        return bytesNow();
    }

    private static double bytesNow() {
        Runtime runtime = Runtime.getRuntime();
        return USABLE * (runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()));
    }

    /** A number of bytes for people. */
    static String text(double bytes) {
        return bytes < GIGABYTE
                ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(bytes / MEGABYTE))
                : String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
    }
}
