package dev.pupil.verify.report;

import com.google.common.base.Predicates;
import com.google.common.collect.ImmutableMap;
import dev.pupil.verify.report.Verdict.Holds;
import dev.pupil.verify.report.Verdict.Refuted;
import dev.pupil.verify.report.Verdict.Undecided;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reports in the form in which Surefire writes test results and CI servers read them: a test suite for each weight file,
 * a test case for each obligation. What is refuted is a failure, what is undecided an error; nothing is ever skipped.
 */
public final class JUnitXml {
    private static final Predicate<Finding> REFUTED =
            finding -> finding.conclusion().verdict() instanceof Refuted;
    private static final Predicate<Finding> UNDECIDED =
            finding -> finding.conclusion().verdict() instanceof Undecided;

    private JUnitXml() {}

    /** The text of one file with all reports. */
    public static String text(List<Report> reports) {
        List<Finding> all =
                reports.stream().flatMap(report -> report.findings().stream()).toList();
        return Markup.document(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                markup -> markup.block("testsuites", totals("pupil verify", all), suites -> {
                    suites.text("\n");
                    reports.forEach(report -> write(suites, report));
                }));
    }

    private static ImmutableMap<String, String> totals(String name, List<Finding> findings) {
        return ImmutableMap.of(
                "name", name,
                "tests", String.valueOf(findings.size()),
                "failures", count(findings, REFUTED),
                "errors", count(findings, UNDECIDED),
                "skipped", count(findings, Predicates.alwaysFalse()),
                "time", seconds(findings));
    }

    private static String count(List<Finding> findings, Predicate<Finding> counted) {
        return String.valueOf(findings.stream().filter(counted).count());
    }

    private static String seconds(List<Finding> findings) {
        double sum = findings.stream()
                .mapToDouble(finding -> Figures.seconds(finding.time()))
                .sum();
        return String.format(Locale.ROOT, "%.3f", sum);
    }

    private static void write(Markup markup, Report report) {
        markup.block("testsuite", totals(className(report), report.findings()), suite -> {
            suite.text("\n");
            suite.block(
                    "properties",
                    ImmutableMap.of(),
                    properties ->
                            properties.empty("property", ImmutableMap.of("name", "sha256", "value", report.sha256())));
            report.findings().forEach(finding -> write(suite, report, finding));
        });
    }

    private static void write(Markup markup, Report report, Finding finding) {
        Obligation obligation = finding.obligation();
        ImmutableMap<String, String> attributes = ImmutableMap.of(
                "classname", className(report),
                "name", obligation.code() + " " + obligation.title(),
                "time", seconds(List.of(finding)));
        markup.block("testcase", attributes, test -> {
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

    /** As if a suite were a class: readers take what is before the last dot for a package. */
    private static String className(Report report) {
        return "pupil." + report.subject().replace('.', '_');
    }

    private static String evidence(Finding finding) {
        String remembered = finding.remembered() ? "remembered from an earlier run:\n" : "";
        return finding.conclusion().evidence().stream()
                .map(evidence -> "%s: %s (%s)"
                        .formatted(
                                evidence.strength().word(),
                                evidence.statement(),
                                Figures.count(evidence.cases(), evidence.kind())))
                .collect(Collectors.joining("\n", remembered, ""));
    }
}
