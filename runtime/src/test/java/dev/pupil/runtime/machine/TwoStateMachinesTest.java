package dev.pupil.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.lower.machine.MachineLowering;
import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.lower.machine.TapeReader;
import dev.pupil.compiler.lower.machine.Timing;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Machine.Rule;
import dev.pupil.compiler.program.Machine.State;
import dev.pupil.compiler.program.Move;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.runtime.reference.Walk;
import dev.pupil.runtime.reference.Walk.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All machines with two states and two symbols: 12 rules in each of four places, so 20,736 of them. */
class TwoStateMachinesTest {
    private static final int RULES = 12;
    private static final int MACHINES = RULES * RULES * RULES * RULES;
    private static final long MOST_STEPS = 40;
    private static final Machine BEAVER = Machines.machine("beaver4");
    private static final StartingTapeSize SIZE = new StartingTapeSize(90, 45);

    /** Cells, and which of them the head starts on. */
    private record StartingTapeSize(int cells, int start) {}

    /** T. Rado, "On Non-Computable Functions", Bell System Technical Journal 41 (1962), has both numbers. */
    @Test
    void thoseThatHaltOnABlankTapeTakeUpToSixStepsAndLeaveUpToFourMarks() {
        List<Result> halted = IntStream.range(0, MACHINES)
                .mapToObj(number -> walk(machine(number)))
                .filter(result -> result.ending() == Ending.HALTED)
                .toList();
        assertThat(halted.stream().mapToLong(Result::steps).max()).hasValue(6);
        assertThat(halted.stream().mapToLong(result -> result.tape().count(1)).max())
                .hasValue(4);
    }

    @Test
    void theAutomatonOfEveryTwentyFirstComesToTheSame() {
        for (int number = 0; number < MACHINES; number += 21) {
            assertSame(machine(number));
        }
    }

    private static void assertSame(Machine machine) {
        StartingTape start = new StartingTape(machine, blank(), new Cell(0, SIZE.start));
        Timing timing = new Timing(machine);
        Result expected = walk(machine);
        Simulation simulation = Simulator.of(MachineLowering.lower(machine)).start(start.lane());
        simulation.run(timing.start(0, SIZE.start) + expected.steps() * timing.stepsPerStep());
        TapeReader reader = new TapeReader(machine, simulation::value, 2, SIZE.cells);
        assertThat(reader.tape()).as(machine.states().toString()).isEqualTo(expected.tape());
        assertThat(reader.head()).isEqualTo(expected.head());
        simulation.step();
        assertThat(reader.hasHalted()).isEqualTo(expected.ending() == Ending.HALTED);
    }

    private static Result walk(Machine machine) {
        return new Walk(machine, blank(), new Cell(0, SIZE.start)).run(MOST_STEPS);
    }

    private static Tape blank() {
        return Tape.of(new int[2][SIZE.cells]);
    }

    /** The machine whose rules are the number's digits. */
    private static Machine machine(int number) {
        List<Rule> rules = new ArrayList<>();
        for (int rest = number, place = 0; place < 4; place++) {
            rules.add(rule(rest % RULES));
            rest /= RULES;
        }
        return new Machine(
                "m" + number,
                "",
                BEAVER.symbols(),
                BEAVER.blank(),
                ImmutableList.of(
                        new State("a", ImmutableList.copyOf(rules.subList(0, 2))),
                        new State("b", ImmutableList.copyOf(rules.subList(2, 4)))),
                0,
                ImmutableSet.of(),
                BEAVER.steps(),
                BEAVER.lesson(),
                BEAVER.source());
    }

    private static Rule rule(int digit) {
        int next = digit / 4;
        return new Rule(
                digit % 2,
                digit / 2 % 2 == 0 ? Move.LEFT : Move.RIGHT,
                next == 2 ? Machine.HALT : next,
                BEAVER.states().getFirst().rules().getFirst().span());
    }
}
