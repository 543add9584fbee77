package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;

/**
 * What a wave does at every pixel it comes by. All terms read fields by their names: lanes have the values with which the
 * wave comes, matrices' elements are those of the pixel, and places have the names of {@link
 * dev.pupil.compiler.lower.sweep.Place}. All changes happen at once.
 *
 * @param cells new values of matrices' elements that change
 * @param lanes new values of lanes: what goes on down, and what goes on to the right
 */
public record WaveBody(ImmutableMap<String, Term> cells, ImmutableMap<String, Term> lanes) {}
