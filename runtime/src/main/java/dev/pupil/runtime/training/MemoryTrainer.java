package dev.pupil.runtime.training;

import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.network.BackPropagation;
import dev.pupil.runtime.network.NetworkSizeException;
import java.time.Duration;

/**
 * Trains the memory layer of one network with one data set. It always starts from empty memory, W = 0, whatever memory
 * the weight file has.
 */
public final class MemoryTrainer {
    private final WeightFile network;
    private final DataSet examples;

    private MemoryTrainer(WeightFile network, DataSet examples) {
        this.network = network;
        this.examples = examples;
    }

    /**
     * A trainer.
     *
     * @param network its filter is used, and stays as it is
     * @param examples at least one, with labels
     * @throws TrainingException if there is nothing to learn from, or the network is one that does not learn
     */
    public static MemoryTrainer of(WeightFile network, DataSet examples) throws TrainingException {
        if (!network.filter().legend().learns()) {
            throw new TrainingException("'%s' is a machine that starts on a tape; it learns nothing from examples"
                    .formatted(network.filter().name()));
        }
        if (examples.size() == 0) {
            throw new TrainingException("there are no training examples");
        }
        if (!examples.hasLabels()) {
            throw new TrainingException("the training examples have no labels");
        }
        return new MemoryTrainer(network, examples);
    }

    /**
     * Trains.
     *
     * @param progress told about each update of SGD
     * @throws TrainingException if the network's images do not fit in memory
     */
    public Training train(TrainingMethod method, Progress progress) throws TrainingException {
        return switch (method) {
            case SGD -> {
                Tensor weight = descend(progress);
                yield training(method, weight, ClosedForm.maxDeviation(weight, closedForm()));
            }
            case CLOSED_FORM -> training(method, closedForm(), 0);
        };
    }

    private Training training(TrainingMethod method, Tensor weight, double maxDeviation) {
        return new Training(method, updates(), network.withMemory(weight), maxDeviation);
    }

    private Tensor closedForm() {
        return ClosedForm.weight(examples, network.learningRate());
    }

    /**
     * How long {@link TrainingMethod#SGD} will take, from timing a few recurrent steps. Takes a second or so itself.
     *
     * @throws TrainingException if the network's images do not fit in memory
     */
    public Duration estimateDescent() throws TrainingException {
        try {
            return BackPropagation.estimateUpdate(network.filter(), sizes(), network.dtype())
                    .multipliedBy(updates());
        } catch (NetworkSizeException exception) {
            throw tooLarge(exception);
        }
    }

    /** Algorithm 1 with learning rate 0 for the filter: each example once, in order, then the dummy example. */
    private Tensor descend(Progress progress) throws TrainingException {
        BackPropagation learner = backPropagation();
        for (int row = 0; row < examples.size(); row++) {
            learner.learn(examples, row, network.learningRate());
            progress.report(row + 1L, updates());
        }
        learner.learnDummy(network.learningRate());
        progress.report(updates(), updates());
        return learner.weight();
    }

    private int updates() {
        return examples.size() + 1;
    }

    private BackPropagation backPropagation() throws TrainingException {
        try {
            return new BackPropagation(network.filter(), sizes(), network.dtype());
        } catch (NetworkSizeException exception) {
            throw tooLarge(exception);
        }
    }

    private Sizes sizes() {
        return new Sizes(examples.features(), examples.size());
    }

    private static TrainingException tooLarge(NetworkSizeException exception) {
        return new TrainingException(
                exception.reason() + "; training in closed form writes the same weights without computing images");
    }
}
