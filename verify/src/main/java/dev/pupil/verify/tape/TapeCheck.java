package dev.pupil.verify.tape;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.machine.StartingTape;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.tape.Ending;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.runtime.experiment.MachineExperiment;
import dev.pupil.runtime.machine.MachineRun;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.Optional;

/**
 * On random tapes, engines come to what the machine comes to: it halts, leaves the image or goes on, after as many steps,
 * with the same on the tape and the head in the same place.
 */
public final class TapeCheck implements Check {
    /** V5 of a machine. */
    public static final Check HAS_NO_FORMULA = (subject, settings) -> doesNotApply(
            "a machine's steps depend on its tape, and there is no formula for them; that the network takes as many is part of V6 and V8");

    /** V7 of a machine. */
    public static final Check HAS_NO_TRAINING =
            (subject, settings) -> doesNotApply("a machine's tape is written into memory, and nothing is trained");

    /** V6 of a machine. */
    public static final Check OF_AUTOMATON = new TapeCheck(EngineKind.AUTOMATON);

    /** V8 of a machine: the engines that show a tape. */
    public static final Check OF_ENGINES = new TapeCheck(EngineKind.BITS, EngineKind.ND4J);

    private static final long MOST_STEPS = 100;

    private final ImmutableList<EngineKind> engines;

    private TapeCheck(EngineKind... engines) {
        this.engines = ImmutableList.copyOf(engines);
    }

    private static Conclusion doesNotApply(String reason) {
        return Conclusion.holds(new Evidence(Strength.CHECKED, "does not apply: " + reason, 0, "cases"));
    }

    private static int tapes(Settings settings) {
        return switch (settings.effort()) {
            case QUICK -> 5;
            case STANDARD -> 20;
            case THOROUGH -> 500;
        };
    }

    @Override
    public Conclusion check(Subject subject, Settings settings) {
        if (!(subject.lowering().program() instanceof Machine machine)) {
            throw new IllegalArgumentException("no machine");
        }
        ImmutableList.Builder<Evidence> evidence = ImmutableList.builder();
        int count = tapes(settings);
        for (EngineKind engine : engines) {
            Optional<Counterexample> found = new RandomTapes(machine, settings.seed())
                    .tapes(count)
                    .flatMap(tape -> difference(subject, engine, tape).stream())
                    .findFirst();
            if (found.isPresent()) {
                return Conclusion.refuted(found.get(), evidence.build().toArray(new Evidence[0]));
            }
            evidence.add(new Evidence(
                    Strength.TESTED,
                    "random tapes of seed %s, up to %s steps: engine %s ends as the machine does, with the same steps, tape, and place of the head"
                            .formatted(settings.seed(), MOST_STEPS, engine),
                    count,
                    "tapes"));
        }
        return Conclusion.holds(evidence.build().toArray(new Evidence[0]));
    }

    private static Optional<Counterexample> difference(Subject subject, EngineKind engine, StartingTape tape) {
        try {
            MachineRun expected = run(subject, EngineKind.REFERENCE, tape);
            MachineRun found = run(subject, engine, tape);
            return isSame(expected, found)
                    ? Optional.empty()
                    : Optional.of(Counterexample.of(
                            "on tape %s, started in row %s, column %s, the machine %s after %s steps, but engine %s %s after %s"
                                    .formatted(
                                            TapeText.of(tape),
                                            tape.start().row(),
                                            tape.start().column(),
                                            TapeText.of(expected),
                                            expected.steps(),
                                            engine,
                                            TapeText.of(found),
                                            found.steps())));
        } catch (PredictionException refused) {
            return Optional.of(Counterexample.of(
                    "engine %s refuses tape %s: %s".formatted(engine, TapeText.of(tape), refused.getMessage())));
        }
    }

    private static MachineRun run(Subject subject, EngineKind engine, StartingTape tape) throws PredictionException {
        return new MachineExperiment(subject.automaton(), subject.file().filter(), engine, Progress.NONE)
                .run(tape, MOST_STEPS);
    }

    /** The tape of a machine that goes on is compared when it ends. */
    private static boolean isSame(MachineRun one, MachineRun other) {
        return one.ending() == other.ending()
                && one.steps() == other.steps()
                && (one.ending() == Ending.NONE
                        || (one.tape().equals(other.tape()) && one.head().equals(other.head())));
    }
}
