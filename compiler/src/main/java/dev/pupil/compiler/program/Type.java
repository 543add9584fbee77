package dev.pupil.compiler.program;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.Polynomial;

/** The type of a value. Every value is an integer; its type says which integers it may be and how it is written. */
public sealed interface Type {

    /** {@code bit}: 0 or 1, also the type of conditions. */
    record Bit() implements Type {}

    /**
     * {@code int low..high}: a small integer, both bounds included.
     *
     * @param low smallest value
     * @param high largest value, at least {@code low}
     */
    record Ranged(int low, int high) implements Type {
        public Ranged {
            checkArgument(low <= high, "empty range %s..%s", low, high);
        }
    }

    /**
     * {@code enum { a, b, c }}: the value of a constant is its position, the first one's is 0.
     *
     * @param constants the constants' names, at least one, all different
     */
    record Enumeration(ImmutableList<String> constants) implements Type {
        public Enumeration {
            checkArgument(!constants.isEmpty(), "an enumeration has a constant");
        }
    }

    /**
     * {@code int} without bounds, or {@code int 0..m} whose bounds depend on the sizes: a wide integer. The checker has
     * proved that it stays within the given polynomials in the sizes.
     *
     * @param smallest smallest value
     * @param largest largest value
     */
    record Wide(Polynomial smallest, Polynomial largest) implements Type {}

    /** The one {@link Bit}. */
    Type BIT = new Bit();

    /** Whether the values are among finitely many that are known when the program is compiled. */
    default boolean isFinite() {
        return !(this instanceof Wide);
    }

    /** Smallest value of a finite type. */
    default int low() {
        return switch (this) {
            case Bit bit -> 0;
            case Enumeration enumeration -> 0;
            case Ranged ranged -> ranged.low();
            case Wide wide -> throw new IllegalStateException("a wide integer has no constant range");
        };
    }

    /** Largest value of a finite type. */
    default int high() {
        return switch (this) {
            case Bit bit -> 1;
            case Enumeration enumeration -> enumeration.constants().size() - 1;
            case Ranged ranged -> ranged.high();
            case Wide wide -> throw new IllegalStateException("a wide integer has no constant range");
        };
    }
}
