package dev.pupil.runtime.export;

import static com.google.common.collect.ImmutableList.toImmutableList;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.program.size.SizeExpression.Product;
import dev.pupil.compiler.program.size.SizeExpression.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Computes sizes in a graph from the vectors {@code size.d} and {@code size.m}, which have one number each, and {@code
 * sizes}, which is (d, m, 1).
 */
final class SizeNodes {
    private final GraphBuilder graph;

    SizeNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /** Adds a vector of one number called {@code name}, the value of {@code expression}. */
    void add(String name, SizeExpression expression) {
        if (expression.alternatives().stream().allMatch(Sum::isLinear)) {
            graph.integers(
                    name + ".coefficients",
                    expression.alternatives().stream()
                            .map(sum -> new long[] {sum.features(), sum.examples(), sum.constant()})
                            .collect(toImmutableList()));
            graph.node("MatMul", name + ".alternatives", name + ".coefficients", "sizes");
        } else {
            List<String> alternatives = new ArrayList<>();
            for (Sum sum : expression.alternatives()) {
                alternatives.add(sum(name + ".alternative" + alternatives.size(), sum));
            }
            graph.node(
                    "Concat",
                    name + ".alternatives",
                    ImmutableList.copyOf(alternatives),
                    OnnxValues.attribute("axis", 0));
        }
        graph.node("ReduceMax", name, name + ".alternatives");
        graph.describeNode(expression.toString());
    }

    private String sum(String name, Sum sum) {
        String total = graph.integers(name + ".start", 0);
        int number = 0;
        for (Map.Entry<Product, Long> summand : sum.coefficients().entrySet()) {
            String value = product(name + ".product" + number, summand.getKey(), summand.getValue());
            total = graph.node("Add", name + ".sum" + number, total, value);
            number++;
        }
        return total;
    }

    private String product(String name, Product product, long coefficient) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < product.features(); i++) {
            factors.add("size.d");
        }
        for (int i = 0; i < product.examples(); i++) {
            factors.add("size.m");
        }
        for (SizeExpression maximum : product.maxima()) {
            factors.add(vector(name + ".factor" + factors.size(), maximum));
        }
        for (SizeExpression size : product.bits()) {
            factors.add(bits(name + ".factor" + factors.size(), size));
        }
        String value = graph.integers(name + ".coefficient", coefficient);
        for (int i = 0; i < factors.size(); i++) {
            value = graph.node("Mul", name + ".part" + i, value, factors.get(i));
        }
        return value;
    }

    /** A size as a vector of one number: the maximum of a matrix keeps its axes, that of a vector its one. */
    private String vector(String name, SizeExpression size) {
        add(name + ".maximum", size);
        graph.integers(name + ".shape", 1);
        return graph.node("Reshape", name, name + ".maximum", name + ".shape");
    }

    /** The number of binary digits: how many powers of two a size is at least as large as. */
    private String bits(String name, SizeExpression size) {
        graph.integers(
                name + ".powers",
                LongStream.range(0, Long.SIZE - 1).map(bit -> 1L << bit).toArray());
        graph.node("Less", name + ".isLess", vector(name + ".size", size), name + ".powers");
        graph.node("Not", name + ".reached", name + ".isLess");
        graph.node(
                "Cast",
                name + ".ones",
                ImmutableList.of(name + ".reached"),
                OnnxValues.attribute("to", DataType.INT64_VALUE));
        return graph.node("ReduceSum", name, name + ".ones");
    }
}
