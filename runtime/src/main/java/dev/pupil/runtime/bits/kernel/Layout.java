package dev.pupil.runtime.bits.kernel;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How a group of equally large images is laid out in words. A word holds one channel's bits of {@link #rowsPerWord}
 * adjacent pixels of a column, of {@link #imagesPerWord} images: bit (row · imagesPerWord + image). A pixel's neighbour
 * at the side is therefore in the same bit of another word, and its neighbour above in the same word, imagesPerWord bits
 * lower, or in the row of words above; with one row in a word, no bit is ever shifted. More images than a word holds
 * take several words at each pixel.
 *
 * <p>An array holds, row of words by row of words, one line of words for each plane. Around the image lies a border of
 * words that are always 0.
 *
 * @param rows H, pixels
 * @param columns w, pixels
 * @param planes see {@link dev.pupil.runtime.bits.rule.Planes}
 * @param imagesPerWord a power of 2, at most 64
 * @param wordsPerPixel from 1
 */
public record Layout(int rows, int columns, int planes, int imagesPerWord, int wordsPerPixel) {
    /** Lines start at multiples of so many words: a cache line's. */
    private static final int ALIGNMENT = 8;

    public Layout {
        checkArgument(rows >= 1 && columns >= 1 && planes >= 1 && wordsPerPixel >= 1, "an empty layout");
        checkArgument(Integer.bitCount(imagesPerWord) == 1 && imagesPerWord <= Long.SIZE, "images per word");
    }

    /** Adjacent rows of pixels in a word. */
    public int rowsPerWord() {
        return Long.SIZE / imagesPerWord;
    }

    /** How many images there are. */
    public int images() {
        return imagesPerWord * wordsPerPixel;
    }

    /** Rows of words. */
    public int wordRows() {
        return Math.ceilDiv(rows, rowsPerWord());
    }

    /** Words of a plane in a row of words, without the border. */
    public int wordColumns() {
        return Math.multiplyExact(columns, wordsPerPixel);
    }

    /** Words before a line's first one: the border of zeros at the left, and more for alignment. */
    private int margin() {
        return Math.ceilDiv(wordsPerPixel, ALIGNMENT) * ALIGNMENT;
    }

    /** Words from a plane to the next one. */
    public int planeStride() {
        return Math.ceilDiv(wordColumns() + wordsPerPixel, ALIGNMENT) * ALIGNMENT + margin();
    }

    /** Words from a row of words to the next one. */
    public int rowStride() {
        return Math.multiplyExact(planes, planeStride());
    }

    /** The length of an array, border included. */
    public long words() {
        return (wordRows() + 2L) * planes * planeStride();
    }

    /** Where plane 0's word in a row and column of words is. */
    public int index(int wordRow, int wordColumn) {
        return (wordRow + 1) * rowStride() + margin() + wordColumn;
    }

    /** Where the word is that holds a pixel of an image. */
    public int index(int plane, int row, int column, int image) {
        return index(row / rowsPerWord(), column * wordsPerPixel + image / imagesPerWord) + plane * planeStride();
    }

    /** Which bit of that word it is. */
    public int bit(int row, int image) {
        return row % rowsPerWord() * imagesPerWord + image % imagesPerWord;
    }

    /** The bits that lie inside the image, in words of a row of words. */
    public long inside(int wordRow) {
        int inside = Math.min(rowsPerWord(), rows - wordRow * rowsPerWord()) * imagesPerWord;
        return -1L >>> (Long.SIZE - inside);
    }
}
