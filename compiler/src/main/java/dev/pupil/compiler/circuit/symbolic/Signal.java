package dev.pupil.compiler.circuit.symbolic;

/** A bit that can be seen from a pixel, at {@code row}, {@code column} relative to it. */
public sealed interface Signal {
    /** Row offset; −1 is the row above. */
    int row();

    /** Column offset; −1 is the column at the left. */
    int column();

    /** The channel called {@code name}. */
    record Channel(String name, int row, int column) implements Signal {}

    /** Whether the analog lane has reached a step. */
    record Lane(LaneStep step, int row, int column) implements Signal {}

    /** A field's bit after a step. */
    record After(Layout.Bit bit, int row, int column) implements Signal {}
}
