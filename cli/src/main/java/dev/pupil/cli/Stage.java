package dev.pupil.cli;

import dev.pupil.compiler.Compilation;
import java.util.Locale;

/** The stages of a compilation whose text can be printed. */
enum Stage {
    AST,
    PASSES,
    AUTOMATON,
    CIRCUIT,
    FILTER;

    /** The stage's text, which ends with a line end. */
    String text(Compilation compilation) {
        return switch (this) {
            case AST -> compilation.program().toString();
            case PASSES -> compilation.passes().toString();
            case AUTOMATON -> compilation.automaton().toString();
            case CIRCUIT -> compilation.circuit().toString();
            case FILTER -> compilation.filter().toString();
        };
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
