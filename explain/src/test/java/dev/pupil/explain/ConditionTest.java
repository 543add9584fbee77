package dev.pupil.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.TermEvaluator;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.text.TermText;
import dev.pupil.compiler.text.TermTextException;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.explain.Explanation.UnitNote;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of units, held against their weights. */
final class ConditionTest {

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void aUnitIsMoreThanZeroExactlyWhereItsConditionSays(String name) throws TermTextException {
        WeightFile file = ExampleFiles.compiled(name);
        Explanation explanation = Explainer.explain(file);

        for (int unit = 0; unit < explanation.units().size(); unit++) {
            UnitNote note = explanation.units().get(unit);
            assertThat(note.positive()).as(note.name()).isPresent();
            Term condition = TermText.parse(note.positive().orElseThrow());
            new Neighbourhoods(file.filter(), unit)
                    .all(seen -> assertThat(TermEvaluator.evaluate(condition, seen) == 1)
                            .as("%s where %s", note.name(), seen)
                            .isEqualTo(seen.sum() > 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void whatInvariantsShortenIsTrueInEveryStepOfARun(String name) throws TermTextException {
        Filter filter = ExampleFiles.compiled(name).filter();
        ImmutableList<Optional<Term>> conditions = shortened(Explainer.explain(ExampleFiles.compiled(name)));
        Sizes sizes = new Sizes(3, 2);

        new Run(filter, sizes, new Random(1))
                .steps(
                        filter.geometry().steps().at(sizes) + 2,
                        values -> IntStream.range(0, conditions.size())
                                .forEach(unit -> conditions.get(unit).ifPresent(condition -> {
                                    var seen = new Neighbourhoods(filter, unit).new Seen(values);
                                    assertThat(TermEvaluator.evaluate(condition, seen) == 1)
                                            .as(
                                                    "%s where %s",
                                                    filter.units().get(unit).name(), seen)
                                            .isEqualTo(seen.sum() > 0);
                                })));
    }

    private static ImmutableList<Optional<Term>> shortened(Explanation explanation) throws TermTextException {
        ImmutableList.Builder<Optional<Term>> conditions = ImmutableList.builder();
        for (UnitNote unit : explanation.units()) {
            conditions.add(
                    unit.positiveWithInvariants().isPresent()
                            ? Optional.of(
                                    TermText.parse(unit.positiveWithInvariants().get()))
                            : Optional.empty());
        }
        return conditions.build();
    }
}
