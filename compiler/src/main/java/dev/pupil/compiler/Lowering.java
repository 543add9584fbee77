package dev.pupil.compiler;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.Definition;

/**
 * A program as far as its depth and image size are known, which takes no logic minimisation.
 *
 * @param program stage 1, the typed program, or the machine
 * @param way stage 2, as waves, as a sequence or as a walk
 * @param automaton stage 3, whose invariants are candidates that have yet to be proved
 */
public record Lowering(Definition program, Way way, Automaton automaton) {}
