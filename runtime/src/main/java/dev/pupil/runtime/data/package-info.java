/**
 * Data sets: binary features and labels.
 *
 * <p>What comes in: CSV, npy and npz files. What goes out: a {@link dev.pupil.runtime.data.DataSet} together with a
 * sentence that says how the file was read, because nothing is guessed silently. A file that holds anything but what it
 * should is refused with a {@link dev.pupil.runtime.data.DataException} that names the place.
 *
 * <p>{@link dev.pupil.runtime.data.DataReader} is where to start; memory use is bounded by what a file really holds,
 * never by what it claims.
 */
@NullMarked
package dev.pupil.runtime.data;

import org.jspecify.annotations.NullMarked;
