package dev.pupil.runtime.data;

/**
 * A data set and how it was read.
 *
 * @param data the rows
 * @param summary for people, such as {@code 232 rows, 16 features, header, values 0/1, label democrat}
 */
public record Reading(DataSet data, String summary) {}
