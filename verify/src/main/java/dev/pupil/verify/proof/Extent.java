package dev.pupil.verify.proof;

/**
 * Within what bounds a sum is calculated, whatever the order of its summands, in integers.
 *
 * @param grain the largest power of two that divides every partial sum; 0 if there are none but 0
 * @param lowest every partial sum is at least this, at most 0
 * @param highest every partial sum is at most this, at least 0
 * @param most the whole sum is at most this
 */
record Extent(long grain, long lowest, long highest, long most) {
    /** The sum of nothing. */
    static final Extent EMPTY = new Extent(0, 0, 0, 0);

    /** With {@code factor} times something that is between {@code low} ≤ 0 and {@code high} ≥ 0. */
    Extent plus(long factor, long low, long high) {
        long one = Math.multiplyExact(factor, low);
        long other = Math.multiplyExact(factor, high);
        return new Extent(
                Long.lowestOneBit(grain | factor),
                Math.addExact(lowest, Math.min(one, other)),
                Math.addExact(highest, Math.max(one, other)),
                Math.addExact(most, Math.max(one, other)));
    }

    /** With a constant. */
    Extent plus(long constant) {
        return new Extent(
                Long.lowestOneBit(grain | constant),
                Math.addExact(lowest, Math.min(0, constant)),
                Math.addExact(highest, Math.max(0, constant)),
                Math.addExact(most, constant));
    }

    /** How large a partial sum can be. */
    long reach() {
        return Math.max(-lowest, highest);
    }
}
