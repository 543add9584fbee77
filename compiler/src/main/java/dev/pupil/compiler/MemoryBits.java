package dev.pupil.compiler;

import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.SizeExpression;

/** Counts bits of memory. */
public final class MemoryBits {
    private MemoryBits() {}

    /** Bits of memory in closed form: each element of a type, or cell of a tape, with n values counts ⌈log₂ n⌉. */
    public static SizeExpression of(Definition definition) {
        return switch (definition) {
            case Program program -> ofProgram(program);
            case Machine machine -> ofMachine(machine);
        };
    }

    /** The tape is the image; a machine that learns has a margin around the examples. */
    private static SizeExpression ofMachine(Machine machine) {
        int margin = machine.lesson().isPresent() ? 2 : 1;
        return SizeExpression.of(0, 1, margin)
                .times(SizeExpression.of(1, 0, margin))
                .times(SizeExpression.constant(digits(machine.symbols().size() - 1)));
    }

    private static SizeExpression ofProgram(Program program) {
        SizeExpression bits = SizeExpression.constant(0);
        for (Variable variable : program.memory()) {
            SizeExpression elements = SizeExpression.constant(1);
            for (Affine dimension : variable.dimensions()) {
                elements = elements.times(dimension.asSize());
            }
            bits = bits.plus(elements.times(bitsOf(variable.type())));
        }
        return bits;
    }

    private static SizeExpression bitsOf(Type type) {
        return switch (type) {
            case Type.Wide wide ->
                SizeExpression.bits(
                        SizeExpression.of(wide.largest().plus(wide.smallest().negate())));
            case Type.Bit bit -> SizeExpression.constant(1);
            case Type.Ranged ranged -> bitsBelow(ranged);
            case Type.Enumeration enumeration -> bitsBelow(enumeration);
        };
    }

    private static SizeExpression bitsBelow(Type finite) {
        return SizeExpression.constant(digits((long) finite.high() - finite.low()));
    }

    private static int digits(long largest) {
        return Long.SIZE - Long.numberOfLeadingZeros(largest);
    }
}
