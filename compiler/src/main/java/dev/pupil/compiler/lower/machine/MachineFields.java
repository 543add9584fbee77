package dev.pupil.compiler.lower.machine;

import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.program.Move;
import java.util.Locale;
import java.util.Optional;

/** The names of the fields that machines have, and how their values are read. */
public final class MachineFields {
    /** The symbol in the pixel's cell, or {@link TapeSymbols#mark}. */
    public static final String CELL = "cell";

    /** The machine's state where the head is, a value of {@link HeadStates}. */
    public static final String STATE = "state";

    /** Where the head is about to go from here: its next state, a value of {@link HeadStates}. */
    static final String TAKEN = "taken";

    /** The head is at the right. */
    static final String BEHIND = "behind";

    /** In the image since at least one step. */
    static final String SETTLED = "settled";

    static final Origin ORIGIN = new Origin("machine", Optional.empty());

    private MachineFields() {}

    /** The head is about to go there. */
    static String going(Move move) {
        return "go." + move.name().toLowerCase(Locale.ROOT);
    }
}
