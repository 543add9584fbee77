package dev.pupil.compiler.program;

import dev.pupil.grammar.source.Source;

/** What a checked file defines: a learner that is written as a program, or a machine, which may be a learner too. */
public sealed interface Definition permits Program, Machine {
    /** Its name. */
    String name();

    /** The text of its documentation comment, empty if it has none. */
    String documentation();

    /** The text it was checked from. */
    Source source();
}
