package dev.pupil.runtime.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads an npz archive: features {@code X}, one row a row, and labels {@code y}, one a row. */
final class NpzArchive {
    private static final String FEATURES = "X";
    private static final String LABELS = "y";
    private static final String EXTENSION = ".npy";
    /** Deflate can't compress by more than this (RFC 1951: 258 bytes in two bits), so a larger claim is a lie. */
    private static final long LARGEST_RATIO = 1032;
    /** More than this in one array is no data set that could be learned, but may well be a decompression bomb. */
    private static final long LARGEST_ARRAY = 1L << 30;

    private final String file;
    private final ZipFile archive;

    private NpzArchive(String file, ZipFile archive) {
        this.file = file;
        this.archive = archive;
    }

    /** Reads a file. */
    static Reading read(Path file, Expected expected) throws DataException, IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            return new NpzArchive(file.toString(), archive).reading(expected);
        } catch (ZipException e) {
            throw new DataException(file.toString(), "not a readable npz archive: " + e.getMessage());
        }
    }

    private Reading reading(Expected expected) throws DataException, IOException {
        NpyBits features = array(FEATURES)
                .orElseThrow(() -> new DataException(file, "has no array X; its arrays are: " + arrays()));
        Optional<NpyBits> labels = array(LABELS);
        if (labels.isEmpty() && expected instanceof Expected.Training) {
            throw new DataException(file, "has no array y with the labels; its arrays are: " + arrays());
        }
        checkFeatures(features, expected);
        if (labels.isPresent()) {
            checkLabels(features, labels.get());
        }
        DataSet data = DataSet.of(features.columns(), features.rows(), labels.map(NpzArchive::column));
        return new Reading(data, summary(data, features, labels));
    }

    private void checkFeatures(NpyBits features, Expected expected) throws DataException {
        if (expected instanceof Expected.Queries queries && features.columns() != queries.features()) {
            throw new DataException(
                    file,
                    "X has %s, but the learner was trained with %s"
                            .formatted(
                                    Expected.count(features.columns(), "column"),
                                    Expected.count(queries.features(), "feature")));
        }
    }

    private void checkLabels(NpyBits features, NpyBits labels) throws DataException {
        if (labels.columns() != 1) {
            throw new DataException(file, "y has " + labels.columns() + " columns, not one");
        }
        if (labels.rows().size() != features.rows().size()) {
            throw new DataException(
                    file,
                    "X has %s rows, but y has %s"
                            .formatted(features.rows().size(), labels.rows().size()));
        }
    }

    private static String summary(DataSet data, NpyBits features, Optional<NpyBits> labels) {
        return "%s, %s, X %s, values %s, %s"
                .formatted(
                        Expected.count(data.size(), "row"),
                        Expected.count(data.features(), "feature"),
                        features.type(),
                        features.scale(),
                        labels.map(y -> "labels y %s, values %s".formatted(y.type(), y.scale()))
                                .orElse("no labels"));
    }

    private static BitSet column(NpyBits table) {
        List<BitSet> rows = table.rows();
        BitSet column = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            column.set(row, rows.get(row).get(0));
        }
        return column;
    }

    private Optional<NpyBits> array(String name) throws DataException, IOException {
        ZipEntry entry = archive.getEntry(name + EXTENSION);
        if (entry == null) {
            return Optional.empty();
        }
        NpyBits.Name array = new NpyBits.Name(file, name);
        long size = entry.getSize();
        if (size < 0 || size / LARGEST_RATIO > entry.getCompressedSize()) {
            throw new DataException(
                    array.place(),
                    "claims to be %s bytes, compressed to %s".formatted(size, entry.getCompressedSize()));
        }
        if (size > LARGEST_ARRAY) {
            throw new DataException(
                    array.place(), "is " + size + " bytes, more than the " + LARGEST_ARRAY + " that are read");
        }
        try (CheckedInputStream bytes =
                new CheckedInputStream(new BufferedInputStream(archive.getInputStream(entry)), new CRC32())) {
            NpyBits bits = NpyBits.read(array, bytes, size);
            if (bytes.getChecksum().getValue() != entry.getCrc()) {
                throw new DataException(array.place(), "is damaged: its checksum is wrong");
            }
            return Optional.of(bits);
        } catch (ZipException e) {
            throw new DataException(array.place(), "is damaged: " + e.getMessage());
        }
    }

    private String arrays() {
        return archive.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(EXTENSION))
                .map(name -> CellText.excerpt(name.substring(0, name.length() - EXTENSION.length())))
                .limit(10)
                .reduce((left, right) -> left + ", " + right)
                .orElse("none");
    }
}
