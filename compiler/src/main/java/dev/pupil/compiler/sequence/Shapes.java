package dev.pupil.compiler.sequence;

import dev.pupil.compiler.program.Variable;

/** Which variables an image has room for. */
final class Shapes {
    private Shapes() {}

    /** Refuses arrays that would need more than a pixel's constant number of bits. */
    static void check(Variable variable) throws UnsupportedProgramException {
        if (variable.dimensions().size() > 2) {
            throw new UnsupportedProgramException(
                    "PUP0620",
                    variable.declared(),
                    "'" + variable.name() + "' has " + variable.dimensions().size()
                            + " dimensions, and an image has two",
                    "use several arrays of two dimensions, or one whose rows stand for pairs of indices");
        }
        if (variable.dimensions().size() == 2 && !variable.type().isFinite()) {
            throw new UnsupportedProgramException(
                    "PUP0621",
                    variable.declared(),
                    "the matrix '" + variable.name()
                            + "' has wide integers as elements, and a pixel has room for a constant"
                            + " number of bits only",
                    "give the elements constant bounds, such as 'int -7..7', and assign with 'clamp'");
        }
    }
}
