package dev.pupil.runtime.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.Dtype;
import java.util.Arrays;

/**
 * An ONNX graph that grows node by node. Values are known by their names; a node gives one value, which is called like
 * the node.
 */
final class GraphBuilder {
    private final Dtype dtype;
    private final GraphProto.Builder graph;

    /**
     * A graph without nodes.
     *
     * @param name what viewers call it
     * @param dtype in which numbers it computes
     */
    GraphBuilder(String name, Dtype dtype) {
        this.dtype = dtype;
        this.graph = GraphProto.newBuilder().setName(name);
    }

    /** Says what the graph is. */
    GraphBuilder describe(String text) {
        graph.setDocString(text);
        return this;
    }

    /** Adds an input. */
    String input(ValueInfoProto value) {
        graph.addInput(value);
        return value.getName();
    }

    /** Makes a value, which is there already, an output. */
    void output(ValueInfoProto value) {
        graph.addOutput(value);
    }

    /** Says what is known of a value that is there already. */
    void declare(ValueInfoProto value) {
        graph.addValueInfo(value);
    }

    /** Adds a constant tensor of the network's number format. */
    String constant(String name, Tensor tensor) {
        graph.addInitializer(OnnxValues.tensor(name, tensor, dtype));
        return name;
    }

    /** Adds a constant number of the network's number format. */
    String constant(String name, double value) {
        return constant(name, Tensor.of(new double[] {value}));
    }

    /** Adds a constant vector of whole numbers. */
    String integers(String name, long... values) {
        graph.addInitializer(OnnxValues.integers(name, values, values.length));
        return name;
    }

    /** Adds a constant truth value. */
    String truth(String name, boolean value) {
        graph.addInitializer(OnnxValues.truth(name, value));
        return name;
    }

    /** Adds a constant matrix of whole numbers with rows of equal length. */
    String integers(String name, ImmutableList<long[]> rows) {
        long[] values = rows.stream().flatMapToLong(Arrays::stream).toArray();
        graph.addInitializer(OnnxValues.integers(name, values, rows.size(), values.length / rows.size()));
        return name;
    }

    /** Adds a node without attributes. */
    String node(String operator, String name, String... inputs) {
        return node(operator, name, ImmutableList.copyOf(inputs));
    }

    /** Adds a node. */
    String node(String operator, String name, ImmutableList<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(Arrays.asList(attributes)));
        return name;
    }

    /** Says what the node that was added last does. */
    void describeNode(String text) {
        graph.getNodeBuilder(graph.getNodeCount() - 1).setDocString(text);
    }

    /** The graph so far. */
    GraphProto build() {
        return graph.build();
    }
}
