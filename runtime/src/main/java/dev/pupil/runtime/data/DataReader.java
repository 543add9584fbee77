package dev.pupil.runtime.data;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads data files. The extension says the format: {@code .npy} and {@code .npz} are NumPy's, everything else is CSV
 * (see {@link CsvTable}).
 */
public final class DataReader {
    private DataReader() {}

    /**
     * Reads training data: the last column of a table is the label; an npz archive has features {@code X} and labels
     * {@code y}.
     *
     * @throws DataException if the file can't be read, or holds anything but such data
     */
    public static Reading training(Path file) throws DataException {
        return read(file, new Expected.Training());
    }

    /**
     * Reads queries: a table of d columns has no labels, one of d + 1 columns has them last; an npz archive has
     * {@code X} and may have {@code y}.
     *
     * @param features d, at least 1
     * @throws DataException if the file can't be read, or holds anything but such data
     */
    public static Reading queries(Path file, int features) throws DataException {
        checkArgument(features >= 1, "at least one feature");
        return read(file, new Expected.Queries(features));
    }

    private static Reading read(Path file, Expected expected) throws DataException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new DataException(name, "is a directory, not a data file");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            if (lower.endsWith(".npz")) {
                return NpzArchive.read(file, expected);
            }
            return lower.endsWith(".npy") ? NpyTable.read(file, expected) : CsvTable.read(file, expected);
        } catch (NoSuchFileException e) {
            throw new DataException(name, "no such file");
        } catch (AccessDeniedException e) {
            throw new DataException(name, "permission denied");
        } catch (IOException e) {
            throw new DataException(name, "can't be read: " + e.getMessage());
        }
    }
}
