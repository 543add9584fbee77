/**
 * Data sets: binary features and labels, read from CSV, npy and npz. Nothing is guessed silently: how values were read
 * is part of what a reader returns, and a wrong value is refused with file, line and column.
 */
@NullMarked
package dev.pupil.runtime.data;

import org.jspecify.annotations.NullMarked;
