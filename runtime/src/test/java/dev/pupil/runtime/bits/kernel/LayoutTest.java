package dev.pupil.runtime.bits.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64})
    void everyBitHasAPlaceOfItsOwnInsideTheArray(int imagesPerWord) {
        for (int wordsPerPixel : new int[] {1, 2, 3, 8, 9}) {
            for (int rows : new int[] {1, 2, 7, 64, 65}) {
                assertOneToOne(new Layout(rows, 3, 3, imagesPerWord, wordsPerPixel));
            }
        }
    }

    private static void assertOneToOne(Layout layout) {
        Set<Long> places = new HashSet<>();
        for (int plane = 0; plane < layout.planes(); plane++) {
            for (int image = 0; image < layout.images(); image++) {
                for (int row = 0; row < layout.rows(); row++) {
                    for (int column = 0; column < layout.columns(); column++) {
                        int index = layout.index(plane, row, column, image);
                        int bit = layout.bit(row, image);
                        assertThat(index).isBetween(0, (int) layout.words() - 1);
                        assertThat(layout.inside(row / layout.rowsPerWord()) >>> bit & 1)
                                .isEqualTo(1);
                        places.add((long) index * Long.SIZE + bit);
                    }
                }
            }
        }
        assertThat(places)
                .as("places in %s", layout)
                .hasSize(layout.planes() * layout.images() * layout.rows() * layout.columns());
    }

    /** A pixel's neighbour outside the image is in a word that belongs to no pixel, and inside the array. */
    @ParameterizedTest
    @CsvSource({"1,1,1,1", "64,5,1,1", "3,8,64,8", "65,16,2,3", "9,7,16,9"})
    void theBorderTouchesNoOtherLine(int rows, int columns, int imagesPerWord, int wordsPerPixel) {
        Layout layout = new Layout(rows, columns, 4, imagesPerWord, wordsPerPixel);
        Set<Integer> used = new HashSet<>();
        for (int plane = 0; plane < layout.planes(); plane++) {
            for (int row = 0; row < layout.wordRows(); row++) {
                for (int column = 0; column < layout.wordColumns(); column++) {
                    used.add(layout.index(row, column) + plane * layout.planeStride());
                }
            }
        }
        for (int plane = 0; plane < layout.planes(); plane++) {
            for (int row = -1; row <= layout.wordRows(); row++) {
                for (int column = -wordsPerPixel; column < layout.wordColumns() + wordsPerPixel; column++) {
                    boolean inside =
                            row >= 0 && row < layout.wordRows() && column >= 0 && column < layout.wordColumns();
                    int index = layout.index(row, column) + plane * layout.planeStride();
                    assertThat(index).isBetween(0, (int) layout.words() - 1);
                    assertThat(used.contains(index))
                            .as("row %s, column %s", row, column)
                            .isEqualTo(inside);
                }
            }
        }
    }

    @Test
    void emptyImagesAndWordsThatImagesDoNotFillAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Layout(0, 1, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Layout(1, 1, 1, 3, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Layout(1, 1, 1, 128, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Layout(1, 1, 1, 0, 1));
    }
}
