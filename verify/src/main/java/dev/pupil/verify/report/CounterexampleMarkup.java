package dev.pupil.verify.report;

import com.google.common.collect.ImmutableMap;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceLine;
import dev.pupil.grammar.source.Span;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.trial.Disagreement;
import java.util.BitSet;
import java.util.Optional;

/** Counterexamples as HTML: pixels drawn, data as a table, the source line with its mark, and hidden units. */
final class CounterexampleMarkup {
    private static final ImmutableMap<String, String> PLAIN = ImmutableMap.of();

    private CounterexampleMarkup() {}

    /**
     * Writes all that is known about a counterexample.
     *
     * @param source the program that its span is in
     */
    static void write(Markup markup, Counterexample counterexample, Optional<Source> source) {
        markup.block("div", ImmutableMap.of("class", "counterexample"), box -> {
            box.block("p", ImmutableMap.of("class", "summary"), counterexample.summary());
            counterexample.neighbourhood().ifPresent(pixels -> neighbourhood(box, pixels));
            counterexample.data().ifPresent(data -> data(box, data));
            if (source.isPresent() && counterexample.span().isPresent()) {
                excerpt(box, source.get(), counterexample.span().get());
            }
            if (!counterexample.units().isEmpty()) {
                units(box, counterexample);
            }
        });
    }

    private static void neighbourhood(Markup markup, Neighbourhood neighbourhood) {
        markup.block("figure", PLAIN, figure -> {
            NeighbourhoodDrawing.draw(figure, neighbourhood);
            figure.block(
                    "figcaption",
                    PLAIN,
                    "The pixel in the middle goes wrong in the next step. Fields that are not shown are at rest; pixels"
                            + " outside the image are hatched.");
        });
    }

    private static void data(Markup markup, Disagreement data) {
        DataSet training = data.training();
        markup.block(
                "div",
                ImmutableMap.of("class", "wide"),
                wide -> wide.block("table", ImmutableMap.of("class", "data"), table -> {
                    table.block("caption", PLAIN, "The smallest data set that was found");
                    table.block(
                            "thead", PLAIN, head -> head.block("tr", PLAIN, row -> heading(row, training.features())));
                    table.block("tbody", PLAIN, body -> {
                        for (int example = 0; example < training.size(); example++) {
                            String name = "example " + (example + 1);
                            BitSet bits = training.row(example);
                            String label = training.label(example) ? "1" : "0";
                            body.block("tr", PLAIN, row -> cells(row, name, bits, training.features(), label));
                        }
                        body.block(
                                "tr",
                                ImmutableMap.of("class", "query"),
                                row -> cells(row, "query", data.query(), training.features(), "?"));
                    });
                }));
        markup.block("p", PLAIN, said -> {
            said.element("strong", PLAIN, data.expected().predictor());
            said.text(": " + data.expected().outcome() + "; ");
            said.element("strong", PLAIN, data.actual().predictor());
            said.text(": " + data.actual().outcome());
        });
    }

    private static void heading(Markup markup, int features) {
        markup.element("td", PLAIN, "");
        for (int feature = 0; feature < features; feature++) {
            markup.element("th", ImmutableMap.of("scope", "col"), String.valueOf(feature));
        }
        markup.element("th", ImmutableMap.of("scope", "col"), "label");
    }

    private static void cells(Markup markup, String name, BitSet bits, int features, String label) {
        markup.element("th", ImmutableMap.of("scope", "row"), name);
        for (int feature = 0; feature < features; feature++) {
            String bit = bits.get(feature) ? "1" : "0";
            markup.element("td", ImmutableMap.of("class", "bit" + bit), bit);
        }
        markup.element("td", ImmutableMap.of("class", "label"), label);
    }

    private static void excerpt(Markup markup, Source source, Span span) {
        SourceLine line = SourceLine.of(source, span);
        markup.block("p", ImmutableMap.of("class", "place"), place -> {
            place.text("The rule comes from ");
            place.element("code", PLAIN, source.name() + ":" + span);
        });
        markup.block("pre", ImmutableMap.of("class", "source"), pre -> {
            pre.element("span", ImmutableMap.of("class", "number"), String.valueOf(line.number()));
            pre.text(line.before());
            pre.element("mark", PLAIN, line.marked());
            pre.text(line.after());
        });
    }

    private static void units(Markup markup, Counterexample counterexample) {
        markup.block("p", ImmutableMap.of("class", "units"), units -> {
            units.text("Hidden units to blame: ");
            for (int i = 0; i < counterexample.units().size(); i++) {
                units.text(i > 0 ? ", " : "");
                units.element("code", PLAIN, counterexample.units().get(i));
            }
        });
    }
}
