package dev.pupil.runtime.automaton;

import static dev.pupil.runtime.automaton.RandomAutomata.field;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.TermEvaluator;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.program.size.Sizes;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final Field INSIDE = field(Automaton.INSIDE, 0, 1, 0, Terms.TRUE);

    @Test
    void everyFieldTakesTheValueOfItsTermOverTheOldNeighbourhood() {
        Random random = new Random(11);
        RandomAutomata automata = new RandomAutomata(random);
        for (int round = 0; round < 300; round++) {
            assertAgreesWithThePlainMeaning(
                    automata.next(), randomLane(random, 1 + random.nextInt(6), 1 + random.nextInt(6)));
        }
    }

    @Test
    void largeImagesAreComputedLikeSmallOnes() {
        Random random = new Random(12);
        RandomAutomata automata = new RandomAutomata(random);
        for (int round = 0; round < 3; round++) {
            assertAgreesWithThePlainMeaning(automata.next(), randomLane(random, 37, 53));
        }
    }

    @Test
    void beforeTheFirstStepEveryFieldRests() {
        Field counter = field("counter", 0, 9, 4, Terms.read("counter"));
        Simulation simulation = start(new int[][] {{0, 1}}, INSIDE, counter);
        assertThat(simulation.values("counter")).isDeepEqualTo(new int[][] {{4, 4}});
        assertThat(simulation.values(Automaton.INSIDE)).isDeepEqualTo(new int[][] {{0, 0}});
        assertThat(simulation.steps()).isZero();
    }

    @Test
    void theBorderIsSeenAsRestAndASignalMovesOnePixelAStep() {
        Term source = Terms.not(Terms.read(Automaton.INSIDE, Offset.LEFT));
        Field wave = field(
                "wave",
                0,
                1,
                0,
                Terms.or(Terms.and(Terms.read(Automaton.INSIDE), source), Terms.read("wave", Offset.LEFT)));
        Simulation simulation = start(new int[2][4], INSIDE, wave);
        simulation.run(3);
        assertThat(simulation.values("wave")).isDeepEqualTo(new int[][] {{1, 1, 0, 0}, {1, 1, 0, 0}});
        assertThat(simulation.value("wave", 1, 2)).isZero();
        assertThat(simulation.steps()).isEqualTo(3);
    }

    @Test
    void theLaneStaysAsItIsAndIsCopied() {
        int[][] lane = {{-1, 0, 1, 2}};
        Field filled = field("filled", 0, 1, 0, new Term.Lane(-1));
        Simulation simulation = start(lane, INSIDE, filled);
        lane[0][0] = 0;
        simulation.run(5);
        assertThat(simulation.values("filled")).isDeepEqualTo(new int[][] {{1, 0, 0, 0}});
    }

    @Test
    void theOutputCountsAnswersOnlyWhereTheyAreGiven() {
        Field select = field("p", 0, 1, 0, Terms.FALSE);
        Field answered = field("q", 0, 1, 0, Terms.not(new Term.Lane(0)));
        Field answer = field("r", 0, 1, 0, new Term.Lane(1));
        assertThat(outputAfterOneStep(new int[][] {{0, 0}, {0, 0}}, select, answered, answer))
                .isZero();
        assertThat(outputAfterOneStep(new int[][] {{0, 1}, {0, 0}}, select, answered, answer))
                .isEqualTo(1);
        assertThat(outputAfterOneStep(new int[][] {{0, 0}, {-1, 0}}, select, answered, answer))
                .isEqualTo(-1);
    }

    @Test
    void aFieldThatLeavesItsRangeIsABug() {
        Field counter = field(
                "counter",
                0,
                2,
                0,
                new Term.Binary(BinaryOperator.ADD, Terms.read("counter"), Terms.read(Automaton.INSIDE)));
        Simulation simulation = start(new int[1][1], INSIDE, counter);
        simulation.run(3);
        assertThatIllegalStateException()
                .isThrownBy(simulation::step)
                .withMessage("field counter left 0..2 in step 4 at row 0, column 0: it is 3");
    }

    @Test
    void aTermThatReadsNoFieldOfTheAutomatonIsRefused() {
        Field lost = field("lost", 0, 1, 0, Terms.read("nowhere"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(new int[1][1], INSIDE, lost))
                .withMessageContaining("nowhere");
    }

    @Test
    void otherLaneValuesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(new int[][] {{3}}, INSIDE))
                .withMessage("the lane holds -1, 0, 1 or 2, not 3");
    }

    @Test
    void termsThatShareTheirPartsAreTranslatedInLinearTime() {
        Term term = Terms.read(Automaton.INSIDE);
        for (int i = 0; i < 64; i++) {
            term = new Term.Binary(BinaryOperator.XOR, term, new Term.Not(term));
        }
        Simulation simulation = start(new int[1][1], INSIDE, field("deep", 0, 1, 0, term));
        simulation.step();
        assertThat(simulation.value("deep", 0, 0)).isEqualTo(1);
    }

    @Test
    void pixelsBesideAndBelowTheMainGridAreWorkspace() {
        Automaton automaton = new Automaton(
                "test",
                ImmutableList.of(INSIDE),
                ImmutableList.of(),
                new Automaton.Head("p", "q", "r"),
                new Automaton.Geometry(
                        SizeExpression.of(0, 1, 2), SizeExpression.of(1, 0, 2), SizeExpression.of(1, 1, 0)));
        assertThat(Simulator.of(automaton).image(new Sizes(1, 1), new int[][] {{1, -1}, {-1, 1}}))
                .isDeepEqualTo(new int[][] {{1, -1, 2}, {-1, 1, 2}, {2, 2, 2}});
    }

    private static int outputAfterOneStep(int[][] lane, Field... fields) {
        Simulation simulation = start(lane, fields);
        simulation.step();
        return simulation.output();
    }

    private static Simulation start(int[][] lane, Field... fields) {
        return Simulator.of(RandomAutomata.automaton(ImmutableList.copyOf(fields)))
                .start(lane);
    }

    private static int[][] randomLane(Random random, int rows, int columns) {
        int[][] lane = new int[rows][columns];
        for (int[] row : lane) {
            for (int column = 0; column < columns; column++) {
                row[column] = random.nextInt(4) - 1;
            }
        }
        return lane;
    }

    private static void assertAgreesWithThePlainMeaning(Automaton automaton, int[][] lane) {
        Simulation simulation = Simulator.of(automaton).start(lane);
        Map<String, int[][]> expected = new HashMap<>();
        for (Field field : automaton.fields()) {
            expected.put(field.name(), simulation.values(field.name()));
        }
        for (int step = 0; step < 6; step++) {
            simulation.step();
            expected = plainStep(automaton, lane, expected);
            for (Field field : automaton.fields()) {
                assertThat(simulation.values(field.name())).isDeepEqualTo(expected.get(field.name()));
            }
        }
    }

    private static Map<String, int[][]> plainStep(Automaton automaton, int[][] lane, Map<String, int[][]> old) {
        Map<String, int[][]> next = new HashMap<>();
        for (Field field : automaton.fields()) {
            int[][] values = new int[lane.length][lane[0].length];
            for (int row = 0; row < values.length; row++) {
                for (int column = 0; column < values[row].length; column++) {
                    values[row][column] =
                            TermEvaluator.evaluate(field.next(), neighbourhood(automaton, lane, old, row, column));
                }
            }
            next.put(field.name(), values);
        }
        return next;
    }

    private static TermEvaluator.Neighbourhood neighbourhood(
            Automaton automaton, int[][] lane, Map<String, int[][]> values, int row, int column) {
        return new TermEvaluator.Neighbourhood() {
            @Override
            public int field(String name, Offset at) {
                int seenRow = row + at.row();
                int seenColumn = column + at.column();
                boolean inside =
                        0 <= seenRow && seenRow < lane.length && 0 <= seenColumn && seenColumn < lane[0].length;
                return inside
                        ? requireNonNull(values.get(name))[seenRow][seenColumn]
                        : automaton.field(name).rest();
            }

            @Override
            public int lane() {
                return lane[row][column];
            }
        };
    }
}
