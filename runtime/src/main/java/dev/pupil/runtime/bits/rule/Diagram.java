package dev.pupil.runtime.bits.rule;

/**
 * A function of bits whose values are numbers, as a node of a reduced ordered decision diagram with numbers at its ends
 * (Bahar et al., "Algebraic Decision Diagrams and Their Applications", ICCAD 1993). Nodes are made by {@link Diagrams}
 * alone, one for each function, so that equal functions of one {@link Diagrams} are the same object. A function whose
 * values are 0 and 1 alone is a Boolean one.
 */
public final class Diagram {
    /** What {@link #variable} is for constants: beyond all variables. */
    static final int CONSTANT = Integer.MAX_VALUE;

    private final int index;
    private final int variable;
    private final Diagram low;
    private final Diagram high;
    private final double value;

    Diagram(int index, int variable, Diagram low, Diagram high) {
        this.index = index;
        this.variable = variable;
        this.low = low;
        this.high = high;
        this.value = Double.NaN;
    }

    /** A constant: both branches are the node itself. */
    @SuppressWarnings("ThisEscapedInObjectConstruction")
    Diagram(int index, double value) {
        this.index = index;
        this.variable = CONSTANT;
        this.low = this;
        this.high = this;
        this.value = value;
    }

    /** A number that no other node of the same {@link Diagrams} has. */
    int index() {
        return index;
    }

    /** Whether the function has one value only. */
    public boolean isConstant() {
        return variable == CONSTANT;
    }

    /** The value of a constant; not a number for others. */
    public double value() {
        return value;
    }

    /** The variable that is asked first; meaningless for constants. */
    public int variable() {
        return variable;
    }

    /** The function where {@link #variable} is 0. */
    public Diagram low() {
        return low;
    }

    /** The function where {@link #variable} is 1. */
    public Diagram high() {
        return high;
    }
}
