package dev.pupil.verify.behaviour;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.network.BackPropagation;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.runtime.network.NetworkSizeException;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.Training;
import dev.pupil.runtime.training.TrainingException;
import dev.pupil.runtime.training.TrainingMethod;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.ClosedForm;
import dev.pupil.verify.trial.CrossCheck;
import dev.pupil.verify.trial.EnginePredictor;
import dev.pupil.verify.trial.ReferencePredictor;
import dev.pupil.verify.trial.Trial;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains a network from empty memory, looks at what every update does, and counts. */
final class Sgd {
    /** With this learning rate no gradient but 0 leaves a weight as it is. */
    private static final double VERY_FAST = 0x1p60;

    private final Subject subject;
    private long updates;
    private long furtherUpdates;
    private long predictions;
    private double deviation;

    Sgd(Subject subject) {
        this.subject = subject;
    }

    /** How many updates have filled memory. */
    long updates() {
        return updates;
    }

    /** How many updates have been tried on full memory. */
    long furtherUpdates() {
        return furtherUpdates;
    }

    /** How many predictions have been compared. */
    long predictions() {
        return predictions;
    }

    /** The largest difference between a memory weight and its closed form. */
    double deviation() {
        return deviation;
    }

    /**
     * Trains on a trial's data, goes on when memory is full, and predicts the trial's queries; gives what went wrong first.
     *
     * @throws NetworkSizeException if the network's images do not fit in memory
     * @throws TrainingException for the same reason
     */
    Optional<Counterexample> watch(Trial trial) throws NetworkSizeException, TrainingException {
        WeightFile file = subject.file();
        BackPropagation learner = new BackPropagation(file.filter(), trial.sizes(), file.dtype());
        Tensor goal = ClosedForm.memory(trial.training());
        Optional<String> fault = fill(learner, trial.training(), goal);
        if (fault.isEmpty()) {
            fault = goOn(learner, trial.training(), goal);
        }
        if (fault.isEmpty()) {
            fault = train(trial.training(), goal);
        }
        return fault.isPresent()
                ? fault.map(text -> Counterexample.of("for %s %s".formatted(SizeText.of(trial.sizes()), text)))
                : predict(trial);
    }

    /** Each example once, in order, then the dummy example. */
    private Optional<String> fill(BackPropagation learner, DataSet training, Tensor goal) {
        double rate = subject.file().learningRate();
        for (int row = 0; row <= training.size(); row++) {
            double output = row < training.size() ? learner.learn(training, row, rate) : learner.learnDummy(rate);
            updates++;
            if (output != 0) {
                return Optional.of("the output is %s, not 0, with %s of %s rows of memory filled"
                        .formatted(output, row, training.size() + 1));
            }
            Optional<String> fault = deviation(learner.weight(), goal, row + 1);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** Compares memory with its closed form, of which only some rows are filled yet. */
    private Optional<String> deviation(Tensor memory, Tensor goal, int filledRows) {
        int columns = goal.shape().get(1);
        ImmutableDoubleArray values = memory.values();
        for (int index = 0; index < values.length(); index++) {
            double wanted = index / columns < filledRows
                    ? subject.file().learningRate() * goal.values().get(index)
                    : 0;
            double value = values.get(index);
            deviation = Math.max(deviation, Math.abs(value - wanted));
            if (value != wanted) {
                return Optional.of("memory.weight[%s, %s] is %s after %s updates, not %s"
                        .formatted(index / columns, index % columns, value, filledRows, wanted));
            }
        }
        return Optional.empty();
    }

    /**
     * Goes on learning with full memory, the examples with their labels and with the others: with one of them the output is
     * not the label, so that only the gradient of the output can be what makes the whole gradient 0.
     */
    private Optional<String> goOn(BackPropagation learner, DataSet training, Tensor goal) {
        for (DataSet examples : List.of(training, opposite(training))) {
            for (int row = 0; row < training.size(); row++) {
                learner.learn(examples, row, VERY_FAST);
                furtherUpdates++;
                if (!learner.weight().equals(goal)) {
                    return Optional.of(
                            "memory changes when example %s is learned again with label %s, although it is full"
                                    .formatted(row + 1, examples.label(row) ? 1 : 0));
                }
            }
        }
        learner.learnDummy(VERY_FAST);
        furtherUpdates++;
        return learner.weight().equals(goal)
                ? Optional.empty()
                : Optional.of("memory changes when the dummy example is learned again, although it is full");
    }

    private static DataSet opposite(DataSet training) {
        BitSet labels = new BitSet();
        IntStream.range(0, training.size()).forEach(row -> labels.set(row, !training.label(row)));
        return DataSet.of(
                training.features(),
                IntStream.range(0, training.size()).mapToObj(training::row).toList(),
                Optional.of(labels));
    }

    /** Trains as users do, who get a file with memory. */
    private Optional<String> train(DataSet training, Tensor goal) throws TrainingException {
        WeightFile file = subject.file();
        Training done = MemoryTrainer.of(file, training).train(TrainingMethod.SGD, Progress.NONE);
        updates += done.updates();
        deviation = Math.max(deviation, done.maxDeviation());
        if (!done.trained().filter().equals(file.filter())) {
            return Optional.of("training changes the filter");
        }
        return done.trained().memory().equals(Optional.of(goal))
                ? Optional.empty()
                : Optional.of(
                        "training leaves a memory that is %s from its closed form".formatted(done.maxDeviation()));
    }

    /** Asks the network, whose memory is known to be what the engine is given. */
    private Optional<Counterexample> predict(Trial trial) {
        CrossCheck check = new CrossCheck(
                new ReferencePredictor(subject.lowering().program()),
                new EnginePredictor(new Nd4jEngine(), subject.file()));
        CrossCheck.Result result = check.run(trial);
        predictions += result.compared();
        return result.disagreement().map(Counterexample::of);
    }
}
