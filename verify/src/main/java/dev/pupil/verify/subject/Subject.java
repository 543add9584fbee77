package dev.pupil.verify.subject;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;

/**
 * A weight file as it was read from its bytes, and the program in it, lowered afresh: nothing that the compiler knew when
 * it wrote the file is used.
 *
 * @param file the file's contents
 * @param lowering the program that the file names, down to the automaton; its invariants are mere claims
 */
public record Subject(WeightFile file, Lowering lowering) {
    /**
     * Lowers the file's program.
     *
     * @throws DiagnosticException if it can't be lowered
     */
    public static Subject of(WeightFile file) throws DiagnosticException {
        return new Subject(file, Compiler.lower(Compiler.definition(file.source())));
    }

    /** Whether it is a machine, whose steps depend on its tape. */
    public boolean isMachine() {
        return lowering.program() instanceof Machine;
    }

    /** What the program says each pixel does. */
    public Automaton automaton() {
        return lowering.automaton();
    }
}
