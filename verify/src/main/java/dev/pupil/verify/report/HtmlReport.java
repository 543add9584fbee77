package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reports as one page for people, which needs nothing but itself: a table of everything, then a section a file. */
public final class HtmlReport {
    private static final ImmutableMap<String, String> PLAIN = ImmutableMap.of();

    private HtmlReport() {}

    /** The text of a page with all reports. */
    public static String text(List<Report> reports) {
        return Markup.document(
                "<!DOCTYPE html>",
                page -> page.block("html", ImmutableMap.of("lang", "en"), html -> {
                    html.block("head", PLAIN, HtmlReport::head);
                    html.block("body", PLAIN, body -> {
                        body.block("h1", PLAIN, "pupil verify");
                        body.block("p", ImmutableMap.of("class", "verdict"), overall -> overall(overall, reports));
                        body.block("div", ImmutableMap.of("class", "wide"), wide -> summary(wide, reports));
                        for (int i = 0; i < reports.size(); i++) {
                            Section.write(body, reports.get(i), anchor(i));
                        }
                        body.block("section", ImmutableMap.of("class", "words"), HtmlReport::words);
                    });
                }));
    }

    private static void head(Markup head) {
        head.empty("meta", ImmutableMap.of("charset", "utf-8"));
        head.empty("meta", ImmutableMap.of("name", "viewport", "content", "width=device-width, initial-scale=1"));
        head.block("title", PLAIN, "pupil verify");
        head.block("style", PLAIN, styles());
    }

    private static String styles() {
        try {
            return Resources.toString(Resources.getResource(HtmlReport.class, "report.css"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of this program", e);
        }
    }

    private static void overall(Markup markup, List<Report> reports) {
        long holding = reports.stream().filter(Report::holds).count();
        boolean all = holding == reports.size();
        markup.element(
                "strong", ImmutableMap.of("class", all ? "holds" : "refuted"), all ? "Verified. " : "Not verified. ");
        markup.text("Every obligation holds for %s of %s."
                .formatted(holding, Figures.count(reports.size(), "weight files")));
    }

    private static void summary(Markup markup, List<Report> reports) {
        ImmutableList<Obligation> columns = reports.stream()
                .flatMap(report -> report.findings().stream())
                .map(Finding::obligation)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.<Obligation>naturalOrder()))
                .asList();
        markup.block("table", ImmutableMap.of("class", "summary"), table -> {
            table.block(
                    "thead",
                    PLAIN,
                    head -> head.block("tr", PLAIN, row -> {
                        row.element("th", ImmutableMap.of("scope", "col"), "weight file");
                        for (Obligation obligation : columns) {
                            row.element(
                                    "th",
                                    ImmutableMap.of("scope", "col", "title", obligation.title()),
                                    obligation.code());
                        }
                    }));
            table.block("tbody", PLAIN, body -> {
                for (int i = 0; i < reports.size(); i++) {
                    Report report = reports.get(i);
                    String anchor = anchor(i);
                    body.block("tr", PLAIN, row -> line(row, report, anchor, columns));
                }
            });
        });
    }

    private static void line(Markup row, Report report, String anchor, List<Obligation> columns) {
        row.element(
                "th",
                ImmutableMap.of("scope", "row"),
                cell -> cell.element("a", ImmutableMap.of("href", "#" + anchor), report.subject()));
        if (report.failure().isPresent()) {
            String width = String.valueOf(Math.max(1, columns.size()));
            row.element("td", ImmutableMap.of("class", "refuted", "colspan", width), "can't be verified");
            return;
        }
        for (Obligation obligation : columns) {
            Optional<Finding> finding = report.findings().stream()
                    .filter(each -> each.obligation() == obligation)
                    .findFirst();
            row.element(
                    "td",
                    PLAIN,
                    cell -> finding.ifPresent(known -> cell.element(
                            "a",
                            ImmutableMap.of(
                                    "class",
                                    known.conclusion().verdict().word(),
                                    "href",
                                    "#" + Section.anchor(anchor, obligation)),
                            known.conclusion().verdict().text())));
        }
    }

    private static String anchor(int report) {
        return "file-" + (report + 1);
    }

    private static void words(Markup section) {
        section.block("h2", PLAIN, "What the words mean");
        section.block("dl", PLAIN, list -> {
            for (Strength strength : Strength.values()) {
                list.block("dt", PLAIN, strength.word());
                list.block("dd", PLAIN, strength.meaning());
            }
        });
    }
}
