package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.report.Neighbourhood.Pixel;
import dev.pupil.verify.trial.Disagreement;
import dev.pupil.verify.trial.Disagreement.Said;
import dev.pupil.verify.trial.Outcome;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/** Reports that have a finding of every kind. */
final class SampleReports {
    static final Source PROGRAM = new Source("last.pupil", """
            learner last(d features) {
                memory bit seen;
                learn (example v) { seen = v.label; }
                predict (query v) { return seen; }
            }
            """);

    /** What would end an attribute, a tag, a comment or a script, disturb a terminal, or is no XML. */
    static final String NASTY = "<b>&amp;\"'</script>-->]]> \u0000\u001B[31m\u202E\uD800 \uD83E\uDDD1 ÄÖ";

    /** In the corner above and to the left of an image. */
    static final Counterexample PIXELS = new Counterexample(
            "channel 'memory' becomes 0 where the rule says 1",
            Optional.of(new Neighbourhood(ImmutableList.of(
                    outside(),
                    outside(),
                    outside(),
                    outside(),
                    inside(1, ImmutableSortedMap.of("memory", 1, "running", 0), "memory"),
                    inside(0, ImmutableSortedMap.of("memory", 0, "running", 1), "running"),
                    outside(),
                    inside(-1, ImmutableSortedMap.of("memory", 0, "running", 0)),
                    inside(2, ImmutableSortedMap.of("memory", 1, "running", 1), "memory", "running")))),
            Optional.empty(),
            ImmutableList.of("memory keeps", "memory takes"),
            Optional.of(new Span(3, 25, 3, 40)));

    static final Counterexample DATA = Counterexample.of(
            "automaton and reference disagree",
            new Disagreement(
                    DataSet.of(2, ImmutableList.of(bits("01"), bits("11")), Optional.of(bits("10"))),
                    bits("10"),
                    new Said("reference", new Outcome.Label(true)),
                    new Said("automaton", new Outcome.Failure("no answer after 12 steps"))));

    static final Report HOLDING = Report.of(
            "models/last.safetensors",
            "ab".repeat(32),
            Optional.of(PROGRAM),
            ImmutableList.of(
                    new Finding(
                            Obligation.FILE,
                            Conclusion.holds(
                                    new Evidence(Strength.CHECKED, "every tensor has its shape", 7, "tensors"),
                                    new Evidence(Strength.CHECKED, "every channel has its role", 14, "channels")),
                            Duration.ofMillis(40),
                            false),
                    new Finding(
                            Obligation.MEANING,
                            Conclusion.holds(
                                    new Evidence(
                                            Strength.EXHAUSTED, "all data sets up to d = 2, m = 3", 4_096, "data sets"),
                                    new Evidence(Strength.TESTED, "random data up to d = 9, seed 1", 1, "queries")),
                            Duration.ofMillis(2_345),
                            true)));

    static final Report BROKEN = Report.of(
            "broken.pupil",
            "cd".repeat(32),
            Optional.of(PROGRAM),
            ImmutableList.of(
                    new Finding(
                            Obligation.FILE,
                            Conclusion.holds(new Evidence(Strength.CHECKED, "all is there", 3, "things")),
                            Duration.ofMillis(7),
                            false),
                    new Finding(
                            Obligation.STEP,
                            Conclusion.refuted(
                                    PIXELS, new Evidence(Strength.PROVED, "these channels are right", 3, "channels")),
                            Duration.ofMillis(1_500),
                            false),
                    new Finding(Obligation.MEANING, Conclusion.refuted(DATA), Duration.ofSeconds(95), false),
                    new Finding(
                            Obligation.TEETH,
                            Conclusion.undecided("the unchanged file has to hold first"),
                            Duration.ZERO,
                            false)));

    static final Report HOSTILE = Report.of(
            NASTY,
            "ef".repeat(32),
            Optional.of(new Source(NASTY, NASTY)),
            ImmutableList.of(
                    new Finding(
                            Obligation.FILE,
                            Conclusion.refuted(
                                    new Counterexample(
                                            NASTY,
                                            Optional.empty(),
                                            Optional.empty(),
                                            ImmutableList.of(NASTY),
                                            Optional.of(new Span(1, 1, 1, 5))),
                                    new Evidence(Strength.CHECKED, NASTY, 1, NASTY)),
                            Duration.ZERO,
                            false),
                    new Finding(Obligation.STEP, Conclusion.undecided(NASTY), Duration.ZERO, false)));

    static final Report FAILED = Report.failed(
            "typo.pupil", "typo.pupil:3:9: error[PUP0101]: there is no 'sen'\n  memory bit sen;\n         ^^^");

    static final Report HOSTILE_FAILURE = Report.failed(NASTY, NASTY);

    static final ImmutableList<Report> ALL = ImmutableList.of(HOLDING, BROKEN, HOSTILE, FAILED, HOSTILE_FAILURE);

    private SampleReports() {}

    private static Pixel outside() {
        return new Pixel(false, 0, ImmutableSortedMap.of("memory", 0, "running", 0), ImmutableList.of());
    }

    private static Pixel inside(int lane, ImmutableSortedMap<String, Integer> fields, String... marked) {
        return new Pixel(true, lane, fields, ImmutableList.copyOf(marked));
    }

    private static BitSet bits(String digits) {
        BitSet bits = new BitSet();
        for (int i = 0; i < digits.length(); i++) {
            bits.set(i, digits.charAt(i) == '1');
        }
        return bits;
    }
}
