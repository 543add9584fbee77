package dev.pupil.compiler;

import dev.pupil.compiler.automaton.SizeExpression;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Polynomial;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import java.util.Map;

/** Counts bits of memory. */
public final class MemoryBits {
    private MemoryBits() {}

    /**
     * Bits of memory in closed form: each element of a type with n values counts ⌈log₂ n⌉. A machine's memory is its tape, one
     * cell wider and higher than the data are.
     */
    public static SizeExpression of(Definition definition) {
        return switch (definition) {
            case Program program -> of(program);
            case Machine machine -> of(machine);
        };
    }

    private static SizeExpression of(Machine machine) {
        int margin = machine.lesson().isPresent() ? 2 : 1;
        SizeExpression cells = SizeExpression.of(0, 1, margin).times(SizeExpression.of(1, 0, margin));
        return cells.times(bitsBelow(0, machine.symbols().size() - 1));
    }

    private static SizeExpression of(Program program) {
        SizeExpression bits = SizeExpression.constant(0);
        for (Variable variable : program.memory()) {
            SizeExpression elements = SizeExpression.constant(1);
            for (Affine dimension : variable.dimensions()) {
                elements = elements.times(
                        SizeExpression.of(dimension.features(), dimension.examples(), dimension.constant()));
            }
            bits = bits.plus(elements.times(bitsOf(variable.type())));
        }
        return bits;
    }

    private static SizeExpression bitsOf(Type type) {
        return switch (type) {
            case Type.Wide wide -> bitsBelow(wide.largest().plus(wide.smallest().negate()));
            case Type.Bit bit -> SizeExpression.constant(1);
            case Type.Ranged ranged -> bitsBelow(ranged.low(), ranged.high());
            case Type.Enumeration enumeration -> bitsBelow(enumeration.low(), enumeration.high());
        };
    }

    private static SizeExpression bitsBelow(int low, int high) {
        return SizeExpression.constant(Long.SIZE - Long.numberOfLeadingZeros((long) high - low));
    }

    /** The digits of the largest of the values 0 … {@code difference}. */
    private static SizeExpression bitsBelow(Polynomial difference) {
        SizeExpression size = SizeExpression.constant(0);
        for (Map.Entry<Polynomial.Monomial, Long> summand :
                difference.coefficients().entrySet()) {
            SizeExpression product = SizeExpression.constant(summand.getValue());
            for (int i = 0; i < summand.getKey().features(); i++) {
                product = product.times(SizeExpression.FEATURES);
            }
            for (int i = 0; i < summand.getKey().examples(); i++) {
                product = product.times(SizeExpression.EXAMPLES);
            }
            size = size.plus(product);
        }
        return SizeExpression.bits(size);
    }
}
