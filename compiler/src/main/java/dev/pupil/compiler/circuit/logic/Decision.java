package dev.pupil.compiler.circuit.logic;

/**
 * A Boolean function as a node of a reduced ordered decision diagram (Bryant, "Graph-Based Algorithms for Boolean
 * Function Manipulation", 1986). Nodes are made by {@link Decisions} alone, one for each function, so that equal
 * functions of one {@link Decisions} are the same object.
 */
public final class Decision {
    /** What {@link #variable} is for the two constants: beyond all variables. */
    static final int CONSTANT = Integer.MAX_VALUE;

    private final int index;
    private final int variable;
    private final Decision low;
    private final Decision high;

    Decision(int index, int variable, Decision low, Decision high) {
        this.index = index;
        this.variable = variable;
        this.low = low;
        this.high = high;
    }

    /** A constant: both branches are the node itself. */
    @SuppressWarnings("ThisEscapedInObjectConstruction")
    Decision(int index) {
        this.index = index;
        this.variable = CONSTANT;
        this.low = this;
        this.high = this;
    }

    /** A number that no other node of the same {@link Decisions} has; 0 and 1 are the constants. */
    int index() {
        return index;
    }

    /** The variable that is asked first. */
    int variable() {
        return variable;
    }

    /** The function where {@link #variable} is 0. */
    Decision low() {
        return low;
    }

    /** The function where {@link #variable} is 1. */
    Decision high() {
        return high;
    }

    /** Whether the function is 0 everywhere. */
    public boolean isFalse() {
        return index == 0;
    }

    /** Whether the function is 1 everywhere. */
    public boolean isTrue() {
        return index == 1;
    }
}
