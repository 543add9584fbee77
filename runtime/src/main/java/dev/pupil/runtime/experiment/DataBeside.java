package dev.pupil.runtime.experiment;

import java.nio.file.Path;

/**
 * The data files that belong to a program: beside {@code NAME.pupil} lie {@code NAME-train.csv} and
 * {@code NAME-test.csv}.
 *
 * @param training where its training data is
 * @param queries where its queries are
 */
public record DataBeside(Path training, Path queries) {
    private static final String EXTENSION = ".pupil";

    /** The data files that belong to {@code program}, whether they exist or not. */
    public static DataBeside of(Path program) {
        Path fileName = program.getFileName();
        String file = fileName == null ? "" : fileName.toString();
        String name = file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : file;
        return new DataBeside(program.resolveSibling(name + "-train.csv"), program.resolveSibling(name + "-test.csv"));
    }
}
