package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Arithmetic;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.rewrite.Flattened;
import dev.pupil.compiler.lower.rewrite.Flattening;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Uses;
import dev.pupil.compiler.program.Variable;
import java.util.List;

/** Makes schedules of checked programs. */
public final class ProgramScheduler {
    private static final Instruction COUNT_FEATURES = Instruction.Scan.adding(Places.FEATURE);

    private final Program program;
    private final Scheduling scheduling;

    private ProgramScheduler(Flattened flattened) {
        this.program = flattened.program();
        this.scheduling = new Scheduling(flattened);
    }

    /** A schedule that predicts what the program predicts. */
    public static Schedule schedule(Program program) {
        return new ProgramScheduler(Flattening.flatten(program)).schedule();
    }

    private Schedule schedule() {
        ImmutableList<Node> learn = Fusion.fuse(routine(program.learn()));
        scheduling.places().forgetAll();
        scheduling.values().forgetRows();
        ImmutableList<Node> predict = Fusion.fuse(routine(program.predict()));
        ImmutableList<Node> start = start();
        return new Schedule(
                program.name(),
                scheduling.allocation().registerFile(),
                Stalls.insert(start),
                Stalls.insert(Waiting.learning(learn, predict)),
                Stalls.insert(Waiting.predicting(predict)),
                scheduling.size().replies(),
                scheduling.size().rows(),
                scheduling.size().columns());
    }

    private ImmutableList<Node> routine(List<Statement> statements) {
        scheduling.beginRoutine(statements);
        scheduling.emitter().begin();
        for (Variable variable : Uses.of(statements)) {
            initialise(variable);
        }
        new Statements(scheduling, statements).routine();
        return scheduling.emitter().end();
    }

    /** Gives a wide integer its initial value; everything else has it from the start. */
    private void initialise(Variable variable) {
        if (!variable.type().isFinite() && !variable.isArray() && variable.initial() != 0) {
            scheduling.sums().evaluate(Affine.constant(variable.initial()));
            scheduling.sums().put(scheduling.home(variable), Terms.TRUE);
        }
    }

    /** What is done once: numbers that are the same for the whole run, and memory that does not start at 0. */
    private ImmutableList<Node> start() {
        ImmutableList<Node> memory = memory();
        scheduling.emitter().begin();
        if (scheduling.usesFeatures()) {
            scheduling.emitter().add(Arithmetic.of(new Order.Clear()));
            scheduling.emitter().add(COUNT_FEATURES);
            scheduling.sums().put(scheduling.features(), Terms.TRUE);
        }
        if (scheduling.usesExamples()) {
            scheduling.emitter().add(Arithmetic.of(new Order.Clear()));
            scheduling.emitter().add(new Instruction.CountExamples());
            scheduling.sums().put(scheduling.examples(), Terms.TRUE);
        }
        scheduling.constants().forEach((value, number) -> scheduling.sums().make(number, value));
        ImmutableList<Node> numbers = scheduling.emitter().end();
        scheduling.emitter().begin();
        scheduling.size().signRow().ifPresent(this::measure);
        return ImmutableList.<Node>builder()
                .addAll(numbers)
                .addAll(memory)
                .addAll(scheduling.emitter().end())
                .build();
    }

    private ImmutableList<Node> memory() {
        scheduling.emitter().begin();
        for (Variable variable : program.memory()) {
            initialise(variable);
        }
        scheduling.places().startCounts();
        return scheduling.emitter().end();
    }

    /** Has the row found in which signs are read. */
    private void measure(SignRow row) {
        Emitter emitter = scheduling.emitter();
        emitter.add(Arithmetic.of(new Order.Clear()));
        if (row.ofFeatures()) {
            emitter.add(
                    scheduling.usesFeatures()
                            ? Arithmetic.addition(scheduling.features().field(), Terms.TRUE)
                            : COUNT_FEATURES);
        }
        if (row.ofExamples()) {
            emitter.add(
                    scheduling.usesExamples()
                            ? Arithmetic.addition(scheduling.examples().field(), Terms.TRUE)
                            : new Instruction.CountExamples());
        }
        scheduling.sums().add(1);
        emitter.add(new Instruction.Measure());
        for (int i = 0; i < row.more(); i++) {
            emitter.add(Arithmetic.of(new Order.Deepen()));
        }
    }
}
