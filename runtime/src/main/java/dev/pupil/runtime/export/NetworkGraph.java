package dev.pupil.runtime.export;

import static dev.pupil.compiler.filter.Part.CONVOLUTION_BIAS;
import static dev.pupil.compiler.filter.Part.CONVOLUTION_WEIGHT;
import static dev.pupil.compiler.filter.Part.HEAD_HIDDEN_BIAS;
import static dev.pupil.compiler.filter.Part.HEAD_HIDDEN_WEIGHT;
import static dev.pupil.compiler.filter.Part.HEAD_OUTPUT_WEIGHT;
import static dev.pupil.compiler.filter.Part.MIX_BIAS;
import static dev.pupil.compiler.filter.Part.MIX_WEIGHT;
import static dev.pupil.compiler.weights.TensorLayout.MEMORY_WEIGHT;
import static dev.pupil.runtime.export.OnnxValues.attribute;
import static dev.pupil.runtime.export.OnnxValues.value;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.weights.SavedContents;
import dev.pupil.compiler.weights.WeightFile;

/**
 * The whole network as an ONNX graph, from a batch of queries to a batch of outputs. Image height, image width and the
 * number of steps are computed in the graph, from the shape of W, so that an untrained network serves all sizes.
 */
final class NetworkGraph {
    /** What channel 0 holds outside the main grid: a value that P never takes. */
    private static final double WORKSPACE = 2;

    private final WeightFile network;
    private final DataType type;
    private final int channels;
    private final GraphBuilder graph;

    private NetworkGraph(WeightFile network, SavedContents saved) {
        this.network = network;
        this.type = OnnxValues.type(saved.dtype());
        this.channels = network.filter().channels().size();
        this.graph = new GraphBuilder(network.filter().name(), saved.dtype());
        saved.tensors().forEach(graph::constant);
    }

    /** The graph of {@code network}, of which {@code saved} is what is saved. */
    static GraphProto of(WeightFile network, SavedContents saved) {
        return new NetworkGraph(network, saved).build();
    }

    private GraphProto build() {
        graph.input(query());
        if (network.memory().isEmpty()) {
            graph.input(memoryWeight());
        }
        sizes();
        memoryLayer();
        startImage();
        steps();
        head();
        graph.output(value(
                OnnxModel.PREDICTION,
                type,
                "+1 or -1 for each query; 0 as long as the last row of memory.weight is all zero",
                "batch"));
        return graph.build();
    }

    private ValueInfoProto query() {
        Object features = network.memory().isPresent() ? network.sizes().features() : "d";
        return value(OnnxModel.QUERY, type, "the queries' features, each -1 or +1", "batch", features);
    }

    private ValueInfoProto memoryWeight() {
        return value(
                MEMORY_WEIGHT,
                type,
                "W: in row i the product y*[x, 1] of example i, in the last row ones",
                "m_plus_1",
                "d_plus_1");
    }

    /** m, d and what follows from them: vectors with one number each, except the number of steps. */
    private void sizes() {
        graph.node("Shape", "memory.rows", ImmutableList.of(MEMORY_WEIGHT), attribute("end", 1));
        graph.node("Shape", "memory.columns", ImmutableList.of(MEMORY_WEIGHT), attribute("start", 1));
        graph.integers("one", 1);
        graph.node("Sub", "size.m", "memory.rows", "one");
        graph.node("Sub", "size.d", "memory.columns", "one");
        graph.node("Concat", "sizes", ImmutableList.of("size.d", "size.m", "one"), attribute("axis", 0));
        Geometry geometry = network.filter().geometry();
        SizeNodes nodes = new SizeNodes(graph);
        nodes.add("image.rows", geometry.rows());
        nodes.add("image.columns", geometry.columns());
        nodes.add("steps", geometry.steps());
        graph.node("Squeeze", "steps.count", "steps");
    }

