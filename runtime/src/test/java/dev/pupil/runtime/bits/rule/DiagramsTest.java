package dev.pupil.runtime.bits.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Diagrams compute what tables of all values compute. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagramsTest {
    private static final int VARIABLES = 5;
    private static final int ROWS = 1 << VARIABLES;

    private final Diagrams diagrams = new Diagrams(1_000_000);
    private final Random random = new Random(4);

    @RepeatedTest(20)
    void aDiagramHasTheValuesOfItsTable() {
        double[] table = table(4);
        assertThat(values(diagram(table))).containsExactly(table);
    }

    @RepeatedTest(20)
    void equalFunctionsAreTheSameObject() {
        double[] table = table(3);
        double[] twice = Arrays.stream(table).map(value -> 2 * value).toArray();
        assertThat(diagrams.sum(diagram(table), diagram(table)))
                .isSameAs(diagram(twice))
                .isSameAs(diagrams.map(diagram(table), value -> 2 * value));
    }

    @RepeatedTest(20)
    void sumsAreAddedRowByRow() {
        double[] left = table(4);
        double[] right = table(4);
        assertThat(values(diagrams.sum(diagram(left), diagram(right)))).containsExactly(zip(left, right, Double::sum));
    }

    @RepeatedTest(20)
    void aChoiceTakesEachRowFromOneOfTwo() {
        double[] condition = table(2);
        double[] whenTrue = table(4);
        double[] whenFalse = table(4);
        double[] expected = new double[ROWS];
        Arrays.setAll(expected, row -> condition[row] == 1 ? whenTrue[row] : whenFalse[row]);
        assertThat(values(diagrams.choice(diagram(condition), diagram(whenTrue), diagram(whenFalse))))
                .containsExactly(expected);
    }

    @RepeatedTest(20)
    void booleanFunctionsAreCombinedRowByRow() {
        double[] left = table(2);
        double[] right = table(2);
        assertThat(values(diagrams.and(diagram(left), diagram(right)))).containsExactly(zip(left, right, Math::min));
        assertThat(values(diagrams.or(diagram(left), diagram(right)))).containsExactly(zip(left, right, Math::max));
        assertThat(values(diagrams.not(diagram(left))))
                .containsExactly(Arrays.stream(left).map(value -> 1 - value).toArray());
    }

    @RepeatedTest(50)
    void aRestrictedFunctionIsTheSameWhereItMatters() {
        double[] table = table(2);
        double[] care = table(2);
        Diagram restricted = diagrams.restrict(diagram(table), diagram(care));
        for (int row = 0; row < ROWS; row++) {
            if (care[row] == 1) {
                assertThat(values(restricted)[row]).isEqualTo(table[row]);
            }
        }
    }

    @RepeatedTest(20)
    void valuesAndSupportAreThoseOfTheTable() {
        double[] table = table(3);
        Diagram diagram = diagram(table);
        assertThat(Diagrams.values(diagram))
                .containsExactly(Arrays.stream(table).distinct().sorted().toArray());
        BitSet support = new BitSet();
        for (int row = 0; row < ROWS; row++) {
            for (int variable = 0; variable < VARIABLES; variable++) {
                if (table[row] != table[row ^ 1 << variable]) {
                    support.set(variable);
                }
            }
        }
        assertThat(Diagrams.support(diagram)).isEqualTo(support);
    }

    @RepeatedTest(20)
    void anExampleHasTheValueThatIsWanted() {
        Diagram diagram = diagram(table(3));
        for (double wanted : Diagrams.values(diagram)) {
            BitSet ones = Diagrams.example(diagram, value -> value == wanted);
            assertThat(Diagrams.evaluate(diagram, ones::get)).isEqualTo(wanted);
        }
    }

    @Test
    void zeroAndMinusZeroAreOneNumber() {
        assertThat(diagrams.constant(-0.0)).isSameAs(diagrams.constant(0.0));
        assertThat(diagrams.map(diagrams.variable(2), value -> -1.0 * value))
                .isSameAs(diagrams.sum(diagrams.map(diagrams.variable(2), value -> -value), diagrams.constant(false)));
    }

    @Test
    void moreNodesThanAllowedAreRefused() {
        Diagrams few = new Diagrams(10);
        assertThatExceptionOfType(Diagrams.TooManyNodesException.class).isThrownBy(() -> {
            Diagram sum = few.constant(0);
            for (int variable = 0; variable < 10; variable++) {
                sum = few.sum(sum, few.variable(variable));
            }
        });
    }

    /** A table of random whole numbers from 0, in some cases mostly of one. */
    private double[] table(int bound) {
        double[] table = new double[ROWS];
        int mostly = random.nextInt(bound);
        boolean uneven = random.nextBoolean();
        Arrays.setAll(table, row -> uneven && random.nextInt(4) > 0 ? mostly : random.nextInt(bound));
        return table;
    }

    /** The function whose value is {@code table[row]} where variable i is bit i of the row. */
    private Diagram diagram(double[] table) {
        Diagram sum = diagrams.constant(0);
        for (int row = 0; row < ROWS; row++) {
            Diagram here = diagrams.constant(true);
            for (int variable = 0; variable < VARIABLES; variable++) {
                Diagram bit = diagrams.variable(variable);
                here = diagrams.and(here, (row >> variable & 1) != 0 ? bit : diagrams.not(bit));
            }
            double value = table[row];
            sum = diagrams.sum(sum, diagrams.map(here, each -> each * value));
        }
        return sum;
    }

    private static double[] values(Diagram diagram) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, row -> Diagrams.evaluate(diagram, variable -> (row >> variable & 1) != 0));
        return values;
    }

    private static double[] zip(double[] left, double[] right, DoubleBinaryOperator operator) {
        double[] result = new double[ROWS];
        Arrays.setAll(result, row -> operator.applyAsDouble(left[row], right[row]));
        return result;
    }
}
