package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** That part of V9 which is about everything but weights: each wrong label, size, code, or program is noticed. */
public final class CorruptionsCheck implements Check {
    /** How many are tried when there is little time. */
    private static final int FEW = 40;

    /** How many are tried when there is some time. */
    private static final int MANY = 120;

    /** A network with so many hidden units takes its time: of larger ones fewer corruptions are tried. */
    private static final int LARGE = 100;

    private final ImmutableMap<Obligation, Check> checks;
    private final ImmutableList<Source> others;

    /**
     * A check of checks.
     *
     * @param checks those besides that of the file which may refute a changed file
     * @param others programs that are put in the place of the file's own, besides it with one token changed
     */
    public CorruptionsCheck(Map<Obligation, Check> checks, List<Source> others) {
        this.checks = ImmutableMap.copyOf(checks);
        this.others = ImmutableList.copyOf(others);
    }

    /** A corruption and what became of it. */
    private record Outcome(Corruption corruption, Fate fate) {}

    @Override
    public Conclusion check(Subject subject, Settings settings) {
        ImmutableList<Corruption> all = new Corruptions(subject.file(), others).all();
        ImmutableList<Corruption> chosen =
                chosen(all, subject.file().filter().units().size(), settings);
        CorruptionTrial trial = new CorruptionTrial(checks, settings);
        List<Outcome> outcomes = chosen.parallelStream()
                .map(corruption -> new Outcome(corruption, trial.fate(corruption)))
                .toList();
        boolean isAll = chosen.size() == all.size();
        Evidence evidence = new Evidence(
                isAll ? Strength.EXHAUSTED : Strength.TESTED,
                (isAll
                                ? "each of a list of wrong labels, sizes, codes, invariants, and programs: "
                                : "some of a list of %s wrong labels, sizes, codes, invariants, and programs, chosen with seed %s: "
                                        .formatted(all.size(), settings.seed()))
                        + summary(outcomes),
                chosen.size(),
                "changed files");
        return new Conclusion(ImmutableList.of(evidence), verdict(outcomes));
    }

    private static ImmutableList<Corruption> chosen(ImmutableList<Corruption> all, int units, Settings settings) {
        return switch (settings.effort()) {
            case QUICK -> sample(all, FEW, settings.seed());
            case STANDARD -> sample(all, Math.clamp((long) MANY * LARGE / units, FEW, MANY), settings.seed());
            case THOROUGH -> all;
        };
    }

    private static ImmutableList<Corruption> sample(ImmutableList<Corruption> all, int most, long seed) {
        List<Corruption> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return ImmutableList.copyOf(shuffled.subList(0, Math.min(most, all.size())));
    }

    private static String summary(List<Outcome> outcomes) {
        Function<Fate, String> word = fate -> switch (fate) {
            case Fate.Refuted refuted -> "refuted by " + refuted.by().code();
            case Fate.Harmless harmless -> "harmless because " + harmless.reason();
            case Fate.Survived survived -> "not noticed";
            case Fate.Undecided undecided -> "left open by " + undecided.by().code();
        };
        Multiset<String> counts = outcomes.stream()
                .map(outcome -> word.apply(outcome.fate))
                .sorted(Collections.reverseOrder())
                .collect(ImmutableMultiset.toImmutableMultiset());
        return counts.entrySet().stream()
                .map(each -> "%s %s".formatted(each.getCount(), each.getElement()))
                .collect(Collectors.joining(", "));
    }

    private static Verdict verdict(List<Outcome> outcomes) {
        List<Verdict> survived = new ArrayList<>();
        List<Verdict> open = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome.fate) {
                case Fate.Refuted refuted -> {}
                case Fate.Harmless harmless -> {}
                case Fate.Survived missed ->
                    survived.add(new Verdict.Refuted(
                            Counterexample.of("no check notices that " + outcome.corruption.name())));
                case Fate.Undecided undecided ->
                    open.add(new Verdict.Undecided("%s can't say whether it matters that %s: %s"
                            .formatted(undecided.by().code(), outcome.corruption.name(), undecided.reason())));
            }
        }
        survived.addAll(open);
        return survived.isEmpty() ? new Verdict.Holds() : survived.getFirst();
    }
}
