package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Head;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Watches an automaton and the weights made of it, size by size, and writes down what it sees. */
final class DepthWatch {
    private final Automaton automaton;
    private final boolean isMachine;
    private final ImmutableList<DepthRuns> both;
    private final boolean sameForAllData;
    private final List<Evidence> evidence = new ArrayList<>();
    private Optional<Counterexample> found = Optional.empty();

    /**
     * Watches both.
     *
     * @param isMachine whether L is what a machine promises
     */
    DepthWatch(Automaton automaton, boolean isMachine, DepthRuns ofAutomaton, DepthRuns ofWeights) {
        this.automaton = automaton;
        this.isMachine = isMachine;
        this.both = ImmutableList.of(ofAutomaton, ofWeights);
        Head head = automaton.head();
        this.sameForAllData = new DataIndependence(automaton).of(List.of(head.answered(), head.select()));
    }

    /** What a trial is used for. */
    @FunctionalInterface
    private interface Use {
        Optional<Counterexample> on(DepthRuns runs, Trial trial);
    }

    /** Watches until something is wrong. */
    Conclusion conclusion(DepthData data) {
        ImmutableList<Sizes> small =
                data.grid().stream().filter(data::exhausts).collect(ImmutableList.toImmutableList());
        ImmutableList<Sizes> others =
                data.grid().stream().filter(sizes -> !data.exhausts(sizes)).collect(ImmutableList.toImmutableList());
        answer(
                small,
                data::trials,
                Strength.EXHAUSTED,
                when ->
                        "all data sets and queries with %s: the automaton and the weights answer at one pixel %s L = %s steps, and the answer stays"
                                .formatted(
                                        SizeText.of(small),
                                        when,
                                        automaton.geometry().steps()));
        answer(
                others,
                data::trials,
                Strength.TESTED,
                when -> "all other sizes up to d = %s and m = %s with extreme and random data of seed %s: the same"
                        .formatted(data.side(), data.side(), data.seed()));
        answer(
                data.large(),
                sizes -> data.random(sizes).limit(1),
                Strength.TESTED,
                when ->
                        "sizes with many more features than examples, or fewer, and random ones up to d = %s and m = %s, with random data of seed %s (m×d: %s): the same, %s L"
                                .formatted(
                                        data.largest(),
                                        data.largest(),
                                        data.seed(),
                                        SizeText.list(data.large()),
                                        when));
        memorise(data);
        if (sameForAllData && found.isEmpty()) {
            noteIndependence(data);
        }
        return new Conclusion(
                ImmutableList.copyOf(evidence),
                found.<Verdict>map(Verdict.Refuted::new).orElseGet(this::holds));
    }

    /** What a machine promises is its author's word, and no formula that was made with it. */
    private Verdict holds() {
        return isMachine ? new Verdict.Holds(Optional.of("up to the sizes tried")) : new Verdict.Holds();
    }

    /** Whether answers were out before L, too. */
    private String when() {
        return both.stream().allMatch(runs -> runs.early().isEmpty()) ? "after exactly" : "after at most";
    }

    private void answer(
            Collection<Sizes> sizes,
            Function<Sizes, Stream<Trial>> trials,
            Strength strength,
            UnaryOperator<String> statement) {
        long before = both.stream().mapToLong(DepthRuns::answering).sum();
        watch(sizes, trials, DepthRuns::answer);
        if (found.isEmpty()) {
            long cases = both.stream().mapToLong(DepthRuns::answering).sum() - before;
            long rest = both.stream().mapToLong(DepthRuns::takeRest).max().orElse(0);
            String stillness = "; every image stands still %s or fewer steps later".formatted(rest);
            evidence.add(new Evidence(strength, statement.apply(when()) + stillness, cases, "images"));
        }
    }

    private void memorise(DepthData data) {
        Set<Sizes> sizes = new LinkedHashSet<>(data.grid());
        both.forEach(runs -> sizes.addAll(runs.early()));
        watch(sizes, each -> data.random(each).limit(1), DepthRuns::memorise);
        if (found.isEmpty()) {
            evidence.add(new Evidence(
                    Strength.TESTED,
                    "all sizes up to d = %s and m = %s with 0 to m rows of memory filled with random data of seed %s: after L steps the first empty row is selected, and nothing answers"
                            .formatted(data.side(), data.side(), data.seed()),
                    both.stream().mapToLong(DepthRuns::memorising).sum(),
                    "images"));
        }
    }

    private void watch(Collection<Sizes> all, Function<Sizes, Stream<Trial>> trials, Use use) {
        for (Sizes sizes : all) {
            for (Trial trial : (Iterable<Trial>) trials.apply(sizes)::iterator) {
                for (DepthRuns runs : both) {
                    if (found.isEmpty()) {
                        found = use.on(runs, trial);
                    }
                }
            }
        }
    }

    /** One image of each size has been watched, and stands for all data of that size. */
    private void noteIndependence(DepthData data) {
        evidence.add(new Evidence(
                Strength.EXHAUSTED,
                "all sizes up to d = %s and m = %s, whatever the data: the automaton answers and selects when and where it has to, for by its rules that does not depend on the lane's signs"
                        .formatted(data.side(), data.side()),
                data.grid().size(),
                "sizes"));
    }
}
