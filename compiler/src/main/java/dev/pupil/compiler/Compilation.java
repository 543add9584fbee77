package dev.pupil.compiler;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.weights.WeightFile;

/**
 * A program in all its representations, in the order in which each was made from the one before.
 *
 * @param program stage 1, the typed program, or the machine
 * @param way stage 2, as waves, as a sequence or as a walk
 * @param automaton stage 3, with proved invariants only
 * @param circuit stage 4, thresholds of bits
 * @param filter stage 5, the network's constant part
 * @param weights stage 6, what is saved
 */
public record Compilation(
        Definition program, Way way, Automaton automaton, Circuit circuit, Filter filter, WeightFile weights) {}
