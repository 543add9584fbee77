package dev.pupil.verify.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.trial.Disagreement.Said;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataShrinkerTest {
    private static final Said ANYONE = new Said("anyone", new Outcome.Label(true));

    @Test
    void leavesOneExampleOfOneFeatureAndNoOnesWhereNothingMatters() {
        assertThat(text(new DataShrinker(trial -> true).shrink(large()))).isEqualTo("0,0\n# query 0\n");
    }

    @Test
    void keepsWhatThePropertyNeeds() {
        DataShrinker shrinker =
                new DataShrinker(trial -> IntStream.range(0, trial.training().size())
                                .filter(row -> trial.training().label(row)
                                        && trial.training().row(row).cardinality() > 0)
                                .count()
                        >= 2);

        assertThat(text(shrinker.shrink(large()))).isEqualTo("1,1\n1,1\n# query 0\n");
    }

    @Test
    void givesBackWhatIsSmallAlready() {
        Disagreement found = large();
        String all = text(new DataShrinker(trial -> false).shrink(found));

        assertThat(all)
                .isEqualTo(text(new Trial(
                        found.training(),
                        DataSet.of(found.training().features(), List.of(found.query()), Optional.empty()))));
    }

    private static Disagreement large() {
        Trial trial = new RandomData(new SplittableRandom(3))
                .trials(new Sizes(6, 9), 1)
                .findFirst()
                .orElseThrow();
        return new Disagreement(trial.training(), trial.queries().row(0), ANYONE, ANYONE);
    }

    private static String text(Trial trial) {
        String all = new Disagreement(trial.training(), trial.queries().row(0), ANYONE, ANYONE).toString();
        return all.substring(0, all.indexOf("# anyone"));
    }
}
