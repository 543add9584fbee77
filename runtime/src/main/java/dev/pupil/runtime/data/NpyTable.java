package dev.pupil.runtime.data;

import dev.pupil.runtime.data.Expected.Columns;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;

/** Reads an npy file that holds one table of rows, label last. */
final class NpyTable {
    private NpyTable() {}

    /** Reads a file. */
    static Reading read(Path file, Expected expected) throws DataException, IOException {
        NpyBits table;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            table = NpyBits.read(new NpyBits.Name(file.toString(), "array"), bytes, Files.size(file));
        }
        Columns columns = expected.columns(file.toString(), table.columns());
        BitSet labels = new BitSet();
        if (columns.labelled()) {
            for (int row = 0; row < table.rows().size(); row++) {
                BitSet bits = table.rows().get(row);
                labels.set(row, bits.get(columns.features()));
                bits.clear(columns.features());
            }
        }
        DataSet data = DataSet.of(
                columns.features(), table.rows(), columns.labelled() ? Optional.of(labels) : Optional.empty());
        return new Reading(
                data,
                "%s, %s, %s, values %s, %s"
                        .formatted(
                                Expected.count(data.size(), "row"),
                                Expected.count(data.features(), "feature"),
                                table.type(),
                                table.scale(),
                                columns.labelled() ? "label in the last column" : "no labels"));
    }
}
