package dev.pupil.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.TermEvaluator;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.text.TermText;
import dev.pupil.compiler.text.TermTextException;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose weights are not those of their program, or whose labels are nonsense: nothing is claimed of them. */
final class OddFilesTest {
    private static final WeightFile XOR = ExampleFiles.compiled("xor");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aChangedWeightChangesTheExactCondition(int seed) throws TermTextException {
        Random random = new Random(seed);
        double[] values = XOR.filter().convolutionWeight().values().toArray();
        for (int i = 0; i < 12; i++) {
            values[random.nextInt(values.length)] += random.nextBoolean() ? 1 : -1;
        }
        Filter changed = XOR.filter().with(Part.CONVOLUTION_WEIGHT, tensor(XOR, Part.CONVOLUTION_WEIGHT, values));

        Explanation explanation = Explainer.explain(WeightFile.untrained(changed, XOR.source()));

        for (int unit = 0; unit < explanation.units().size(); unit++) {
            Optional<String> text = explanation.units().get(unit).positive();
            if (text.isPresent()) {
                Term condition = TermText.parse(text.get());
                new Neighbourhoods(changed, unit)
                        .all(seen -> assertThat(TermEvaluator.evaluate(condition, seen) == 1)
                                .isEqualTo(seen.sum() > 0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void randomNumbersUnderALearnersLabelsAreExplained(int seed) {
        Random random = new Random(seed);
        Filter filter = XOR.filter();
        for (Part part : Part.values()) {
            double[] values = part.of(XOR.filter()).values().stream()
                    .map(value -> random.nextDouble() < 0.2 ? random.nextDouble(-1, 1) : 0)
                    .toArray();
            filter = filter.with(part, tensor(XOR, part, values));
        }

        Explanation explanation = Explainer.explain(WeightFile.untrained(filter, XOR.source()));

        assertThat(ExplanationText.of(explanation)).contains("Its sum was not worked out");
        assertThat(explanation.units()).hasSameSizeAs(XOR.filter().units());
    }

    @Test
    void channelsWithoutLabelsKeepTheirNames() {
        Legend legend = new Legend(
                "nameless", names(XOR.filter()), XOR.filter().units(), ImmutableMap.of(), ImmutableList.of());

        String text = ExplanationText.of(explained(legend));

        assertThat(text)
                .contains("The file does not say what it holds.")
                .contains("1 where below: `positive|up.v` is 1, running is 1")
                .containsPattern("can't be used: no channel is\\s+said to tell where the image ends");
    }

    private static ImmutableList<Channel> names(Filter filter) {
        return filter.channels().stream()
                .map(channel -> new Channel(channel.name(), ImmutableList.of()))
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void invariantsOverUnknownFieldsAreNotUsed() {
        assertThat(explained(withInvariants(Terms.read("ghost"))).unknown())
                .anySatisfy(sentence -> assertThat(sentence).contains("reads ghost, and no field has that name"));
    }

    @Test
    void invariantsThatExcludeEverythingAreNotUsed() {
        Legend legend = withInvariants(Terms.read("full"), Terms.not(Terms.read("full")));

        assertThat(explained(legend).unknown())
                .anySatisfy(sentence -> assertThat(sentence).contains("no pixel could be as they say"));
    }

    private static Legend withInvariants(Term... invariants) {
        Legend legend = XOR.filter().legend();
        return new Legend(
                legend.name(), legend.channels(), legend.units(), legend.encodings(), ImmutableList.copyOf(invariants));
    }

    @Test
    void aTimeThatNoChannelTellsIsNotUsed() {
        Role role = new Role("inside", 0, "!nowhere", "here", new Origin("prelude", Optional.empty()));

        assertThat(explained(withRole(1, role)).unknown())
                .anySatisfy(sentence ->
                        assertThat(sentence).contains("holds inside when !nowhere, which is no channel with one role"));
    }

    @Test
    void aFieldInTwoChannelsIsNotUsed() {
        Role role = new Role("full", 0, "", "again", new Origin("prelude", Optional.empty()));

        assertThat(explained(withRole(1, role)).unknown())
                .anySatisfy(sentence -> assertThat(sentence).contains("is in two channels"));
    }

    @Test
    void aFieldWithoutARestIsNotUsed() {
        Legend legend = XOR.filter().legend();
        Map<String, Encoding> encodings = new LinkedHashMap<>(legend.encodings());
        encodings.put("full", new Encoding(1, ImmutableSortedMap.of(5, 1)));
        Legend changed = new Legend(
                legend.name(), legend.channels(), legend.units(), ImmutableMap.copyOf(encodings), legend.invariants());

        assertThat(explained(changed).unknown())
                .anySatisfy(sentence -> assertThat(sentence).contains("field full has no value with code 0"));
    }

    @Test
    void linesThatTheProgramDoesNotHaveAreSaidToBeMissing() {
        Legend legend = XOR.filter().legend();
        Origin origin = new Origin("learn", Optional.of(new Span(900, 1, 901, 2)));
        Legend changed = new Legend(
                legend.name(),
                legend.channels(),
                legend.units().stream()
                        .map(unit -> new UnitLabel(unit.name(), origin))
                        .collect(ImmutableList.toImmutableList()),
                legend.encodings(),
                legend.invariants());

        assertThat(ExplanationText.of(explained(changed))).contains("learn, line 900, which the program does not have");
    }

    @Test
    void charactersThatTerminalsObeyAreReplaced() {
        Role role = new Role("strange", 0, "", "red \u001b[31m", new Origin("\u0007", Optional.empty()));

        assertThat(ExplanationText.of(explained(withRole(1, role))))
                .contains("red \ufffd[31m (\ufffd)")
                .doesNotContain("\u001b");
    }

    @Test
    void aTrainedFileSaysWhatItsMemoryHolds() {
        WeightFile trained = XOR.withMemory(Tensor.of(new double[] {1, -1, -1, -1, -1, 1, 1, 1, 1}, 3, 3));
        WeightFile odd = XOR.withMemory(Tensor.of(new double[] {1, -1, 0, 1}, 2, 2));

        assertThat(ExplanationText.of(Explainer.explain(trained)))
                .contains("trained: m = 2, d = 2, images of 3 × 3 pixels, 15 steps;")
                .containsPattern("1 labels? (is|are)\\s+\\+1");
        assertThat(ExplanationText.of(Explainer.explain(odd))).contains("the memory is not what training leads to");
    }

    private static Legend withRole(int number, Role role) {
        Legend legend = XOR.filter().legend();
        ImmutableList<Channel> channels = IntStream.range(0, legend.channels().size())
                .mapToObj(channel -> channel == number
                        ? new Channel(legend.channels().get(channel).name(), ImmutableList.of(role))
                        : legend.channels().get(channel))
                .collect(ImmutableList.toImmutableList());
        return new Legend(legend.name(), channels, legend.units(), legend.encodings(), legend.invariants());
    }

    private static Explanation explained(Legend legend) {
        Filter filter = XOR.filter();
        Filter relabelled = new Filter(
                legend,
                filter.convolutionWeight(),
                filter.convolutionBias(),
                filter.mixWeight(),
                filter.mixBias(),
                filter.headHiddenWeight(),
                filter.headHiddenBias(),
                filter.headOutputWeight(),
                filter.geometry());
        return Explainer.explain(WeightFile.untrained(
                relabelled, new Source("xor.pupil", XOR.source().text())));
    }

    private static Tensor tensor(WeightFile file, Part part, double[] values) {
        return Tensor.of(values, part.of(file.filter()).shape().toArray());
    }
}
