package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The sizes at which all data can be tried with a given amount of work: with each of them, all smaller ones. */
final class SmallSizes {
    /** No larger d or m is ever exhausted: 2 to the power of more bits than this is too much for any machine. */
    private static final int MOST = 30;

    /** What a step costs beside its pixels, in field values. */
    private static final int STEP_COST = 500;

    private SmallSizes() {}

    private record Priced(Sizes sizes, double work) {}

    /**
     * As many sizes as the work allows, the cheapest first; at least that with one feature and one example.
     *
     * @param work how many field values of pixels are computed at most, about a nanosecond each
     */
    static ImmutableList<Sizes> within(double work, Automaton automaton) {
        List<Priced> cheapest = IntStream.rangeClosed(1, MOST)
                .boxed()
                .flatMap(features -> IntStream.rangeClosed(1, MOST).mapToObj(examples -> new Sizes(features, examples)))
                .map(sizes -> new Priced(sizes, work(sizes, automaton)))
                .sorted(Comparator.comparingDouble(Priced::work))
                .toList();
        ImmutableList.Builder<Sizes> chosen = ImmutableList.builder();
        double sum = 0;
        for (Priced priced : cheapest) {
            sum += priced.work;
            if (sum > work && priced.sizes.features() * priced.sizes.examples() > 1) {
                break;
            }
            chosen.add(priced.sizes);
        }
        return chosen.build();
    }

    /** Data sets times queries times steps times pixels times fields. */
    private static double work(Sizes sizes, Automaton automaton) {
        int bits = sizes.examples() * (sizes.features() + 1) + sizes.features();
        Automaton.Geometry geometry = automaton.geometry();
        double pixels = (double) geometry.rows().at(sizes) * geometry.columns().at(sizes);
        return Math.pow(2, bits)
                * geometry.steps().at(sizes)
                * (STEP_COST + pixels * automaton.fields().size());
    }
}
