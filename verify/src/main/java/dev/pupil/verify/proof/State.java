package dev.pupil.verify.proof;

/** What pixels hold at some time, as formulas. Rows and columns count from the pixel in the middle. */
interface State {
    /** The value of a field of the automaton; at rest outside the image. */
    Spread field(String name, int row, int column);

    /** A bit of that value's code. */
    int bit(String field, int number, int row, int column);

    /** Whether the lane holds {@code value}, one of −1, 0, 1, 2; 0 outside the image. */
    int lane(int value, int row, int column);
}
