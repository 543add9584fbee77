package dev.pupil.examples.opponent;

import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parity of the first pair of features that is every example's label; 0 if there is none. */
public final class PairList implements Opponent {
    private record Pair(int first, int second) {
        boolean parity(BitSet x) {
            return x.get(first) != x.get(second);
        }
    }

    @Override
    public Predicate<BitSet> learn(DataSet examples) {
        Optional<Pair> consistent = pairs(examples.features())
                .filter(pair -> IntStream.range(0, examples.size())
                        .allMatch(i -> pair.parity(examples.row(i)) == examples.label(i)))
                .findFirst();
        return query -> consistent.map(pair -> pair.parity(query)).orElse(false);
    }

    private static Stream<Pair> pairs(int features) {
        return IntStream.range(0, features)
                .boxed()
                .flatMap(first -> IntStream.range(first + 1, features).mapToObj(second -> new Pair(first, second)));
    }
}
