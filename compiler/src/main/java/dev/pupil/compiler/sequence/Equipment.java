package dev.pupil.compiler.sequence;

import com.google.common.collect.ImmutableList;

/**
 * The fields that a schedule works with.
 *
 * @param registers finite scalars, which the head carries along row 0
 * @param example the example's bits in row 0
 * @param vectors finite vectors, element j in column j of row 0
 * @param matrices finite matrices, element (i, j) in row i, column j
 * @param buffers rows of matrices, copied to row 0
 * @param numbers wide integers, bit b in row b of column 0, the last row's bit repeated for ever
 * @param numberVectors vectors of wide integers, bit b of element j in row b of column j
 * @param columnMarkers names of fields that mark one column of row 0
 * @param rowMarkers names of fields that mark one row of column 0
 */
public record Equipment(
        ImmutableList<Storage> registers,
        Storage example,
        ImmutableList<Storage> vectors,
        ImmutableList<Storage> matrices,
        ImmutableList<Buffer> buffers,
        ImmutableList<Storage> numbers,
        ImmutableList<Storage> numberVectors,
        ImmutableList<String> columnMarkers,
        ImmutableList<String> rowMarkers) {

    /**
     * A copy of a matrix's row.
     *
     * @param field the field that holds it, in row 0
     * @param matrix the matrix
     */
    public record Buffer(String field, Storage matrix) {}
}
