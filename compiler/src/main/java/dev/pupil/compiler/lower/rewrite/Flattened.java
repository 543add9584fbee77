package dev.pupil.compiler.lower.rewrite;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.Map;

/**
 * A program all of whose arrays an image can hold: vectors, and matrices of finite elements.
 *
 * @param program its arrays' dimensions are affine in the sizes and in products of sizes, which are variables
 * @param products what these variables stand for
 */
public record Flattened(Program program, ImmutableMap<Variable, Polynomial> products) {

    /** How many rows, or columns, a dimension has. */
    public Polynomial extent(Affine dimension) {
        Polynomial extent = dimension.withoutLoops().asPolynomial();
        for (Map.Entry<Variable, Integer> product : dimension.loops().entrySet()) {
            Polynomial value = products.get(product.getKey());
            if (value == null) {
                throw new IllegalStateException(product.getKey() + " is no product of sizes");
            }
            extent = extent.plus(value.times(Polynomial.constant(product.getValue())));
        }
        return extent;
    }
}
