package dev.pupil.compiler.lower.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives arrays that an image can't hold as they are fewer dimensions. An element of a matrix has a row and a column, so
 * that all dimensions but the last become one; a wide integer's bits need the rows, so that all its dimensions become one.
 */
final class Shapes {
    private final FreshVariables fresh;
    private final Map<Polynomial, Variable> products = new LinkedHashMap<>();
    private final Map<Variable, Variable> arrays = new HashMap<>();

    Shapes(FreshVariables fresh) {
        this.fresh = fresh;
    }

    /** How many of an array's dimensions, the first ones, become one; 0 or 1 if it stays as it is. */
    static int merged(Variable array) {
        int dimensions = array.dimensions().size();
        return array.type().isFinite() ? Math.max(0, dimensions - 1) : dimensions;
    }

    /** The variable with the shape that it has in an image. */
    Variable shaped(Variable variable) {
        return merged(variable) <= 1 ? variable : arrays.computeIfAbsent(variable, this::shape);
    }

    private Variable shape(Variable array) {
        int merged = merged(array);
        Affine first = array.dimensions().getFirst();
        Polynomial extent = first.asPolynomial();
        for (Affine dimension : array.dimensions().subList(1, merged)) {
            extent = extent.times(dimension.asPolynomial());
        }
        List<Affine> others =
                array.dimensions().subList(merged, array.dimensions().size());
        return new Variable(
                array.id(),
                array.name(),
                array.kind(),
                array.type(),
                ImmutableList.<Affine>builder()
                        .add(affine(extent, array.declared()))
                        .addAll(others)
                        .build(),
                array.initial(),
                array.declared());
    }

    /** A product of sizes that is not affine becomes a variable. */
    private Affine affine(Polynomial extent, Span span) {
        return Affine.ofPolynomial(extent)
                .orElseGet(() -> Affine.of(products.computeIfAbsent(
                        extent,
                        key -> fresh.of("product.of.sizes", Variable.Kind.LOOP, new Type.Wide(key, key), span))));
    }

    /** What the variables stand for that are products of sizes. */
    ImmutableMap<Variable, Polynomial> products() {
        ImmutableMap.Builder<Variable, Polynomial> values = ImmutableMap.builder();
        products.forEach((value, variable) -> values.put(variable, value));
        return values.buildOrThrow();
    }
}
