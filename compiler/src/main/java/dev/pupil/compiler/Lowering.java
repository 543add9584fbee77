package dev.pupil.compiler;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.Program;

/**
 * A program as far as its depth and image size are known, which takes no logic minimisation.
 *
 * @param program stage 1, the typed program
 * @param way stage 2, as waves or as a sequence
 * @param automaton stage 3, whose invariants are candidates that have yet to be proved
 */
public record Lowering(Program program, Way way, Automaton automaton) {}
