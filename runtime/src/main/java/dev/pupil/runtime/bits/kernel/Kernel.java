package dev.pupil.runtime.bits.kernel;

/** A step's machine code for images of one layout. */
public interface Kernel {
    /** In {@link #run}'s result: some bit has changed. */
    int CHANGED = 1;

    /** In {@link #run}'s result: some channel's next value is no bit. */
    int ESCAPED = 2;

    /**
     * Computes one step in a rectangle of words, for all planes but the lane's.
     *
     * @param from the images before the step
     * @param to the images after it
     * @param scratch room for values in between, {@link #scratchWords} long
     * @param start the index of the rectangle's first word in plane 0
     * @param rows how many rows of words
     * @param words how many words in each row, a multiple of what the kernel computes at once
     * @param inside the bits of each word that belong to an image: others become 0
     * @return {@link #CHANGED} and {@link #ESCAPED}, as they apply
     */
    int run(long[] from, long[] to, long[] scratch, int start, int rows, int words, long inside);

    /** How many words of scratch memory are needed. */
    int scratchWords();
}
