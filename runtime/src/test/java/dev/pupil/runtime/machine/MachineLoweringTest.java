package dev.pupil.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.circuit.symbolic.InvariantProver;
import dev.pupil.compiler.lower.machine.MachineLowering;
import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.lower.machine.TapeReader;
import dev.pupil.compiler.lower.machine.Timing;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import dev.pupil.runtime.automaton.Simulation;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.runtime.reference.Walk;
import dev.pupil.runtime.reference.Walk.Result;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The automaton of a machine takes the machine's steps, one after the other, at the times that {@link Timing} says. */
class MachineLoweringTest {
    private static final int STEPS = 130;

    static Machine[] machines() {
        return Machines.plain().toArray(Machine[]::new);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void everyStepIsTheMachines(Machine machine) {
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            assertSameSteps(machine, random);
        }
    }

    @Test
    void everyStepOfRandomMachinesIsTheirs() {
        Random random = new Random(2);
        for (int round = 0; round < 300; round++) {
            Machine machine = Machines.parse(RandomMachines.text(random, random.nextBoolean()));
            assertSameSteps(machine, random);
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatIsClaimedOfItIsProved(Machine machine) {
        Automaton automaton = MachineLowering.lower(machine);
        assertThat(InvariantProver.prove(automaton).invariants()).containsAll(automaton.invariants());
    }

    private static void assertSameSteps(Machine machine, Random random) {
        int rows = machine.isOneRow() ? 2 : 3 + random.nextInt(6);
        int columns = 3 + random.nextInt(30);
        int[][] tape = RandomMachines.tape(random, machine, rows, columns);
        Cell start = new Cell(machine.isOneRow() ? 0 : 1 + random.nextInt(rows - 1), 1 + random.nextInt(columns - 1));
        tape[0][start.column() - 1] = machine.blank();
        tape[start.row()][start.column() - 1] = machine.blank();
        StartingTape starting = new StartingTape(machine, Tape.of(tape), start);
        Simulation simulation = Simulator.of(MachineLowering.lower(machine)).start(starting.lane());
        Timing timing = new Timing(machine);
        simulation.run(timing.start(start.row(), start.column()));
        TapeReader reader = new TapeReader(machine, simulation::value, rows, columns);
        for (int step = 0; step <= STEPS; step++) {
            Result expected = new Walk(machine, Tape.of(tape), start).run(step);
            assertThat(reader.tape())
                    .as("after step %s of %s", step, machine.source().text())
                    .isEqualTo(expected.tape());
            assertThat(reader.head()).isEqualTo(expected.head());
            if (expected.ending() != Ending.NONE) {
                simulation.run(1);
                assertThat(reader.hasHalted()).isEqualTo(expected.ending() == Ending.HALTED);
                simulation.run(1);
                assertThat(simulation.hasChanged()).isFalse();
                return;
            }
            simulation.run(timing.stepsPerStep());
        }
    }
}
