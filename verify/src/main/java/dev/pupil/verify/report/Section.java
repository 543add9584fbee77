package dev.pupil.verify.report;

import com.google.common.collect.ImmutableMap;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Verdict.Holds;
import dev.pupil.verify.report.Verdict.Refuted;
import dev.pupil.verify.report.Verdict.Undecided;
import java.util.Optional;

/** What the page says about one weight file: a part for each obligation, with all evidence. */
final class Section {
    private static final ImmutableMap<String, String> PLAIN = ImmutableMap.of();

    private Section() {}

    /**
     * Writes a report.
     *
     * @param anchor where links to it go
     */
    static void write(Markup markup, Report report, String anchor) {
        markup.block("section", ImmutableMap.of("id", anchor), section -> {
            section.block("h2", PLAIN, report.subject());
            report.sha256()
                    .ifPresent(sha256 -> section.block("p", ImmutableMap.of("class", "hash"), hash -> {
                        hash.text("SHA-256 of the weight file: ");
                        hash.element("code", PLAIN, sha256);
                    }));
            report.failure().ifPresent(reason -> {
                section.block("p", ImmutableMap.of("class", "reason"), "This file can't be verified:");
                section.block("pre", PLAIN, reason);
            });
            report.findings().forEach(finding -> write(section, finding, report.source(), anchor));
        });
    }

    /** Where links to an obligation of the report at {@code anchor} go. */
    static String anchor(String anchor, Obligation obligation) {
        return anchor + "-" + obligation.code();
    }

    private static void write(Markup markup, Finding finding, Optional<Source> source, String anchor) {
        ImmutableMap<String, String> attributes =
                ImmutableMap.of("class", "obligation", "id", anchor(anchor, finding.obligation()));
        Verdict verdict = finding.conclusion().verdict();
        markup.block("article", attributes, part -> {
            part.block("h3", PLAIN, title -> {
                title.element(
                        "span",
                        ImmutableMap.of("class", "code"),
                        finding.obligation().code());
                title.text(" " + finding.obligation().title() + " ");
                title.element("span", ImmutableMap.of("class", "badge " + verdict.word()), verdict.text());
                title.text(" ");
                title.element("span", ImmutableMap.of("class", "time"), time(finding));
            });
            evidence(part, finding);
            switch (finding.conclusion().verdict()) {
                case Holds holds -> {}
                case Refuted refuted -> CounterexampleMarkup.write(part, refuted.counterexample(), source);
                case Undecided undecided ->
                    part.block("p", ImmutableMap.of("class", "reason"), "Undecided: " + undecided.reason() + ".");
            }
        });
    }

    private static String time(Finding finding) {
        if (finding.time().isZero()) {
            return "not begun";
        }
        return (finding.remembered() ? "remembered; it took " : "") + Figures.time(finding.time());
    }

    private static void evidence(Markup markup, Finding finding) {
        if (finding.conclusion().evidence().isEmpty()) {
            return;
        }
        markup.block(
                "table",
                ImmutableMap.of("class", "evidence"),
                table -> table.block("tbody", PLAIN, body -> {
                    for (Evidence evidence : finding.conclusion().evidence()) {
                        body.block("tr", PLAIN, row -> {
                            row.element(
                                    "th",
                                    ImmutableMap.of("scope", "row"),
                                    evidence.strength().word());
                            row.element("td", PLAIN, evidence.statement());
                            row.element(
                                    "td",
                                    ImmutableMap.of("class", "cases"),
                                    Figures.count(evidence.cases(), evidence.kind()));
                        });
                    }
                }));
    }
}
