package dev.pupil.runtime.experiment;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.data.DataException;
import dev.pupil.runtime.data.DataReader;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.data.Reading;
import dev.pupil.runtime.engine.PredictionChecks;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.experiment.Observer.Task;
import dev.pupil.runtime.training.MemoryTrainer;
import dev.pupil.runtime.training.Training;
import dev.pupil.runtime.training.TrainingException;
import dev.pupil.runtime.training.TrainingMethod;
import java.nio.file.Path;

/** Trains networks on data files, asks them, and tells an observer what it does meanwhile. */
public final class Experiment {
    private final Observer observer;

    /** Experiments that {@code observer} follows. */
    public Experiment(Observer observer) {
        this.observer = observer;
    }

    /**
     * What a training and an examination gave.
     *
     * @param training what was learned
     * @param predictions what was answered
     */
    public record Outcome(Training training, Predictions predictions) {}

    /**
     * Trains a network.
     *
     * @param network its filter; memory that it may have is not looked at
     * @param data the training data's file
     * @throws DataException if the file holds no training data
     * @throws TrainingException if the network can't be trained on it
     */
    public Training train(WeightFile network, Path data, TrainingMethod method)
            throws DataException, TrainingException {
        return train(network, readTraining(data), method);
    }

    /**
     * Asks a trained network.
     *
     * @param trained a network with memory
     * @param data the queries' file, with labels or without
     * @throws DataException if the file holds no queries for this network
     * @throws PredictionException if the network can't predict
     */
    public Predictions predict(WeightFile trained, Path data, EngineKind engine)
            throws DataException, PredictionException {
        PredictionChecks.requireTrained(trained);
        return predict(trained, readQueries(data, trained.sizes().features()), engine);
    }

    /**
     * Trains a network and asks it. Both files are read before the training starts.
     *
     * @param network its filter; memory that it may have is not looked at
     * @param trainingData the training data's file
     * @param queryData the queries' file, with labels or without
     * @throws DataException if a file holds no such data, or not of the same width as the other
     * @throws TrainingException if the network can't be trained
     * @throws PredictionException if the network can't predict
     */
    public Outcome run(WeightFile network, Path trainingData, Path queryData, TrainingMethod method, EngineKind engine)
            throws DataException, TrainingException, PredictionException {
        DataSet examples = readTraining(trainingData);
        DataSet queries = readQueries(queryData, examples.features());
        Training training = train(network, examples, method);
        return new Outcome(training, predict(training.trained(), queries, engine));
    }

    private Training train(WeightFile network, DataSet examples, TrainingMethod method) throws TrainingException {
        MemoryTrainer trainer = MemoryTrainer.of(network, examples);
        switch (method) {
            case SGD -> observer.isAboutToTrain(examples.size() + 1, trainer.estimateDescent());
            case CLOSED_FORM -> {}
        }
        return trainer.train(method, observer.begins(Task.TRAINING));
    }

    private Predictions predict(WeightFile trained, DataSet queries, EngineKind engine) throws PredictionException {
        ImmutableIntArray answers = engine.start().predict(trained, queries, observer.begins(Task.PREDICTING));
        return new Predictions(engine, queries, answers);
    }

    private DataSet readTraining(Path file) throws DataException {
        return observed(file, DataReader.training(file));
    }

    private DataSet readQueries(Path file, int features) throws DataException {
        return observed(file, DataReader.queries(file, features));
    }

    private DataSet observed(Path file, Reading reading) {
        observer.hasRead(file, reading);
        return reading.data();
    }
}
