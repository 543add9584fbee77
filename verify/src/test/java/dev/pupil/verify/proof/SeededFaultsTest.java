package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.CircuitBuilder;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.FilterBuilder;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a compiler with an error would write. */
class SeededFaultsTest {
    private static final Subject XOR = Subjects.example("xor");

    @ParameterizedTest
    @ValueSource(strings = {"running", "answered", "full"})
    void aCompilerThatTakesTooMuchForImpossibleIsFoundOut(String neverOne) {
        ImmutableList<Term> invariants = XOR.file().filter().legend().invariants();
        Automaton automaton = XOR.automaton();
        Automaton misled = new Automaton(
                automaton.name(),
                automaton.fields(),
                ImmutableList.<Term>builder()
                        .addAll(invariants)
                        .add(Terms.not(Terms.read(neverOne)))
                        .build(),
                automaton.head(),
                automaton.geometry());
        Filter filter = FilterBuilder.build(CircuitBuilder.build(misled));

        assertThat(verdict(Networks.with(XOR, filter))).isInstanceOf(Verdict.Refuted.class);
        assertThat(verdict(Networks.withInvariants(Networks.with(XOR, filter), invariants)))
                .isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void aCompilerThatForgetsAUnitIsFoundOutWhicheverItIs() {
        Filter filter = XOR.file().filter();
        int units = filter.units().size();
        for (int unit = 0; unit < units; unit++) {
            double[] mix = filter.mixWeight().values().toArray();
            for (int channel = 0; channel < filter.channels().size(); channel++) {
                mix[channel * units + unit] = 0;
            }
            Tensor forgotten = Tensor.of(mix, filter.mixWeight().shape().toArray());

            assertThat(verdict(Networks.with(XOR, filter.with(Part.MIX_WEIGHT, forgotten))))
                    .as(filter.units().get(unit).name())
                    .isInstanceOf(Verdict.Refuted.class);
        }
    }

    @Test
    void aCompilerWhoseThresholdsAreOffByOneIsFoundOutWhicheverItIs() {
        ImmutableList<Integer> both = ImmutableList.of(-1, 1);
        double[] biases = XOR.file().filter().convolutionBias().values().toArray();
        for (int unit = 0; unit < biases.length; unit++) {
            for (int error : both) {
                assertThat(verdict(Networks.with(XOR, Part.CONVOLUTION_BIAS, unit, biases[unit] + error)))
                        .as("unit %s, bias %s", unit, error)
                        .isInstanceOf(Verdict.Refuted.class);
            }
        }
    }

    @Test
    void howInsideIsWrittenDoesNotMatterToWhatIsFoundOut() {
        Subject renamed = withInsideAsSecondBit(XOR);
        double bias = XOR.file().filter().convolutionBias().values().get(1);

        assertThat(verdict(renamed)).isEqualTo(new Verdict.Holds());
        assertThat(verdict(Networks.with(renamed, Part.CONVOLUTION_BIAS, 1, bias + 1)))
                .isInstanceOf(Verdict.Refuted.class);
    }

    /** The code of 1 is 2: the first bit, which is never 1, is said to be in a channel that holds something else. */
    private static Subject withInsideAsSecondBit(Subject subject) {
        Legend legend = subject.file().filter().legend();
        Role first = new Role(Automaton.INSIDE, 0, "", "", new Origin("prelude", Optional.empty()));
        Role second = new Role(Automaton.INSIDE, 1, "", "", new Origin("prelude", Optional.empty()));
        ImmutableList<Channel> channels = legend.channels().stream()
                .map(channel -> switch (channel.name()) {
                    case Automaton.INSIDE -> new Channel(Automaton.INSIDE, ImmutableList.of(second));
                    case "full" ->
                        new Channel(
                                "full",
                                ImmutableList.<Role>builder()
                                        .addAll(channel.roles())
                                        .add(first)
                                        .build());
                    default -> channel;
                })
                .collect(ImmutableList.toImmutableList());
        Map<String, Encoding> encodings = new LinkedHashMap<>(legend.encodings());
        encodings.put(Automaton.INSIDE, new Encoding(2, ImmutableSortedMap.of(0, 0, 1, 2)));
        return Networks.with(
                subject,
                new Legend(
                        legend.name(), channels, legend.units(), ImmutableMap.copyOf(encodings), legend.invariants()));
    }

    private static Verdict verdict(Subject subject) {
        return StepProof.check(subject, Settings.DEFAULT).verdict();
    }
}
