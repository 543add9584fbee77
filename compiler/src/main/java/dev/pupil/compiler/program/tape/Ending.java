package dev.pupil.compiler.program.tape;

/** How a machine's walk over its tape ends. */
public enum Ending {
    /** It has not ended. */
    NONE,
    /** The machine has halted. */
    HALTED,
    /** The head has left the tape. */
    LEFT_TAPE
}
