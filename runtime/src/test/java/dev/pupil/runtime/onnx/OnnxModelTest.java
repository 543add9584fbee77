package dev.pupil.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnxruntime.OrtException;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.SizeExpressionParser;
import dev.pupil.compiler.weights.SavedContents;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.ExampleNetworks;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.export.OnnxModel;
import dev.pupil.runtime.network.PlainNetwork;
import dev.pupil.runtime.network.RandomFilters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported models, in ONNX Runtime with nothing of Pupil around them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxModelTest {
    /** Per cent. */
    private static final double SINGLE_PRECISION = 1e-3;

    private WeightFile xor;

    @BeforeAll
    void compileOnce() throws Exception {
        xor = ExampleNetworks.compiled("xor");
    }

    @Test
    void anUntrainedModelTakesQueriesAndMemoryOfAnySize() throws Exception {
        try (ModelSession model = new ModelSession(OnnxModel.bytes(xor))) {
            assertThat(model.inputs())
                    .isEqualTo(ImmutableMap.of("query", "FLOAT batch d", "memory.weight", "FLOAT m_plus_1 d_plus_1"));
            assertThat(model.outputs()).isEqualTo(ImmutableMap.of("prediction", "FLOAT batch"));
        }
    }

    @Test
    void aTrainedModelTakesQueriesOfItsOwnWidth() throws Exception {
        Tensor memory = Tensor.of(new double[] {1, -1, 1, 1, 1, 1, 1, 1}, 2, 4);
        try (ModelSession model = new ModelSession(OnnxModel.bytes(xor.withMemory(memory)))) {
            assertThat(model.inputs()).isEqualTo(ImmutableMap.of("query", "FLOAT batch 3"));
            assertThat(model.outputs()).isEqualTo(ImmutableMap.of("prediction", "FLOAT batch"));
        }
    }

    /** Workspace on two sides, all weights different: nothing that only works for networks of bits. */
    @ParameterizedTest
    @CsvSource({"5,7,3,2,4,6", "1,1,1,1,1,3", "2,1,1,3,2,1", "1,4,2,5,1,2", "9,3,2,1,6,5"})
    void anyWeightsAreExecutedAsTheNetworkIsDefined(
            int channels, int units, int headUnits, int features, int examples, int queryCount) throws Exception {
        Random random = new Random(channels * 31L + units);
        Filter filter = inSteps(
                "bits(3*m*d + 2*max(m, d) + 13)",
                singlePrecision(RandomFilters.filter(random, channels, units, headUnits, 5)));
        Tensor memory = singlePrecision(RandomFilters.tensor(random, 1, examples + 1, features + 1));
        WeightFile trained = new WeightFile(filter, new Source("random.pupil", ""), 1, Optional.of(memory));
        DataSet queries = RandomFilters.data(random, features, queryCount);
        PlainNetwork plain = new PlainNetwork(filter, memory);
        try (ModelSession model = new ModelSession(OnnxModel.bytes(trained))) {
            float[] outputs = model.predictions(queries);
            assertThat(outputs).hasSize(queryCount);
            for (int query = 0; query < queryCount; query++) {
                assertThat(outputs[query])
                        .isCloseTo((float) plain.output(queries, query), withinPercentage(SINGLE_PRECISION));
            }
        }
    }

    private static Filter inSteps(String steps, Filter filter) {
        Geometry geometry = filter.geometry();
        return filter.with(new Geometry(
                geometry.rows(),
                geometry.columns(),
                SizeExpressionParser.parse(steps).orElseThrow()));
    }

    @Test
    void whileTheLastRowOfMemoryIsEmptyTheOutputIsZero() throws Exception {
        Tensor memory = Tensor.of(new double[] {1, -1, 1, 0, 0, 0, 0, 0, 0}, 3, 3);
        try (ModelSession model = new ModelSession(OnnxModel.bytes(xor))) {
            assertThat(model.predictions(everyQuery(2), memory))
                    .containsOnly(0f)
                    .hasSize(4);
        }
    }

    @Test
    void onceTheLastRowIsFilledTheNetworkAnswersWhateverTheOthersHold() throws Exception {
        Tensor memory = Tensor.of(new double[] {1, -1, 1, 0, 0, 0, 1, 1, 1}, 3, 3);
        try (ModelSession model = new ModelSession(OnnxModel.bytes(xor))) {
            assertThat(model.predictions(everyQuery(2), memory)).hasSize(4).doesNotContain(0f);
        }
    }

    @Test
    void queriesThatAreWiderOrNarrowerThanTheMemoryAreRefused() throws Exception {
        Tensor memory = Tensor.of(new double[] {1, -1, 1, 1, 1, 1}, 2, 3);
        try (ModelSession model = new ModelSession(OnnxModel.bytes(xor))) {
            assertThatThrownBy(() -> model.predictions(everyQuery(1), memory)).isInstanceOf(OrtException.class);
            assertThatThrownBy(() -> model.predictions(everyQuery(3), memory)).isInstanceOf(OrtException.class);
        }
    }

    @Test
    void aModelSaysWhatItIs() throws Exception {
        ModelProto model = ModelProto.parseFrom(OnnxModel.bytes(xor));
        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getOpsetImportList()).singleElement().satisfies(operators -> {
            assertThat(operators.getDomain()).isEmpty();
            assertThat(operators.getVersion()).isEqualTo(17);
        });
        assertThat(model.getProducerName()).isEqualTo("pupil");
        assertThat(model.getMetadataPropsList().stream()
                        .collect(Collectors.toMap(StringStringEntryProto::getKey, StringStringEntryProto::getValue)))
                .isEqualTo(SavedContents.of(xor).metadata())
                .containsEntry("program.source", xor.source().text())
                .containsEntry("learner", "xor");
        assertThat(model.getDocString()).contains("query [batch, d]", "memory.weight", "prediction");
    }

    @Test
    void everyNodeHasANameOfItsOwnAndEveryInputAMeaning() throws Exception {
        GraphProto graph = ModelProto.parseFrom(OnnxModel.bytes(xor)).getGraph();
        assertThat(graph.getName()).isEqualTo("xor");
        assertThat(graph.getNodeList())
                .extracting(NodeProto::getName)
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(graph.getInputList())
                .allSatisfy(input -> assertThat(input.getDocString()).isNotEmpty());
        assertThat(graph.getOutputList())
                .allSatisfy(output -> assertThat(output.getDocString()).isNotEmpty());
    }

    /** ONNX allows inputs to be left out, but its evaluators don't agree on what that means. */
    @ParameterizedTest
    @ValueSource(strings = {"xor", "perceptron", "nearest"})
    void noNodeLeavesAnInputOut(String program) throws Exception {
        GraphProto graph = ModelProto.parseFrom(OnnxModel.bytes(ExampleNetworks.compiled(program)))
                .getGraph();
        assertThat(everyNode(graph))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getInputList()).doesNotContain(""));
    }

    private static Stream<NodeProto> everyNode(GraphProto graph) {
        return graph.getNodeList().stream()
                .flatMap(node -> Stream.concat(
                        Stream.of(node),
                        node.getAttributeList().stream()
                                .filter(AttributeProto::hasG)
                                .flatMap(attribute -> everyNode(attribute.getG()))));
    }

    @Test
    void equalNetworksGiveEqualModels() throws Exception {
        assertThat(OnnxModel.bytes(ExampleNetworks.compiled("xor"))).isEqualTo(OnnxModel.bytes(xor));
    }

    private static DataSet everyQuery(int features) {
        List<BitSet> queries = new ArrayList<>();
        for (long query = 0; query < 1L << features; query++) {
            queries.add(BitSet.valueOf(new long[] {query}));
        }
        return DataSet.of(features, queries, Optional.empty());
    }

    private static Filter singlePrecision(Filter filter) {
        Filter rounded = filter;
        for (Part part : Part.values()) {
            rounded = rounded.with(part, singlePrecision(part.of(filter)));
        }
        return rounded;
    }

    private static Tensor singlePrecision(Tensor tensor) {
        double[] rounded = tensor.values().stream().map(value -> (float) value).toArray();
        return Tensor.of(rounded, tensor.shape().toArray());
    }
}
