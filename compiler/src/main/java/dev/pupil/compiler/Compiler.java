package dev.pupil.compiler;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.check.Checker;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.CircuitBuilder;
import dev.pupil.compiler.circuit.RuleTooLargeException;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.FilterBuilder;
import dev.pupil.compiler.machine.MachineLowering;
import dev.pupil.compiler.pass.Passes;
import dev.pupil.compiler.pass.WavefrontLowering;
import dev.pupil.compiler.pass.Widening;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.sequence.AutomatonBuilder;
import dev.pupil.compiler.sequence.ProgramScheduler;
import dev.pupil.compiler.sequence.Schedule;
import dev.pupil.compiler.symbolic.InvariantProver;
import dev.pupil.compiler.wave.AutomatonLowering;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;

/** The compiler: one line a stage. */
public final class Compiler {
    private Compiler() {}

    /**
     * Checks what a file defines: a learner that is written as a program, or a machine.
     *
     * @throws DiagnosticException if it is wrong, with every reason found
     */
    public static Definition definition(Source source) throws DiagnosticException {
        return Checker.definition(source);
    }

    /**
     * Checks a learner that is written as a program.
     *
     * @throws DiagnosticException if it is wrong, with every reason found
     */
    public static Program check(Source source) throws DiagnosticException {
        return Checker.check(source);
    }

    /**
     * Lowers what has been checked: a program to waves if it can be, else to a sequence of instructions; a machine to a head
     * that walks.
     */
    public static Lowering lower(Definition definition) {
        return switch (definition) {
            case Program program -> lower(program);
            case Machine machine -> new Lowering(machine, new Way.Walk(), MachineLowering.lower(machine));
        };
    }

    /** Lowers a checked program: to waves if it can be, else to a sequence of instructions. */
    public static Lowering lower(Program program) {
        return lower(program, Widening.ofSums(program));
    }

    /** Lowers a program with the small integers made wide that are too large for what it does with them. */
    private static Lowering lower(Program program, Program widened) {
        try {
            Passes passes = WavefrontLowering.lower(widened);
            return new Lowering(program, new Way.Waves(passes), AutomatonLowering.lower(passes));
        } catch (DiagnosticException notWaves) {
            Schedule schedule = ProgramScheduler.schedule(widened);
            return new Lowering(
                    program, new Way.Sequence(schedule, notWaves.diagnostics()), AutomatonBuilder.build(schedule));
        }
    }

    /**
     * Compiles what a file defines through all stages.
     *
     * @throws DiagnosticException if it is wrong, with every reason found, or is too much for one step of a network even with
     *     all but the smallest integers made wide
     */
    public static Compilation compile(Source source) throws DiagnosticException {
        Definition definition = definition(source);
        try {
            return compile(lower(definition));
        } catch (RuleTooLargeException tooLarge) {
            return compileWidened(definition, tooLarge);
        }
    }

    private static Compilation compileWidened(Definition definition, RuleTooLargeException tooLarge)
            throws DiagnosticException {
        if (definition instanceof Program program) {
            Program widened = Widening.ofAll(program);
            try {
                if (!widened.equals(program)) {
                    return compile(lower(program, widened));
                }
            } catch (RuleTooLargeException stillTooLarge) {
                // What is said of the program as it was written is easier to understand.
            }
        }
        throw new DiagnosticException(definition.source(), ImmutableList.of(tooLarge.diagnostic()));
    }

    private static Compilation compile(Lowering lowering) {
        Automaton automaton = InvariantProver.prove(lowering.automaton());
        Circuit circuit = CircuitBuilder.build(automaton);
        Filter filter = FilterBuilder.build(circuit);
        return new Compilation(lowering.program(), lowering.way(), automaton, circuit, filter);
    }
}
