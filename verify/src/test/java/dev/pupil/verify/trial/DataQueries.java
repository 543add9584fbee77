package dev.pupil.verify.trial;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;

/** Queries for a random trial: all there are if they are few. */
record DataQueries(RandomData data, Sizes sizes) {
    private static final int FEW = 3;

    DataSet someOrAll() {
        return sizes.features() <= FEW
                ? ExhaustiveData.queries(sizes.features())
                : data.unlabelled(sizes.features(), 1 << FEW);
    }
}
