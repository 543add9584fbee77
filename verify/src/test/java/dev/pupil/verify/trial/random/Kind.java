package dev.pupil.verify.trial.random;

import java.util.List;

/** A type of the generated programs. */
sealed interface Kind {
    /** As written in a declaration. */
    String text();

    /** {@code bit}. */
    record Bit() implements Kind {
        @Override
        public String text() {
            return "bit";
        }
    }

    /** {@code int low..high}. */
    record Small(int low, int high) implements Kind {
        @Override
        public String text() {
            return "int " + low + ".." + high;
        }
    }

    /** A named enumeration. */
    record Enumeration(String text, List<String> constants) implements Kind {}
}
