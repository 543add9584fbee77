package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.circuit.CircuitBuilder;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.FilterBuilder;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.term.Term;
import dev.pupil.compiler.term.Terms;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
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

    private static Verdict verdict(Subject subject) {
        return StepProof.check(subject, Settings.DEFAULT).verdict();
    }
}
