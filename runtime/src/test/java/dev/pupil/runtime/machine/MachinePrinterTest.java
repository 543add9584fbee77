package dev.pupil.runtime.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.MachinePrinter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is printed of a machine is that machine. */
class MachinePrinterTest {
    @Test
    void anExamplesTextIsPrintedAsItReadsAgain() {
        Machines.all().forEach(MachinePrinterTest::assertRoundTrip);
    }

    @Test
    void soAreMachinesByChance() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            assertRoundTrip(Machines.parse(RandomMachines.text(random, false)));
        }
    }

    private static void assertRoundTrip(Machine machine) {
        String text = MachinePrinter.print(machine);
        Machine again = Machines.parse(text);
        assertThat(MachinePrinter.print(again)).isEqualTo(text);
        assertThat(again.documentation()).isEqualTo(machine.documentation());
    }
}
