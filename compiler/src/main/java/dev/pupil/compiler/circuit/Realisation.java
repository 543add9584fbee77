package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.circuit.logic.Combination;

/**
 * A next value as a sum of units.
 *
 * @param plain what does not read the analog lane
 * @param steps steps of the lane with their coefficients
 */
record Realisation(Combination plain, ImmutableSortedMap<GatedStep, Integer> steps) {}
