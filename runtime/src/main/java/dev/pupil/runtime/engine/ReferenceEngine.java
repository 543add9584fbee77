package dev.pupil.runtime.engine;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.reference.Interpreter;
import dev.pupil.runtime.reference.Learner;
import dev.pupil.runtime.reference.NoAnswerException;

/**
 * Predicts with the program itself: checks the source in the weight file, lets the interpreter learn the examples that
 * the trained memory holds, and asks it. The filter is not looked at.
 */
public final class ReferenceEngine implements Engine {
    @Override
    public String name() {
        return "reference";
    }

    @Override
    public ImmutableIntArray predict(WeightFile trained, DataSet queries, Progress progress)
            throws PredictionException {
        TrainedMemory memory = TrainedMemory.of(trained);
        PredictionChecks.requireWidth(trained, queries);
        Learner learner = taught(program(trained), memory);
        ImmutableIntArray.Builder predictions = ImmutableIntArray.builder(queries.size());
        for (int query = 0; query < queries.size(); query++) {
            predictions.add(answer(learner, queries, query));
            progress.report(query + 1L, queries.size());
        }
        return predictions.build();
    }

    private static int answer(Learner learner, DataSet queries, int query) throws PredictionException {
        try {
            return learner.predict(queries.row(query)) ? 1 : 0;
        } catch (NoAnswerException e) {
            throw new PredictionException("query %s: %s".formatted(query + 1, e.getMessage()));
        }
    }

    private static Definition program(WeightFile trained) throws PredictionException {
        try {
            return Compiler.definition(trained.source());
        } catch (DiagnosticException e) {
            throw new PredictionException("the program in the weight file does not compile: " + e.getMessage());
        }
    }

    /** A learner that has learned the examples in memory, in order. */
    static Learner taught(Definition program, TrainedMemory memory) throws PredictionException {
        Learner learner = start(program, memory);
        for (int example = 0; example < memory.sizes().examples(); example++) {
            learner.learn(memory.features(example), memory.label(example));
        }
        return learner;
    }

    private static Learner start(Definition program, TrainedMemory memory) throws PredictionException {
        try {
            return Interpreter.start(program, memory.sizes());
        } catch (IllegalArgumentException e) {
            throw new PredictionException("the program can't be run at this size: " + e.getMessage());
        }
    }
}