    /** P = W·diag([x; 1]), [batch, 1, m + 1, d + 1]. */
    private void memoryLayer() {
        graph.integers("input.padding", 0, 0, 0, 1);
        graph.constant("input.one", 1);
        graph.node("Pad", "input", OnnxModel.QUERY, "input.padding", "input.one");
        graph.describeNode("z = [x, 1]");
        graph.integers("input.axes", 1, 2);
        graph.node("Unsqueeze", "input.row", "input", "input.axes");
        graph.node("Mul", "memory", "input.row", MEMORY_WEIGHT);
        graph.describeNode("P = W*diag(z)");
    }

    /** h₀ = [P, 0, …, 0] with the workspace around P, [batch, C, H, w]. */
    private void startImage() {
        graph.node("Sub", "workspace.rows", "image.rows", "memory.rows");
        graph.node("Sub", "workspace.columns", "image.columns", "memory.columns");
        graph.integers("workspace.before", 0, 0, 0, 0, 0, 0);
        graph.node(
                "Concat",
                "workspace.padding",
                ImmutableList.of("workspace.before", "workspace.rows", "workspace.columns"),
                attribute("axis", 0));
        graph.constant("workspace.value", WORKSPACE);
        graph.node("Pad", "lane", "memory", "workspace.padding", "workspace.value");
        graph.describeNode("channel 0: P, and " + WORKSPACE + " where it has no pixels");
        graph.integers("channels.padding", 0, 0, 0, 0, 0, channels - 1L, 0, 0);
        graph.node("Pad", "start", "lane", "channels.padding");
        graph.describeNode("the other channels: 0");
        graph.declare(image("start", "the image before the first step"));
    }

    /**
     * h after all steps. Whether a loop goes on could be left out, but onnx's own evaluator takes no step then, without a
     * word.
     */
    private void steps() {
        graph.truth("steps.start", true);
        graph.node("Loop", "end", ImmutableList.of("steps.count", "steps.start", "start"), attribute("body", step()));
        graph.describeNode("h = step(h), " + network.filter().geometry().steps() + " times");
        graph.declare(image("end", "the image after the last step"));
    }

    /** h' = B·relu(A ⊛ h + α) + β. */
    private GraphProto step() {
        GraphBuilder step = new GraphBuilder("step", network.dtype()).describe("h' = B*relu(conv(A, h) + a) + b");
        step.input(value("step.number", DataType.INT64, "steps taken so far"));
        step.input(value("step.condition", DataType.BOOL, "true"));
        step.input(image("h", "the image before the step"));
        step.node(
                "Conv",
                "step.conv",
                ImmutableList.of("h", CONVOLUTION_WEIGHT.tensorName(), CONVOLUTION_BIAS.tensorName()),
                attribute("kernel_shape", new long[] {3, 3}),
                attribute("pads", new long[] {1, 1, 1, 1}));
        step.node("Relu", "step.hidden", "step.conv");
        step.node("Conv", "step.mix", "step.hidden", MIX_WEIGHT.tensorName(), MIX_BIAS.tensorName());
        step.node("Identity", "step.continue", "step.condition");
        step.output(value("step.continue", DataType.BOOL, "true"));
        step.output(image("step.mix", "the image after the step"));
        return step.build();
    }

    private ValueInfoProto image(String name, String meaning) {
        return value(name, type, meaning, "batch", channels, "H", "w");
    }

    /** f = Σ u·relu(V·h + ν) over an image's pixels. */
    private void head() {
        graph.integers("head.hidden.axes", 2, 3);
        graph.node("Unsqueeze", "head.hidden.filter", HEAD_HIDDEN_WEIGHT.tensorName(), "head.hidden.axes");
        graph.node("Conv", "head.conv", "end", "head.hidden.filter", HEAD_HIDDEN_BIAS.tensorName());
        graph.node("Relu", "head.hidden", "head.conv");
        graph.integers("head.output.axes", 0, 2, 3);
        graph.node("Unsqueeze", "head.output.filter", HEAD_OUTPUT_WEIGHT.tensorName(), "head.output.axes");
        graph.node("Conv", "head.output", "head.hidden", "head.output.filter");
        graph.integers("head.sum.axes", 1, 2, 3);
        graph.node(
                "ReduceSum",
                OnnxModel.PREDICTION,
                ImmutableList.of("head.output", "head.sum.axes"),
                attribute("keepdims", 0));
    }
}
