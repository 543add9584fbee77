package dev.pupil.verify.behaviour;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.engine.TrainedMemory;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Subject;
import java.util.Optional;

/** A trained file's memory: every row full of +1 and −1, the last one, the dummy example's, of +1. */
record MemoryRows() implements FilePart {
    @Override
    public Optional<Counterexample> fault(Subject subject) {
        if (subject.file().memory().isEmpty()) {
            return Optional.empty();
        }
        try {
            TrainedMemory.of(subject.file());
            return Optional.empty();
        } catch (PredictionException refused) {
            return Optional.of(Counterexample.of("" + refused.getMessage()));
        }
    }

    @Override
    public Evidence evidence(Subject subject) {
        WeightFile file = subject.file();
        if (file.memory().isEmpty()) {
            return new Evidence(Strength.CHECKED, "the file is not trained, and has no memory", 0, "rows");
        }
        Sizes sizes = file.sizes();
        return new Evidence(
                Strength.CHECKED,
                "memory holds m = %s examples of d = %s features and the dummy example, all -1 and 1"
                        .formatted(sizes.examples(), sizes.features()),
                sizes.examples() + 1L,
                "rows");
    }
}
