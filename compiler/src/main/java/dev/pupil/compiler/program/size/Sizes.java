package dev.pupil.compiler.program.size;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The sizes of one run.
 *
 * @param features d, the number of features of an example, at least 1
 * @param examples m, the number of training examples, at least 1
 */
public record Sizes(int features, int examples) {
    public Sizes {
        checkArgument(features >= 1, "at least one feature");
        checkArgument(examples >= 1, "at least one example");
    }
}
