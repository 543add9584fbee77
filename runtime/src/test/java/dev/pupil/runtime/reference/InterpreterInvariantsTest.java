package dev.pupil.runtime.reference;

import static dev.pupil.runtime.reference.Trees.EXAMPLE;
import static dev.pupil.runtime.reference.Trees.QUERY;
import static dev.pupil.runtime.reference.Trees.answer;
import static dev.pupil.runtime.reference.Trees.assign;
import static dev.pupil.runtime.reference.Trees.binary;
import static dev.pupil.runtime.reference.Trees.constant;
import static dev.pupil.runtime.reference.Trees.element;
import static dev.pupil.runtime.reference.Trees.program;
import static dev.pupil.runtime.reference.Trees.read;
import static dev.pupil.runtime.reference.Trees.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.Variable.Kind;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.compiler.program.size.Sizes;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** What a checker must have ruled out is caught where it happens, with the place. */
class InterpreterInvariantsTest {
    private static final BitSet NOTHING = new BitSet();
    private static final Statement ANSWER_ZERO = answer(constant(0));
    private static final Variable COUNT = variable(2, "count", Kind.MEMORY, new Type.Ranged(0, 2));
    private static final Variable TOTAL =
            variable(3, "total", Kind.MEMORY, new Type.Wide(Polynomial.constant(0), Polynomial.FEATURES));
    private static final Variable TABLE =
            variable(4, "table", Kind.MEMORY, Type.BIT, Affine.ofFeatures(), Affine.ofFeatures());

    @Test
    void aSmallIntegerThatLeavesItsRangeIsNamedWithItsPlace() {
        Learner learner = start(increment(COUNT), 9, 9);
        learner.learn(NOTHING, false);
        learner.learn(NOTHING, false);
        assertThatIllegalStateException()
                .isThrownBy(() -> learner.learn(NOTHING, false))
                .withMessage("7:3: value 3 is outside 0..2");
    }

    @Test
    void aWideIntegerMayGrowToItsBoundAtTheGivenSizesAndNoFurther() {
        Learner learner = start(increment(TOTAL), 4, 9);
        for (int i = 0; i < 4; i++) {
            learner.learn(NOTHING, false);
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> learner.learn(NOTHING, false))
                .withMessage("7:3: value 5 is outside 0..4");
    }

    @Test
    void anIndexOutsideItsOwnDimensionIsRefusedEvenWhereAnElementLiesThere() {
        Program program = learning(TABLE, assign(element(TABLE, Affine.constant(0), Affine.ofFeatures()), constant(1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> start(program, 3, 1).learn(NOTHING, false))
                .withMessage("7:3: index 3 is outside 0..2");
    }

    @Test
    void predictMayNotAssignToMemory() {
        Program program = program(
                ImmutableList.of(COUNT), ImmutableList.of(), ImmutableList.of(increment(COUNT, 1), ANSWER_ZERO));
        assertThatIllegalStateException()
                .isThrownBy(() -> start(program, 1, 1))
                .withMessage("7:3: can't be assigned to here");
    }

    @Test
    void loopVariablesMayNotBeAssigned() {
        Variable loop = Trees.loopVariable(5, "k");
        Program program = learning(COUNT, assign(read(loop), constant(0)));
        assertThatIllegalStateException()
                .isThrownBy(() -> start(program, 1, 1))
                .withMessage("7:3: can't be assigned to here");
    }

    @Test
    void onlyVariablesAndElementsMayBeAssigned() {
        Program program = learning(COUNT, assign(constant(1), constant(1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> start(program, 1, 1))
                .withMessage("7:3: can't be assigned to here");
    }

    @Test
    void predictMustAnswer() {
        Program program = program(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> start(program, 1, 1).predict(NOTHING))
                .withMessage("7:3: predict ended without an answer");
    }

    @Test
    void noMoreExamplesAreLearnedThanThereAre() {
        Learner learner = start(learning(COUNT), 1, 1);
        learner.learn(NOTHING, false);
        assertThatIllegalStateException()
                .isThrownBy(() -> learner.learn(NOTHING, false))
                .withMessage("all 1 examples have been learned");
    }

    @Test
    void memoryThatFitsNoMachineIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(learning(TABLE), 100_000, 1))
                .withMessage("table is too large: 10000000000 values at d = 100000, m = 1");
    }

    @Test
    void moreFeaturesThanTheLearnerHasAreRefused() {
        BitSet three = BitSet.valueOf(new long[] {0b100});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(learning(COUNT), 2, 1).predict(three))
                .withMessage("3 features instead of 2");
    }

    @Test
    void changingTheExampleAndTheQueryLeavesTheCallersBitsAlone() {
        Program program = program(
                ImmutableList.of(),
                ImmutableList.of(assign(element(EXAMPLE, Trees.ZERO), constant(0))),
                ImmutableList.of(assign(element(QUERY, Trees.ZERO), constant(0)), answer(element(QUERY, Trees.ZERO))));
        BitSet bits = BitSet.valueOf(new long[] {0b1});
        Learner learner = start(program, 1, 1);
        learner.learn(bits, true);
        assertThat(learner.predict(bits)).isFalse();
        assertThat(bits).isEqualTo(BitSet.valueOf(new long[] {0b1}));
    }

    @Test
    void theQuerysLabelStartsAtZeroAndLocalsStartAtTheirInitialValue() {
        Variable local = new Variable(6, "seen", Kind.LOCAL, Type.BIT, ImmutableList.of(), 1, Trees.SPAN);
        Program program = program(
                ImmutableList.of(),
                ImmutableList.of(assign(element(EXAMPLE, Trees.D), constant(1)), assign(read(local), constant(0))),
                ImmutableList.of(
                        assign(read(local), binary(BinaryOperator.XOR, read(local), element(QUERY, Trees.D))),
                        assign(element(QUERY, Trees.D), constant(1)),
                        answer(read(local))));
        Learner learner = start(program, 2, 1);
        learner.learn(NOTHING, true);
        assertThat(learner.predict(NOTHING)).isTrue();
        assertThat(learner.predict(NOTHING)).isTrue();
    }

    private static Program increment(Variable counter) {
        return learning(counter, increment(counter, 1));
    }

    private static Statement increment(Variable counter, int by) {
        return assign(read(counter), binary(BinaryOperator.ADD, read(counter), constant(by)));
    }

    private static Program learning(Variable memory, Statement... learn) {
        return program(ImmutableList.of(memory), ImmutableList.copyOf(learn), ImmutableList.of(ANSWER_ZERO));
    }

    private static Learner start(Program program, int features, int examples) {
        return Interpreter.start(program, new Sizes(features, examples));
    }
}
