package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * How much work images are, so that checks can choose sizes by it: a program that takes thousands of steps is watched on
 * smaller data than one that takes tens. The unit is about a nanosecond.
 *
 * @param geometry image sizes and steps
 * @param weights numbers of the network that are not 0
 */
record Work(Geometry geometry, int weights) {
    /** What a pixel of a step costs beside its weights. */
    private static final int PIXEL_COST = 500;

    static Work of(Subject subject) {
        return new Work(subject.automaton().geometry(), subject.file().filter().nonZeroWeights());
    }

    /** What may be spent: as much as is given, unless thoroughness matters more than time. */
    static double within(double standard, Settings settings) {
        return switch (settings.effort()) {
            case QUICK -> standard / 5;
            case STANDARD -> standard;
            case THOROUGH -> Double.POSITIVE_INFINITY;
        };
    }

    /** To compute an image from the first step to the last. */
    double image(Sizes sizes) {
        double pixels = (double) geometry.rows().at(sizes) * geometry.columns().at(sizes);
        return geometry.steps().at(sizes) * pixels * (weights + PIXEL_COST);
    }

    /**
     * Those of the sizes, in their order, that are together no more work than {@code most}; the first one always.
     *
     * @param images how many there are of a size
     */
    ImmutableList<Sizes> affordable(List<Sizes> sizes, ToIntFunction<Sizes> images, double most) {
        ImmutableList.Builder<Sizes> chosen = ImmutableList.builder();
        double sum = 0;
        for (Sizes each : sizes) {
            double work = images.applyAsInt(each) * image(each);
            if (sum == 0 || sum + work <= most) {
                chosen.add(each);
                sum += work;
            }
        }
        return chosen.build();
    }
}
