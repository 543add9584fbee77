package dev.pupil.verify.trial;

import dev.pupil.runtime.data.DataSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a trial with one query smaller as long as it keeps a property: examples go, then features, then ones become
 * zeros. The same trial always gives the same small one, from which nothing can be taken any more by itself.
 */
public final class DataShrinker {
    private final Predicate<Trial> property;

    /**
     * A shrinker.
     *
     * @param property what the small trial must have
     */
    public DataShrinker(Predicate<Trial> property) {
        this.property = property;
    }

    /** A trial, taken apart so that parts can be left out. */
    private record Draft(int features, List<BitSet> examples, List<Boolean> labels, BitSet query) {
        static Draft of(Disagreement found) {
            DataSet training = found.training();
            return new Draft(
                    training.features(),
                    IntStream.range(0, training.size()).mapToObj(training::row).toList(),
                    IntStream.range(0, training.size())
                            .mapToObj(training::label)
                            .toList(),
                    found.query());
        }

        Trial trial() {
            BitSet ones = new BitSet();
            for (int i = 0; i < labels.size(); i++) {
                ones.set(i, labels.get(i));
            }
            return new Trial(
                    DataSet.of(features, examples, Optional.of(ones)),
                    DataSet.of(features, List.of(query), Optional.empty()));
        }

        /** All that can be made of it by taking one thing away, the most first. */
        Stream<Draft> smaller() {
            Stream<Draft> fewerExamples =
                    IntStream.range(0, labels.size() > 1 ? labels.size() : 0).mapToObj(this::withoutExample);
            Stream<Draft> fewerFeatures =
                    IntStream.range(0, features > 1 ? features : 0).mapToObj(this::withoutFeature);
            Stream<Draft> fewerLabels =
                    IntStream.range(0, labels.size()).filter(labels::get).mapToObj(this::withoutLabel);
            Stream<Draft> fewerOnes = IntStream.range(0, examples.size())
                    .boxed()
                    .flatMap(row -> examples.get(row).stream()
                            .mapToObj(column -> withRow(row, cleared(examples.get(row), column))));
            Stream<Draft> fewerInQuery =
                    query.stream().mapToObj(column -> new Draft(features, examples, labels, cleared(query, column)));
            return Stream.of(fewerExamples, fewerFeatures, fewerLabels, fewerOnes, fewerInQuery)
                    .flatMap(each -> each);
        }

        private Draft withoutExample(int row) {
            return new Draft(features, without(examples, row), without(labels, row), query);
        }

        private Draft withoutFeature(int column) {
            return new Draft(
                    features - 1,
                    examples.stream().map(example -> removed(example, column)).toList(),
                    labels,
                    removed(query, column));
        }

        private Draft withoutLabel(int row) {
            List<Boolean> fewer = new ArrayList<>(labels);
            fewer.set(row, false);
            return new Draft(features, examples, fewer, query);
        }

        private Draft withRow(int row, BitSet example) {
            List<BitSet> changed = new ArrayList<>(examples);
            changed.set(row, example);
            return new Draft(features, changed, labels, query);
        }

        private static <T> List<T> without(List<T> list, int index) {
            List<T> fewer = new ArrayList<>(list);
            fewer.remove(index);
            return fewer;
        }

        private static BitSet cleared(BitSet bits, int index) {
            BitSet fewer = (BitSet) bits.clone();
            fewer.clear(index);
            return fewer;
        }

        /** Without the bit at {@code index}: the bits behind it move up. */
        private static BitSet removed(BitSet bits, int index) {
            BitSet moved = new BitSet();
            bits.stream().filter(bit -> bit != index).forEach(bit -> moved.set(bit < index ? bit : bit - 1));
            return moved;
        }
    }

    /** The smallest trial that can be reached from a disagreement's, itself if nothing can be taken away. */
    public Trial shrink(Disagreement found) {
        Draft draft = Draft.of(found);
        Optional<Draft> smaller = Optional.of(draft);
        while (smaller.isPresent()) {
            draft = smaller.get();
            smaller = draft.smaller()
                    .filter(candidate -> property.test(candidate.trial()))
                    .findFirst();
        }
        return draft.trial();
    }

    /**
     * The smallest disagreement between the same two predictors.
     *
     * @param check how {@code found} was found
     */
    public static Disagreement smallest(CrossCheck check, Disagreement found) {
        DataShrinker shrinker =
                new DataShrinker(trial -> check.run(trial).disagreement().isPresent());
        return check.run(shrinker.shrink(found)).disagreement().orElse(found);
    }
}
