package dev.pupil.compiler.circuit.symbolic;

/** The analog lane's values −1, 0, 1, 2, told apart by which steps away from 0 have been taken. */
public enum LaneStep {
    /** The lane is at most −1. */
    NEGATIVE,
    /** The lane is at least 1. */
    POSITIVE,
    /** The lane is at least 2, which marks workspace. */
    WORKSPACE;

    /** Whether the step is taken at {@code value}. */
    public boolean taken(int value) {
        return switch (this) {
            case NEGATIVE -> value <= -1;
            case POSITIVE -> value >= 1;
            case WORKSPACE -> value >= 2;
        };
    }
}
