package dev.pupil.verify.report;

import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceLine;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.trial.Disagreement;
import dev.pupil.verify.trial.Disagreement.Said;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counterexamples as plain text for terminals and logs. */
public final class CounterexampleText {
    private CounterexampleText() {}

    /**
     * All that is known about a counterexample, over several lines, without a final line end.
     *
     * @param source the program that its span is in
     */
    public static String of(Counterexample counterexample, Optional<Source> source) {
        List<String> parts = new ArrayList<>();
        parts.add(counterexample.summary());
        counterexample.neighbourhood().map(NeighbourhoodText::of).ifPresent(parts::add);
        counterexample.data().map(CounterexampleText::data).ifPresent(parts::add);
        if (source.isPresent() && counterexample.span().isPresent()) {
            parts.add(SourceLine.excerpt(source.get(), counterexample.span().get()));
        }
        if (!counterexample.units().isEmpty()) {
            parts.add("hidden units to blame: " + String.join(", ", counterexample.units()));
        }
        // Names come from the file, which may hold anything.
        return String.join("\n\n", parts).lines().map(Excerpt::printable).collect(Collectors.joining("\n"));
    }

    private static String data(Disagreement data) {
        DataSet training = data.training();
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < training.size(); row++) {
            text.append("example %-4s %s   label %s\n"
                    .formatted(row + 1, bits(training.row(row), training.features()), training.label(row) ? 1 : 0));
        }
        return text.append("query        %s   %s; %s"
                        .formatted(bits(data.query(), training.features()), said(data.expected()), said(data.actual())))
                .toString();
    }

    private static String said(Said said) {
        return said.predictor() + ": " + said.outcome();
    }

    private static String bits(BitSet row, int features) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < features; column++) {
            text.append(column > 0 ? " " : "").append(row.get(column) ? 1 : 0);
        }
        return text.toString();
    }
}
