package dev.pupil.examples.opponent;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.data.DataSet;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The majority of all hypotheses, here single literals, that every example agrees with; 0 on a tie. */
public final class VersionSpace implements Opponent {

    @Override
    public Predicate<BitSet> learn(DataSet examples) {
        ImmutableList<Predicate<BitSet>> consistent = literals(examples.features())
                .filter(hypothesis -> IntStream.range(0, examples.size())
                        .allMatch(i -> hypothesis.test(examples.row(i)) == examples.label(i)))
                .collect(ImmutableList.toImmutableList());
        return query -> {
            long votes = consistent.stream()
                    .filter(hypothesis -> hypothesis.test(query))
                    .count();
            return 2 * votes > consistent.size();
        };
    }

    private static Stream<Predicate<BitSet>> literals(int features) {
        return IntStream.range(0, features)
                .<Predicate<BitSet>>mapToObj(j -> x -> x.get(j))
                .flatMap(literal -> Stream.of(literal, literal.negate()));
    }
}
