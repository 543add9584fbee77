package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.weights.SafetensorsReader;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.verify.proof.Changes;
import dev.pupil.verify.proof.WeightChange;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * That part of V9 which is about weights: each changed number is refuted, or proved harmless. {@link Changes} judges all
 * changes by what they can do to one hidden unit; some of them, chosen at random, are given as whole files to the checks
 * themselves, which must come to the same verdict.
 */
public final class WeightChangesCheck implements Check {
    private final ImmutableMap<Obligation, Check> checks;

    /**
     * A check of checks.
     *
     * @param checks those that may refute a changed file, in the order in which they are asked
     */
    public WeightChangesCheck(Map<Obligation, Check> checks) {
        this.checks = ImmutableMap.copyOf(checks);
    }

    /** A change and whether some check has to refute it. */
    private record Expectation(WeightChange change, boolean isWrong) {}

    @Override
    public Conclusion check(Subject subject, Settings settings) {
        Filter filter = subject.file().filter();
        ImmutableList<WeightChange> all = WeightChange.all(filter);
        ImmutableList<WeightChange> harmless = Changes.of(subject).harmless(all);
        ImmutableList<WeightChange> refuted =
                ImmutableList.copyOf(Sets.difference(ImmutableSet.copyOf(all), ImmutableSet.copyOf(harmless)));
        Evidence judged = new Evidence(
                Strength.EXHAUSTED,
                String.format(
                        Locale.ROOT,
                        "every number of every tensor one more, one less, dropped, or with its sign turned: %,d refuted by V2 or V4, %,d proved harmless",
                        refuted.size(),
                        harmless.size()),
                all.size(),
                "changed weights");
        Random random = new Random(settings.seed());
        List<WeightChange> wrongSample = sample(refuted, settings, random);
        List<WeightChange> harmlessSample = sample(harmless, settings, random);
        Evidence repeated = new Evidence(
                Strength.TESTED,
                "%s of these and %s of those as whole files, chosen with seed %s: the checks say the same"
                        .formatted(wrongSample.size(), harmlessSample.size(), settings.seed()),
                (long) wrongSample.size() + harmlessSample.size(),
                "changed files");
        ImmutableList<Verdict> doubts = Stream.concat(
                        wrongSample.stream().map(change -> new Expectation(change, true)),
                        harmlessSample.stream().map(change -> new Expectation(change, false)))
                .parallel()
                .flatMap(expectation -> doubt(expectation, subject, settings).stream())
                .collect(ImmutableList.toImmutableList());
        return doubts.isEmpty()
                ? Conclusion.holds(judged, repeated)
                : new Conclusion(ImmutableList.of(judged), doubts.getFirst());
    }

    private static List<WeightChange> sample(List<WeightChange> changes, Settings settings, Random random) {
        int most = switch (settings.effort()) {
            case QUICK -> 2;
            case STANDARD -> 3;
            case THOROUGH -> 100;
        };
        List<WeightChange> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    /** A subject with what comes of a file on its way through bytes; its program is the same. */
    private static Subject reread(WeightFile file, Subject subject) {
        try {
            return new Subject(
                    SafetensorsReader.read("the changed file", SafetensorsWriter.bytes(file)), subject.lowering());
        } catch (WeightFileException e) {
            throw new IllegalStateException("only a number was changed", e);
        }
    }

    /** Why the verdict on a change is in doubt: the checks do not say what was expected of them. */
    private Optional<Verdict> doubt(Expectation expectation, Subject subject, Settings settings) {
        WeightChange change = expectation.change;
        boolean isWrong = expectation.isWrong;
        Subject changed = reread(change.in(subject.file()), subject);
        String name = change.describe(subject.file().filter());
        for (Map.Entry<Obligation, Check> each : checks.entrySet()) {
            switch (each.getValue().check(changed, settings).verdict()) {
                case Verdict.Holds holds -> {}
                case Verdict.Undecided undecided -> {
                    return Optional.of(new Verdict.Undecided("%s can't say whether %s matters: %s"
                            .formatted(each.getKey().code(), name, undecided.reason())));
                }
                case Verdict.Refuted refuted -> {
                    return isWrong
                            ? Optional.empty()
                            : Optional.of(
                                    new Verdict.Refuted(Counterexample.of("%s was judged harmless, but %s says: %s"
                                            .formatted(
                                                    name,
                                                    each.getKey().code(),
                                                    refuted.counterexample().summary()))));
                }
            }
        }
        return isWrong
                ? Optional.of(new Verdict.Refuted(Counterexample.of("no check notices %s".formatted(name))))
                : Optional.empty();
    }
}
