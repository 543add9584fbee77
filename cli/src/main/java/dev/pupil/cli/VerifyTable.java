package dev.pupil.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.verify.report.CounterexampleText;
import dev.pupil.verify.report.Established;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Figures;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.report.Verdict.Holds;
import dev.pupil.verify.report.Verdict.Refuted;
import dev.pupil.verify.report.Verdict.Undecided;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * A report for people who sit at a terminal: a table with a row for each obligation, and below it why those that don't
 * hold do not, and what it means that those hold of which there are no cases.
 */
final class VerifyTable {
    /** The code and the longest title. */
    private static final int OBLIGATION = 54;

    private static final int STRENGTH = 11;
    private static final int CASES = 31;
    private static final int TIME = 10;
    private static final String SEPARATOR = ", ";
    private static final String INDENTATION = "    ";

    private final boolean colours;
    private final StringBuilder text = new StringBuilder();

    private VerifyTable(boolean colours) {
        this.colours = colours;
    }

    /** The text of a report, which ends with an empty line. */
    static String of(Report report, boolean colours) {
        VerifyTable table = new VerifyTable(colours);
        table.write(report);
        return table.text.toString();
    }

    private void write(Report report) {
        text.append(paint(Excerpt.printable(report.subject()), Style.bold)).append("\n");
        report.findings().forEach(this::row);
        explain(report);
        text.append("\n");
    }

    /** As many lines as the cases need. */
    private void row(Finding finding) {
        List<String> strengths = new ArrayList<>();
        List<String> cases = new ArrayList<>();
        for (Established established : Established.of(finding.conclusion().evidence())) {
            ImmutableList<String> lines = wrapped(established.cases());
            strengths.add(established.strength().word());
            lines.stream().skip(1).forEach(line -> strengths.add(""));
            cases.addAll(lines);
        }
        for (int line = 0; line < Math.max(1, cases.size()); line++) {
            boolean first = line == 0;
            String obligation =
                    finding.obligation().code() + "  " + finding.obligation().title();
            String row = padded(first ? obligation : "", OBLIGATION)
                    + padded(line < strengths.size() ? strengths.get(line) : "", STRENGTH)
                    + padded(line < cases.size() ? cases.get(line) : "", CASES)
                    + (first ? padded(time(finding), TIME) + verdict(finding) : "");
            text.append(row.stripTrailing()).append("\n");
        }
    }

    private static String time(Finding finding) {
        return finding.time().isZero() ? "" : String.format(Locale.ROOT, "%8s", Figures.time(finding.time()));
    }

    private String verdict(Finding finding) {
        Verdict verdict = finding.conclusion().verdict();
        Style style = switch (verdict) {
            case Holds holds -> Style.fg_green;
            case Refuted refuted -> Style.fg_red;
            case Undecided undecided -> Style.fg_yellow;
        };
        return paint(verdict.text(), style) + (finding.remembered() ? ", remembered" : "");
    }

    private void explain(Report report) {
        // The same reason mostly keeps several obligations from being checked.
        ListMultimap<String, String> undecided = LinkedListMultimap.create();
        for (Finding finding : report.findings()) {
            String code = finding.obligation().code();
            switch (finding.conclusion().verdict()) {
                case Holds holds -> explainLackOfCases(finding);
                case Refuted refuted ->
                    explanation(
                            paint(code + " is refuted", Style.bold, Style.fg_red),
                            CounterexampleText.of(refuted.counterexample(), report.source()));
                case Undecided reason -> undecided.put(Excerpt.printable(reason.reason()), code);
            }
        }
        Multimaps.asMap(undecided)
                .forEach((reason, codes) -> explanation(
                        paint(
                                String.join(", ", codes) + (codes.size() == 1 ? " is" : " are") + " undecided",
                                Style.bold,
                                Style.fg_yellow),
                        reason));
    }

    /** An obligation that holds without a case has nothing to show in the table but says why. */
    private void explainLackOfCases(Finding finding) {
        ImmutableList<Evidence> evidence = finding.conclusion().evidence();
        if (evidence.stream().allMatch(each -> each.cases() == 0)) {
            evidence.forEach(each -> explanation(
                    paint(finding.obligation().code() + " has no cases", Style.bold),
                    Excerpt.printable(each.statement())));
        }
    }

    private void explanation(String heading, String reason) {
        text.append("\n").append(heading).append(": ");
        boolean first = true;
        for (String line : Splitter.on('\n').split(reason)) {
            text.append((first ? line : INDENTATION + line).stripTrailing()).append("\n");
            first = false;
        }
    }

    /** Lines of at most the column's width, where that can be done by breaking them behind commas. */
    private static ImmutableList<String> wrapped(String cases) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        String line = "";
        for (String item : Splitter.on(SEPARATOR).split(Excerpt.printable(cases))) {
            String longer = line.isEmpty() ? item : line + SEPARATOR + item;
            if (line.isEmpty() || longer.length() < CASES) {
                line = longer;
            } else {
                lines.add(line + SEPARATOR.strip());
                line = item;
            }
        }
        return lines.add(line).build();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(cell.isEmpty() ? 0 : 1, width - cell.codePointCount(0, cell.length())));
    }

    private String paint(String painted, Style... styles) {
        return colours ? Colours.paint(painted, styles) : painted;
    }
}
