package dev.pupil.runtime.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.compiler.program.tape.Tape;
import dev.pupil.compiler.program.tape.Tape.Cell;
import dev.pupil.runtime.machine.Machines;
import dev.pupil.runtime.reference.Walk.Result;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The example machines do what they are published, or known, to do. */
class WalkTest {
    @Test
    void theBusyBeaverWithFourStatesTakes107StepsAndLeaves13Marks() {
        Result result = onBlankTape(Machines.machine("beaver4"), 40, 20);
        assertThat(result.ending()).isEqualTo(Ending.HALTED);
        assertThat(result.steps()).isEqualTo(107);
        assertThat(result.tape().count(1)).isEqualTo(13);
    }

    @Test
    void theBusyBeaverWithFiveStatesTakes47176870StepsAndLeaves4098Marks() {
        Result result = onBlankTape(Machines.machine("beaver5"), 12_400, 12_300);
        assertThat(result.ending()).isEqualTo(Ending.HALTED);
        assertThat(result.steps()).isEqualTo(47_176_870);
        assertThat(result.tape().count(1)).isEqualTo(4098);
    }

    @Test
    void incrementAddsOne() {
        Machine machine = Machines.machine("increment");
        for (int number = 0; number < 64; number++) {
            Result result = run(machine, new int[][] {digits(number, 8, machine)}, 0, 0);
            assertThat(result.ending()).isEqualTo(Ending.HALTED);
            assertThat(number(result.tape(), 0)).isEqualTo(number + 1);
        }
    }

    @Test
    void theAdderAdds() {
        Machine machine = Machines.machine("adder");
        for (int one = 0; one < 40; one++) {
            for (int other = 0; other < 40; other++) {
                Result result = run(machine, new int[][] {digits(one, 8, machine), digits(other, 8, machine)}, 0, 0);
                assertThat(result.ending()).isEqualTo(Ending.HALTED);
                assertThat(number(result.tape(), 0)).as("%s + %s", one, other).isEqualTo(one + other);
            }
        }
    }

    @Test
    void thePalindromeRecogniserTellsPalindromes() {
        Machine machine = Machines.machine("palindrome");
        for (String word : new String[] {"", "a", "ab", "aa", "aba", "abb", "abba", "abab", "bababab", "baabab"}) {
            int[][] tape = {new int[word.length() + 2]};
            Arrays.fill(tape[0], machine.blank());
            for (int i = 0; i < word.length(); i++) {
                tape[0][i + 1] = word.charAt(i) == 'a' ? 0 : 1;
            }
            Result result = run(machine, tape, 0, 1);
            boolean isPalindrome = new StringBuilder(word).reverse().toString().equals(word);
            assertThat(machine.answers().contains(headSymbol(result))).as(word).isEqualTo(isPalindrome);
        }
    }

    private static int headSymbol(Result result) {
        Cell head = result.head().orElseThrow();
        return result.tape().symbol(head.row(), head.column());
    }

    private static Result onBlankTape(Machine machine, int cells, int start) {
        int[] tape = new int[cells];
        Arrays.fill(tape, machine.blank());
        return run(machine, new int[][] {tape}, 0, start);
    }

    private static Result run(Machine machine, int[][] tape, int row, int column) {
        return new Walk(machine, Tape.of(tape), new Cell(row, column)).run(100_000_000);
    }

    private static int[] digits(int number, int cells, Machine machine) {
        int[] digits = new int[cells];
        Arrays.fill(digits, machine.blank());
        for (int i = 0; number >> i != 0; i++) {
            digits[i] = number >> i & 1;
        }
        return digits;
    }

    private static int number(Tape tape, int row) {
        int number = 0;
        for (int i = 0; i < tape.columns(); i++) {
            number |= (tape.symbol(row, i) == 1 ? 1 : 0) << i;
        }
        return number;
    }
}
