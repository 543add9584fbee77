package dev.pupil.runtime.reference;

/** An expression, or the place of an element, made ready to be evaluated. */
@FunctionalInterface
interface Value {
    /** Its value, given the cells of the store. */
    long of(long[] cells);
}
