package dev.pupil.runtime.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.pupil.runtime.data.Expected.Columns;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads CSV (RFC 4180, UTF-8 with or without a byte order mark, lines ended in any usual way, empty lines at the end
 * ignored). The first row is a header if all its cells are names (neither numbers nor usual signs for a missing value), or
 * if some are and no two cells are the same. All other cells are −1, 0 or 1, written in any decimal notation. The column in messages counts cells, from 1.
 */
final class CsvTable {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String file;
    private final Expected expected;
    private final BitScale scale = new BitScale();
    private final List<BitSet> rows = new ArrayList<>();
    private final BitSet labels = new BitSet();
    private Optional<CsvRow> first = Optional.empty();
    private Optional<ImmutableList<String>> header = Optional.empty();
    private Columns columns = new Columns(0, false);
    private OptionalLong emptyLine = OptionalLong.empty();

    private CsvTable(String file, Expected expected) {
        this.file = file;
        this.expected = expected;
    }

    /** Reads a file. */
    static Reading read(Path file, Expected expected) throws DataException, IOException {
        CsvTable table = new CsvTable(file.toString(), expected);
        CsvRow.Assembler assembler = new CsvRow.Assembler();
        // Read as ISO 8859-1, in which no byte is wrong: names and wrong values are decoded later, where their place
        // is known. All characters that have a meaning in CSV are the same in both.
        try (InputStream bytes = withoutByteOrderMark(new BufferedInputStream(Files.newInputStream(file)));
                CsvReader<CsvRow> records = CsvReader.builder()
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(assembler, bytes, ISO_8859_1)) {
            Iterator<CsvRow> iterator = records.iterator();
            while (iterator.hasNext()) {
                table.add(iterator.next());
            }
        } catch (CsvParseException e) {
            throw new DataException(
                    place(table.file, assembler.line(), assembler.cell()),
                    "a quoted cell is never closed, or goes on after its closing quote");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return table.reading();
    }

    private static InputStream withoutByteOrderMark(InputStream bytes) throws IOException {
        bytes.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            bytes.reset();
        }
        return bytes;
    }

    private static String place(String file, long line, long cell) {
        return file + ":" + line + ":" + cell;
    }

    private void add(CsvRow row) throws DataException {
        if (row.isEmpty()) {
            emptyLine = emptyLine.isPresent() ? emptyLine : OptionalLong.of(row.line());
        } else if (emptyLine.isPresent()) {
            throw new DataException(place(file, emptyLine.getAsLong(), 1), "the line is empty");
        } else if (first.isEmpty()) {
            first = Optional.of(row);
            columns = expected.columns(file + ":" + row.line(), row.cells().size());
            if (isHeader(row)) {
                header = Optional.of(decodedHeader(row));
            } else {
                addBits(row);
            }
        } else {
            checkWidth(row, first.get());
            addBits(row);
        }
    }

    /** A row of names; numbers may be names too, but not the same twice, as a row of values has them. */
    private static boolean isHeader(CsvRow row) {
        boolean isDistinct =
                row.cells().stream().distinct().count() == row.cells().size();
        return row.cells().stream().allMatch(CellText::isName)
                || (isDistinct && row.cells().stream().anyMatch(CellText::isName));
    }

    private ImmutableList<String> decodedHeader(CsvRow row) throws DataException {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (int cell = 0; cell < row.cells().size(); cell++) {
            names.add(decoded(row, cell));
        }
        return names.build();
    }

    private String decoded(CsvRow row, int cell) throws DataException {
        Optional<String> text = CellText.decoded(row.cells().get(cell));
        if (text.isEmpty()) {
            throw new DataException(place(file, row.line(), cell + 1L), "is not UTF-8 text");
        }
        return text.get();
    }

    private void checkWidth(CsvRow row, CsvRow first) throws DataException {
        int width = row.cells().size();
        int needed = first.cells().size();
        if (width != needed) {
            throw new DataException(
                    place(file, row.line(), Math.min(width, needed) + 1L),
                    "%s, but line %s has %s".formatted(Expected.count(width, "cell"), first.line(), needed));
        }
    }

    private void addBits(CsvRow row) throws DataException {
        BitSet features = new BitSet(columns.features());
        for (int cell = 0; cell < columns.features(); cell++) {
            features.set(cell, bit(row, cell));
        }
        if (columns.labelled()) {
            labels.set(rows.size(), bit(row, columns.features()));
        }
        rows.add(features);
    }

    private boolean bit(CsvRow row, int cell) throws DataException {
        OptionalInt value = CellText.value(row.cells().get(cell));
        if (value.isEmpty()) {
            String text = decoded(row, cell);
            throw new DataException(
                    place(file, row.line(), cell + 1L),
                    (text.isBlank() ? "the cell is empty" : "\"" + CellText.excerpt(text) + "\"")
                            + ", not 0 or 1 (or -1 or +1)");
        }
        return scale.bit(value.getAsInt(), new CellPlace(file, row.line(), cell + 1));
    }

    private record CellPlace(String file, long line, int cell) implements BitScale.Place {
        @Override
        public String full() {
            return place(file, line, cell);
        }

        @Override
        public String inside() {
            return "line " + line + ", cell " + cell;
        }
    }

    private Reading reading() throws DataException {
        if (rows.isEmpty()) {
            throw new DataException(file, header.isPresent() ? "no row follows the header" : "the file is empty");
        }
        DataSet data =
                DataSet.of(columns.features(), rows, columns.labelled() ? Optional.of(labels) : Optional.empty());
        String label = header.map(names -> CellText.excerpt(names.getLast())).orElse("in the last column");
        return new Reading(
                data,
                "%s, %s, %s, values %s, %s"
                        .formatted(
                                Expected.count(data.size(), "row"),
                                Expected.count(data.features(), "feature"),
                                header.isPresent() ? "header" : "no header",
                                scale,
                                columns.labelled() ? "label " + label : "no labels"));
    }
}
