package dev.pupil.verify.report;

/** What is to be established about a weight file. */
public enum Obligation {
    /** Shapes, dtype, metadata, and source hash agree. */
    FILE("V1", "the file agrees with itself and with its program"),
    /** The step's weights compute the automaton's rule in every neighbourhood that satisfies the invariants. */
    STEP("V2", "the weights compute the automaton's rules"),
    /** No sum is rounded, in any of the usual number formats. */
    ARITHMETIC("V3", "the arithmetic is exact"),
    /** No gradient passes the discrete part; the lane's slope is 1. */
    GRADIENT("V4", "the gradient is the selected row's"),
    /** After L(m, d) steps the answer is there, and stays; fewer would not do. */
    DEPTH("V5", "the answer is out after L steps, and stays"),
    /** The automaton predicts what the source means. */
    MEANING("V6", "the automaton predicts what the program means"),
    /** SGD leads to the closed form and leaves the filter alone. */
    TRAINING("V7", "SGD writes the examples into memory"),
    /** All engines predict the same. */
    ENGINES("V8", "all engines agree"),
    /** Every changed weight is noticed, or proved harmless. */
    TEETH("V9", "changed files are refuted");

    private final String code;
    private final String title;

    Obligation(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** V1 to V9. */
    public String code() {
        return code;
    }

    /** What is to be established, in a few words. */
    public String title() {
        return title;
    }
}
