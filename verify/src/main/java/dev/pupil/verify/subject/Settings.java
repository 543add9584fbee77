package dev.pupil.verify.subject;

import java.util.Locale;

/**
 * How thoroughly to verify.
 *
 * @param effort how many cases are tried
 * @param crossCheck whether proofs are confirmed by a second, independent method
 * @param seed of everything random
 */
public record Settings(Effort effort, boolean crossCheck, long seed) {
    /** What is done unless something else is asked for. */
    public static final Settings DEFAULT = new Settings(Effort.STANDARD, false, 1);

    /** How many cases are tried where not all can be; proofs are the same at every effort. */
    public enum Effort {
        /** Seconds. */
        QUICK,
        /** Less than a minute. */
        STANDARD,
        /** Many minutes. */
        THOROUGH;

        /** As users write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
