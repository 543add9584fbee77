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
import dev.pupil.compiler.lower.Attempt;
import dev.pupil.compiler.lower.machine.MachineLowering;
import dev.pupil.compiler.lower.processor.cells.AutomatonBuilder;
import dev.pupil.compiler.lower.processor.schedule.ProgramScheduler;
import dev.pupil.compiler.lower.rewrite.Widening;
import dev.pupil.compiler.lower.sweep.WavefrontLowering;
import dev.pupil.compiler.lower.sweep.WavefrontLowering.Waves;
import dev.pupil.compiler.lower.wave.AutomatonLowering;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;

/** The compiler: one line a stage, and between the stages {@linkplain StageCheck what must hold}. */
public final class Compiler {
    private Compiler() {}

    /**
     * Compiles what a file defines through all stages.
     *
     * @throws DiagnosticException if it is wrong, or too much for one step of a network, with every reason found
     */
    public static Compilation compile(Source source) throws DiagnosticException {
        return compile(definition(source));
    }

    /**
     * Compiles what has been checked through all other stages.
     *
     * @throws DiagnosticException if it is too much for one step of a network
     */
    public static Compilation compile(Definition definition) throws DiagnosticException {
        Lowering lowering = lower(definition);
        Automaton claimed = lowering.automaton();
        Automaton automaton = StageCheck.PROOF.passed(claimed, InvariantProver.prove(claimed));
        Circuit circuit = StageCheck.CIRCUIT.passed(automaton, circuit(automaton, definition.source()));
        Filter filter = StageCheck.FILTER.passed(circuit, FilterBuilder.build(circuit));
        WeightFile weights = WeightFile.untrained(filter, definition.source());
        return new Compilation(definition, lowering.way(), automaton, circuit, filter, weights);
    }

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

    /** Lowers what has been checked. */
    public static Lowering lower(Definition definition) {
        Way way = way(definition);
        Automaton automaton = switch (way) {
            case Way.Waves waves -> AutomatonLowering.lower(waves.passes());
            case Way.Sequence sequence -> AutomatonBuilder.build(sequence.schedule());
            case Way.Walk walk -> MachineLowering.lower(walk.machine());
        };
        return new Lowering(definition, way, StageCheck.LOWERING.passed(way, automaton));
    }

    /**
     * Programs are waves if they can be, else sequences of instructions; in both, small integers are wide that are too large
     * for what the program does with them. Machines are heads that walk.
     */
    private static Way way(Definition definition) {
        return switch (definition) {
            case Program program -> way(Widening.of(program));
            case Machine machine -> new Way.Walk(machine);
        };
    }

    private static Way way(Program widened) {
        return switch (WavefrontLowering.lower(widened)) {
            case Attempt.Made<Waves> made ->
                new Way.Waves(made.sweep().passes(), made.sweep().loops());
            case Attempt.Refused<Waves> refused ->
                new Way.Sequence(ProgramScheduler.schedule(widened), refused.objection());
        };
    }

    private static Circuit circuit(Automaton automaton, Source source) throws DiagnosticException {
        try {
            return CircuitBuilder.build(automaton);
        } catch (RuleTooLargeException e) {
            throw new DiagnosticException(source, ImmutableList.of(e.diagnostic()));
        }
    }
}
