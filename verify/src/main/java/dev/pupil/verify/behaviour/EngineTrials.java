package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.EngineUnavailableException;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.EngineKind;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.ClosedForm;
import dev.pupil.verify.trial.CrossCheck;
import dev.pupil.verify.trial.DataShrinker;
import dev.pupil.verify.trial.Disagreement;
import dev.pupil.verify.trial.EnginePredictor;
import dev.pupil.verify.trial.ReferencePredictor;
import dev.pupil.verify.trial.Trial;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks engines, each on a thread of its own, since some of them take long to start. */
final class EngineTrials {
    private final Subject subject;
    private final List<Trial> trials;

    /**
     * Trials of engines.
     *
     * @param trials at least one
     */
    EngineTrials(Subject subject, List<Trial> trials) {
        this.subject = subject;
        this.trials = trials;
    }

    /** What came of asking an engine. */
    sealed interface Result {
        /** Every prediction is the program's. */
        record Agrees(EngineKind engine, long predictions) implements Result {}

        /** One is not, or there is none; as small as it could be made. */
        record Disagrees(Disagreement disagreement) implements Result {}

        /** The engine can't be started on this machine. */
        record Missing(String reason) implements Result {}
    }

    /** Asks all these engines. */
    ImmutableList<Result> run(List<EngineKind> engines) {
        ImmutableList.Builder<Result> results = ImmutableList.builder();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            List<Future<Result>> running = engines.stream()
                    .map(kind -> threads.submit(() -> run(kind)))
                    .toList();
            for (Future<Result> each : running) {
                results.add(await(each));
            }
        }
        return results.build();
    }

    private static Result await(Future<Result> running) {
        try {
            return running.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Result.Missing("interrupted");
        }
    }

    private Result run(EngineKind kind) {
        try {
            Engine engine = kind.start();
            requireAvailable(engine);
            CrossCheck check = new CrossCheck(
                    new ReferencePredictor(subject.lowering().program()), new EnginePredictor(engine, subject.file()));
            CrossCheck.Result result = check.run(trials.stream());
            return result.disagreement()
                    .<Result>map(found -> new Result.Disagrees(DataShrinker.smallest(check, found)))
                    .orElseGet(() -> new Result.Agrees(kind, result.compared()));
        } catch (EngineUnavailableException missing) {
            return new Result.Missing("" + missing.getMessage());
        } catch (LinkageError missing) {
            return new Result.Missing("engine %s can't be loaded on this machine: %s".formatted(kind, missing));
        }
    }

    /** Asks once, only to see whether anything comes back, be it a refusal. */
    private void requireAvailable(Engine engine) throws EngineUnavailableException {
        Trial first = trials.getFirst();
        try {
            engine.predict(
                    subject.file().withMemory(ClosedForm.memory(first.training())), first.queries(), Progress.NONE);
        } catch (EngineUnavailableException missing) {
            throw missing;
        } catch (PredictionException | RuntimeException broken) {
            // That is for the comparison to find.
            return;
        }
    }
}
