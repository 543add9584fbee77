/**
 * Execution of compiled networks: {@linkplain dev.pupil.runtime.data data sets}, {@linkplain dev.pupil.runtime.training
 * training} of the memory layer, {@linkplain dev.pupil.runtime.engine engines} that predict, {@linkplain
 * dev.pupil.runtime.export export} to other programs.
 */
@NullMarked
package dev.pupil.runtime;

import org.jspecify.annotations.NullMarked;
