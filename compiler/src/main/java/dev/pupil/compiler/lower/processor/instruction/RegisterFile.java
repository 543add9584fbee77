package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;

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
 * @param lanes what waves take along
 */
public record RegisterFile(
        ImmutableList<Register> registers,
        Register example,
        ImmutableList<Register> vectors,
        ImmutableList<Register> matrices,
        ImmutableList<Buffer> buffers,
        ImmutableList<Register> numbers,
        ImmutableList<Register> numberVectors,
        ImmutableList<String> columnMarkers,
        ImmutableList<String> rowMarkers,
        Lanes lanes) {

    /** Whether a field with a name is in it. */
    boolean has(String field) {
        return field.equals(example.field())
                || columnMarkers.contains(field)
                || rowMarkers.contains(field)
                || buffers.stream().anyMatch(buffer -> buffer.field().equals(field))
                || lanes.has(field)
                || Stream.of(registers, vectors, matrices, numbers, numberVectors)
                        .flatMap(List::stream)
                        .anyMatch(register -> register.field().equals(field));
    }

    /**
     * A copy of a matrix's row.
     *
     * @param field the field that holds it, in row 0
     * @param matrix the matrix
     */
    public record Buffer(String field, Register matrix) {}

    /**
     * What waves take along, wherever they are in the image.
     *
     * @param given values that they start with and keep
     * @param travelling elements of vectors, which move down their columns
     * @param turned elements of vectors, each of which runs along the row with its number
     * @param carries values that run along a row; where a wave enters the row, and where there is none, they are initial
     */
    public record Lanes(
            ImmutableList<Register> given,
            ImmutableList<Travelling> travelling,
            ImmutableList<Turned> turned,
            ImmutableList<Register> carries) {
        private boolean has(String field) {
            return Stream.concat(given.stream(), carries.stream())
                            .anyMatch(lane -> lane.field().equals(field))
                    || travelling.stream().anyMatch(lane -> lane.field().equals(field))
                    || turned.stream().anyMatch(lane -> lane.field().equals(field));
        }
    }

    /**
     * Elements of a vector on their way down.
     *
     * @param field the field that holds them
     * @param vector the vector in row 0 where they start
     */
    public record Travelling(String field, Register vector) {}

    /**
     * Elements of a vector on their way from column k of row 0 to column 0 of row k, and on along that row.
     *
     * @param way the field that holds them down to column 0
     * @param field the field that holds them along the row
     * @param vector the vector in row 0 where they start
     */
    public record Turned(String way, String field, Register vector) {}
}
