package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientProofTest {
    private static final Subject PARITY = Subjects.example("parity");

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void everyExamplesGradientIsTheSelectedRows(String example) {
        assertThat(verdict(Subjects.example(example))).isEqualTo(new Verdict.Holds());
    }

    @Test
    void aStepOfTheLaneWithoutPlateauIsRefutedThoughItsValuesAreRight() {
        // relu(2a) - relu(2a - 1) is relu(2a - 1/2) - relu(2a - 3/2) at -1, 0, 1 and 2.
        Subject steep = withoutPlateaus(PARITY);

        assertThat(StepProof.check(steep, Settings.DEFAULT).verdict()).isEqualTo(new Verdict.Holds());
        assertThat(((Verdict.Refuted) verdict(steep)).counterexample())
                .extracting(Counterexample::summary)
                .asString()
                .contains("reads the lane and has no slope here, where its sum is 0");
    }

    /** The biases of units that read twice the lane are ½ more. */
    private static Subject withoutPlateaus(Subject subject) {
        Filter filter = subject.file().filter();
        double[] biases = filter.convolutionBias().values().toArray();
        for (int unit = 0; unit < biases.length; unit++) {
            if (Math.abs(filter.convolution(unit, 0, Filter.TAPS / 2)) == 2) {
                biases[unit] += 0.5;
            }
        }
        return Networks.with(subject, filter.with(Part.CONVOLUTION_BIAS, Tensor.of(biases, biases.length)));
    }

    @Test
    void whereTheStepIsWrongNothingIsSaidOfGradients() {
        assertThat(verdict(Networks.with(PARITY, Part.MIX_BIAS, 1, 7)))
                .isEqualTo(new Verdict.Undecided("this rests on V2, which does not hold"));
    }

    @Test
    void whereTheFilesInvariantsHaveNoMeaningNothingIsSaidOfGradientsAndArithmetic() {
        Term number = new Term.Binary(BinaryOperator.ADD, Terms.read("inside"), Terms.read("inside", Offset.UP));
        Subject meaningless = Networks.withInvariants(PARITY, ImmutableList.of(number));
        Verdict unsaid = new Verdict.Undecided("this rests on V2, which does not hold");

        assertThat(StepProof.check(meaningless, Settings.DEFAULT).verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(verdict(meaningless)).isEqualTo(unsaid);
        assertThat(ArithmeticProof.check(meaningless, Settings.DEFAULT).verdict())
                .isEqualTo(unsaid);
    }

    @Test
    void whereTheFileIsNotOfTheProgramNothingIsSaidOfGradients() {
        Subject foreign = Networks.withInvariants(PARITY, ImmutableList.of(Terms.read("weather")));

        assertThat(verdict(foreign)).isEqualTo(new Verdict.Undecided("this rests on V2, which does not hold"));
    }

    private static Verdict verdict(Subject subject) {
        return GradientProof.check(subject, Settings.DEFAULT).verdict();
    }
}
