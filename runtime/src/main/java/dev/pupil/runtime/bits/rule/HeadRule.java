package dev.pupil.runtime.bits.rule;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a pixel adds to the network's output, Σ u·relu(V·h + ν), as a function of the bits that it holds.
 *
 * @param planes what the diagrams' variables are, in their order
 * @param output the pixel's part of the output
 * @param counts 1 where that part is not 0
 */
public record HeadRule(ImmutableIntArray planes, Diagram output, Diagram counts) {
    private static final int MOST_NODES = 200_000;

    /**
     * Reads the head of {@code filter}.
     *
     * @throws InexactNetworkException if its sums are not exact, or it has more to it than diagrams can tell
     */
    public static HeadRule read(Filter filter) throws InexactNetworkException {
        Exactness exactness = new Exactness(filter);
        exactness.requireHead();
        try {
            Reader reader = new Reader(filter);
            List<Diagram> units = reader.units();
            exactness.requireOutput(units);
            return reader.rule(units);
        } catch (Diagrams.TooManyNodesException e) {
            throw new InexactNetworkException("its head is too entangled to be taken apart into bits");
        }
    }

    private static final class Reader {
        private final Filter filter;
        private final int channels;
        private final Diagrams diagrams = new Diagrams(MOST_NODES);
        private final ImmutableIntArray planes;

        Reader(Filter filter) {
            this.filter = filter;
            this.channels = filter.channels().size();
            this.planes = ImmutableIntArray.copyOf(IntStream.range(0, channels)
                    .filter(channel ->
                            IntStream.range(0, unitCount()).anyMatch(unit -> filter.headHidden(unit, channel) != 0))
                    .flatMap(channel -> channel == 0
                            ? IntStream.of(Planes.LANE_LOW, Planes.LANE_HIGH)
                            : IntStream.of(Planes.of(channel))));
        }

        private int unitCount() {
            return filter.headOutputWeight().values().length();
        }

        /** relu(V·h + ν), unit by unit. */
        List<Diagram> units() {
            return IntStream.range(0, unitCount())
                    .mapToObj(unit -> diagrams.map(sum(unit), value -> Math.max(0, value)))
                    .toList();
        }

        HeadRule rule(List<Diagram> units) {
            Diagram output = diagrams.constant(0);
            for (int unit = 0; unit < units.size(); unit++) {
                double coefficient = filter.headOutputWeight().values().get(unit);
                output = diagrams.sum(output, diagrams.map(units.get(unit), value -> coefficient * value));
            }
            return new HeadRule(planes, output, diagrams.where(output, value -> value != 0));
        }

        /** V·h + ν. */
        private Diagram sum(int unit) {
            Diagram sum = diagrams.constant(filter.headHiddenBias().values().get(unit));
            for (int channel = 0; channel < channels; channel++) {
                double weight = filter.headHidden(unit, channel);
                if (weight != 0) {
                    sum = diagrams.sum(sum, diagrams.map(value(channel), each -> weight * each));
                }
            }
            return sum;
        }

        private Diagram value(int channel) {
            return channel == 0
                    ? Planes.lane(diagrams, variable(Planes.LANE_LOW), variable(Planes.LANE_HIGH))
                    : variable(Planes.of(channel));
        }

        private Diagram variable(int plane) {
            return diagrams.variable(planes.indexOf(plane));
        }
    }
}
