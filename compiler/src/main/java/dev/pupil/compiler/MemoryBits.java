package dev.pupil.compiler;

import dev.pupil.compiler.automaton.SizeExpression;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Polynomial;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import java.util.Map;

/** Counts bits of memory. */
public final class MemoryBits {
    private MemoryBits() {}

    /** Bits of a program's memory in closed form: each element of a type with n values counts ⌈log₂ n⌉. */
    public static SizeExpression of(Program program) {
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
            case Type.Ranged ranged -> bitsBelow(ranged);
            case Type.Enumeration enumeration -> bitsBelow(enumeration);
        };
    }

    private static SizeExpression bitsBelow(Type finite) {
        long difference = (long) finite.high() - finite.low();
        return SizeExpression.constant(Long.SIZE - Long.numberOfLeadingZeros(difference));
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
