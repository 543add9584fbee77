package dev.pupil.runtime.experiment;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.lower.machine.TapeReader;
import dev.pupil.compiler.lower.machine.Timing;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.runtime.bits.BitsImage;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.machine.AutomatonImage;
import dev.pupil.runtime.machine.MachineImage;
import dev.pupil.runtime.machine.MachineRun;
import dev.pupil.runtime.machine.WrittenTape;
import dev.pupil.runtime.network.Nd4jImage;
import dev.pupil.runtime.reference.Walk;

/** Runs machines that are no learners. */
public final class MachineExperiment {
    private static final int FIRST_MARGIN = 8;

    /** A head that leaves an image of so many cells is not followed further. */
    private static final long MOST_CELLS = 1 << 24;

    private static final long STEPS_PER_REPORT = 1 << 16;

    private final Automaton automaton;
    private final Filter filter;
    private final EngineKind engine;
    private final Progress progress;

    /**
     * Runs of a machine.
     *
     * @param compilation of a machine that is no learner
     * @param engine what executes it
     * @param progress is told about steps of the network
     */
    public MachineExperiment(Compilation compilation, EngineKind engine, Progress progress) {
        this(compilation.automaton(), compilation.filter(), engine, progress);
    }

    /**
     * Runs of a machine whose network comes from elsewhere.
     *
     * @param automaton of a machine that is no learner
     * @param filter its network
     * @param engine what executes one of them, or the machine
     * @param progress is told about steps of the network
     */
    public MachineExperiment(Automaton automaton, Filter filter, EngineKind engine, Progress progress) {
        this.automaton = automaton;
        this.filter = filter;
        this.engine = engine;
        this.progress = progress;
    }

    /**
     * Runs the machine until it ends, or has taken so many steps.
     *
     * @param most how many steps the machine takes at most
     * @throws PredictionException if the engine can't, with the reason
     */
    public MachineRun run(StartingTape start, long most) throws PredictionException {
        if (engine == EngineKind.REFERENCE) {
            Walk.Result result = new Walk(start.machine(), start.tape(), start.start()).run(most);
            return new MachineRun(start, result.ending(), result.steps(), 0, result.tape(), result.head());
        }
        try (MachineImage image = image(start)) {
            return run(start, image, most);
        }
    }

    /**
     * Runs the machine in an image with as many blank cells around the tape as it needs: a few first, then twice as many until
     * the head stays in the image. If it leaves the largest one, too, that is what is returned.
     *
     * @param most how many steps the machine takes at most
     * @throws PredictionException if the engine can't, with the reason
     */
    public MachineRun run(WrittenTape tape, long most) throws PredictionException {
        int margin = FIRST_MARGIN;
        MachineRun run = run(tape.within(margin), most);
        while (run.ending() == Ending.LEFT_TAPE) {
            margin = 2 * margin;
            if (tape.cells(margin) > MOST_CELLS) {
                return run;
            }
            run = run(tape.within(margin), most);
        }
        return run;
    }

    private MachineImage image(StartingTape start) throws PredictionException {
        return switch (engine) {
            case AUTOMATON -> new AutomatonImage(Simulator.of(automaton).start(start.lane()));
            case BITS -> BitsImage.start(filter, start.lane());
            case ND4J -> Nd4jImage.start(filter, start.lane());
            case ONNX ->
                throw new PredictionException(
                        "the onnx engine tells no more than a network's output, and a machine's tape is in its image");
            case REFERENCE -> throw new IllegalStateException("no image");
        };
    }

    private MachineRun run(StartingTape start, MachineImage image, long most) throws PredictionException {
        Timing timing = new Timing(start.machine());
        long begin = timing.start(start.start().row(), start.start().column());
        long end = timing.end(begin, most);
        long steps = 0;
        while (steps < end && image.step()) {
            steps++;
            if (steps % STEPS_PER_REPORT == 0) {
                progress.report(steps, end);
            }
        }
        TapeReader reader = new TapeReader(
                start.machine(), image, start.tape().rows(), start.tape().columns());
        // A head that has gone has left in the last step that changed anything; there is no step in which it answers.
        boolean hasLeft = reader.head().isEmpty() && timing.steps(begin, steps + 1) <= most;
        Ending ending = reader.hasHalted() ? Ending.HALTED : hasLeft ? Ending.LEFT_TAPE : Ending.NONE;
        long taken = switch (ending) {
            case HALTED -> timing.steps(begin, steps);
            case LEFT_TAPE -> timing.steps(begin, steps + 1);
            case NONE -> most;
        };
        return new MachineRun(start, ending, taken, steps, reader.tape(), reader.head());
    }
}
