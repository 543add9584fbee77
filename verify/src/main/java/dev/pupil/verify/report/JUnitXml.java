package dev.pupil.verify.report;

import com.google.common.collect.ImmutableMap;
import dev.pupil.verify.report.Verdict.Holds;
import dev.pupil.verify.report.Verdict.Refuted;
import dev.pupil.verify.report.Verdict.Undecided;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reports in the form in which Surefire writes test results and CI servers read them: a test suite for each weight file,
 * a test case for each obligation. What is refuted is a failure, what is undecided an error; nothing is ever skipped. A file
 * that can't be verified is a suite with one test case, an error.
 */
public final class JUnitXml {
    private static final Predicate<Finding> REFUTED =
            finding -> finding.conclusion().verdict() instanceof Refuted;
    private static final Predicate<Finding> UNDECIDED =
            finding -> finding.conclusion().verdict() instanceof Undecided;

    /** The test case of a file that can't be verified. */
    private static final String CAN_BE_VERIFIED = "the file can be verified";

    private JUnitXml() {}

    /** The text of one file with all reports. */
    public static String text(List<Report> reports) {
        Set<String> names = new HashSet<>();
        return Markup.document(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                markup -> markup.block("testsuites", totals("pupil verify", reports), suites -> {
                    suites.text("\n");
                    reports.forEach(report -> write(suites, report, className(report, names)));
                }));
    }

    /** The attributes that suites and the whole have in common. */
    private static ImmutableMap<String, String> totals(String name, List<Report> reports) {
        List<Finding> findings =
                reports.stream().flatMap(report -> report.findings().stream()).toList();
        long failed =
                reports.stream().filter(report -> report.failure().isPresent()).count();
        return ImmutableMap.of(
                "name", name,
                "tests", String.valueOf(findings.size() + failed),
                "failures", String.valueOf(findings.stream().filter(REFUTED).count()),
                "errors", String.valueOf(findings.stream().filter(UNDECIDED).count() + failed),
                "time", seconds(findings));
    }

    private static String seconds(List<Finding> findings) {
        double sum = findings.stream()
                .mapToDouble(finding -> Figures.seconds(finding.time()))
                .sum();
        return String.format(Locale.ROOT, "%.3f", sum);
    }

    private static void write(Markup markup, Report report, String name) {
        ImmutableMap<String, String> attributes = ImmutableMap.<String, String>builder()
                .putAll(totals(name, List.of(report)))
                .put("skipped", "0")
                .put("file", report.subject())
                .buildOrThrow();
        markup.block("testsuite", attributes, suite -> {
            suite.text("\n");
            report.sha256()
                    .ifPresent(sha256 -> suite.block(
                            "properties",
                            ImmutableMap.of(),
                            properties ->
                                    properties.empty("property", ImmutableMap.of("name", "sha256", "value", sha256))));
            report.failure()
                    .ifPresent(reason -> suite.block(
                            "testcase",
                            testCase(name, CAN_BE_VERIFIED, List.of()),
                            test -> problem(test, "error", "unusable", firstLine(reason), reason)));
            report.findings().forEach(finding -> write(suite, report, name, finding));
        });
    }

    private static ImmutableMap<String, String> testCase(String suite, String name, List<Finding> findings) {
        return ImmutableMap.of("classname", suite, "name", name, "time", seconds(findings));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static void write(Markup markup, Report report, String name, Finding finding) {
        Obligation obligation = finding.obligation();
        String title = obligation.code() + " " + obligation.title();
        markup.block("testcase", testCase(name, title, List.of(finding)), test -> {
            switch (finding.conclusion().verdict()) {
                case Holds holds -> {}
                case Refuted refuted ->
                    problem(
                            test,
                            "failure",
                            "refuted",
                            refuted.counterexample().summary(),
                            CounterexampleText.of(refuted.counterexample(), report.source()));
                case Undecided undecided -> problem(test, "error", "undecided", undecided.reason(), undecided.reason());
            }
            test.element("system-out", ImmutableMap.of(), evidence(finding));
        });
    }

    private static void problem(Markup markup, String element, String type, String message, String text) {
        markup.block(element, ImmutableMap.of("type", type, "message", message), text);
    }

    /**
     * As if a suite were a class: readers take what is before the last dot for a package. Each suite has a name of its own.
     *
     * @param taken the names of the suites before, to which this one's is added
     */
    private static String className(Report report, Set<String> taken) {
        String plain = "pupil." + report.subject().replace('.', '_');
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + " (" + i + ")";
        }
        return name;
    }

    private static String evidence(Finding finding) {
        String remembered = (finding.remembered() ? "remembered from an earlier run:\n" : "")
                + (finding.conclusion().verdict() instanceof Holds holds
                        ? holds.limit().map(limit -> "holds " + limit + "\n").orElse("")
                        : "");
        return finding.conclusion().evidence().stream()
                .map(evidence -> "%s: %s (%s)"
                        .formatted(
                                evidence.strength().word(),
                                evidence.statement(),
                                Figures.count(evidence.cases(), evidence.kind())))
                .collect(Collectors.joining("\n", remembered, ""));
    }
}
