package dev.pupil.compiler;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.check.Checker;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.CircuitBuilder;
import dev.pupil.compiler.circuit.RuleTooLargeException;
import dev.pupil.compiler.circuit.symbolic.InvariantProver;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.FilterBuilder;
import dev.pupil.compiler.lower.machine.MachineLowering;
import dev.pupil.compiler.lower.processor.cells.AutomatonBuilder;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.processor.schedule.ProgramScheduler;
import dev.pupil.compiler.lower.rewrite.Widening;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.WavefrontLowering;
import dev.pupil.compiler.lower.wave.AutomatonLowering;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
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

    /**
     * Lowers a checked program: to waves if it can be, else to a sequence of instructions. Small integers that are too large
     * for what the program does with them are wide in both.
     */
    public static Lowering lower(Program program) {
        Program widened = Widening.of(program);
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
     * @throws DiagnosticException if it is wrong, or too much for one step of a network, with every reason found
     */
    public static Compilation compile(Source source) throws DiagnosticException {
        Definition definition = definition(source);
        Lowering lowering = lower(definition);
        Automaton automaton = InvariantProver.prove(lowering.automaton());
        Circuit circuit = circuit(automaton, source);
        Filter filter = FilterBuilder.build(circuit);
        return new Compilation(definition, lowering.way(), automaton, circuit, filter);
    }

    private static Circuit circuit(Automaton automaton, Source source) throws DiagnosticException {
        try {
            return CircuitBuilder.build(automaton);
        } catch (RuleTooLargeException e) {
            throw new DiagnosticException(source, ImmutableList.of(e.diagnostic()));
        }
    }
}
