package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.SourceLine;
import dev.pupil.grammar.source.Span;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.verify.report.Neighbourhood.Pixel;
import dev.pupil.verify.report.Verdict.Holds;
import dev.pupil.verify.report.Verdict.Refuted;
import dev.pupil.verify.report.Verdict.Undecided;
import dev.pupil.verify.trial.Disagreement;
import dev.pupil.verify.trial.Disagreement.Said;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report for machines. What there is none of is null; names and their order stay the same from version to version.
 *
 * @param subject the weight file, or the program, as the user called it
 * @param sha256 of the weight file's bytes, where there is one
 * @param program the program's name, where it could be read
 * @param holds whether every obligation holds
 * @param findings one for each obligation
 * @param error why the file can't be verified, if it can't
 */
public record JsonReport(
        String subject,
        Optional<String> sha256,
        Optional<String> program,
        boolean holds,
        ImmutableList<JsonFinding> findings,
        Optional<String> error) {

    /**
     * An obligation and what came of it.
     *
     * @param obligation {@code V1} to {@code V9}
     * @param title what was to be established
     * @param verdict {@code holds}, {@code refuted} or {@code undecided}
     * @param seconds how long it took when it was checked
     * @param remembered whether that was an earlier time
     * @param evidence what was established
     * @param reason why it is undecided
     * @param counterexample why it is refuted
     * @param limit how far it holds, where that is not for good
     */
    record JsonFinding(
            String obligation,
            String title,
            String verdict,
            double seconds,
            boolean remembered,
            ImmutableList<JsonEvidence> evidence,
            Optional<String> reason,
            Optional<JsonCounterexample> counterexample,
            Optional<String> limit) {}

    /** See {@link Evidence}. */
    record JsonEvidence(String strength, String statement, long cases, String kind) {}

    /** See {@link Counterexample}. */
    record JsonCounterexample(
            String summary,
            Optional<ImmutableList<JsonPixel>> neighbourhood,
            Optional<JsonData> data,
            ImmutableList<String> units,
            Optional<JsonPlace> source) {}

    /** A pixel; row and column are −1, 0 or 1, seen from the one that goes wrong. */
    record JsonPixel(
            int row,
            int column,
            boolean inside,
            int lane,
            ImmutableSortedMap<String, Integer> fields,
            ImmutableList<String> marked) {}

    /** Data and what two predictors say about the query. */
    record JsonData(
            ImmutableList<JsonExample> training, ImmutableList<Integer> query, JsonSaid expected, JsonSaid actual) {}

    /** An example: its features and its label, each 0 or 1. */
    record JsonExample(ImmutableList<Integer> features, int label) {}

    /** Who says what. */
    record JsonSaid(String predictor, String outcome) {}

    /** A stretch of the program; lines and columns count from 1, ends are exclusive; {@code text} is the first line. */
    record JsonPlace(int line, int column, int endLine, int endColumn, Optional<String> text) {}

    /** Reports as the text of a JSON array. */
    public static String text(List<Report> reports) {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(reports.stream().map(JsonReport::of).toList());
    }

    private static JsonReport of(Report report) {
        return new JsonReport(
                report.subject(),
                report.sha256(),
                report.source().map(Source::name),
                report.holds(),
                report.findings().stream()
                        .map(finding -> finding(finding, report.source()))
                        .collect(ImmutableList.toImmutableList()),
                report.failure());
    }

    private static JsonFinding finding(Finding finding, Optional<Source> source) {
        Verdict verdict = finding.conclusion().verdict();
        return new JsonFinding(
                finding.obligation().code(),
                finding.obligation().title(),
                verdict.word(),
                Figures.seconds(finding.time()),
                finding.remembered(),
                finding.conclusion().evidence().stream()
                        .map(known -> new JsonEvidence(
                                known.strength().word(), known.statement(), known.cases(), known.kind()))
                        .collect(ImmutableList.toImmutableList()),
                switch (verdict) {
                    case Undecided undecided -> Optional.of(undecided.reason());
                    case Holds holds -> Optional.empty();
                    case Refuted refuted -> Optional.empty();
                },
                switch (verdict) {
                    case Refuted refuted -> Optional.of(counterexample(refuted.counterexample(), source));
                    case Holds holds -> Optional.empty();
                    case Undecided undecided -> Optional.empty();
                },
                verdict instanceof Holds holds ? holds.limit() : Optional.empty());
    }

    private static JsonCounterexample counterexample(Counterexample counterexample, Optional<Source> source) {
        return new JsonCounterexample(
                counterexample.summary(),
                counterexample.neighbourhood().map(JsonReport::pixels),
                counterexample.data().map(JsonReport::data),
                counterexample.units(),
                counterexample.span().map(span -> place(span, source)));
    }

    private static ImmutableList<JsonPixel> pixels(Neighbourhood neighbourhood) {
        return IntStream.range(0, neighbourhood.pixels().size())
                .mapToObj(place -> {
                    Pixel pixel = neighbourhood.pixels().get(place);
                    return new JsonPixel(
                            place / Neighbourhood.SIDE - 1,
                            place % Neighbourhood.SIDE - 1,
                            pixel.inside(),
                            pixel.lane(),
                            pixel.fields(),
                            pixel.marked());
                })
                .collect(ImmutableList.toImmutableList());
    }

    private static JsonData data(Disagreement data) {
        DataSet training = data.training();
        return new JsonData(
                IntStream.range(0, training.size())
                        .mapToObj(row -> new JsonExample(
                                bits(training.row(row), training.features()), training.label(row) ? 1 : 0))
                        .collect(ImmutableList.toImmutableList()),
                bits(data.query(), training.features()),
                said(data.expected()),
                said(data.actual()));
    }

    private static ImmutableList<Integer> bits(BitSet row, int features) {
        return IntStream.range(0, features)
                .mapToObj(column -> row.get(column) ? 1 : 0)
                .collect(ImmutableList.toImmutableList());
    }

    private static JsonSaid said(Said said) {
        return new JsonSaid(said.predictor(), said.outcome().toString());
    }

    private static JsonPlace place(Span span, Optional<Source> source) {
        return new JsonPlace(
                span.line(),
                span.column(),
                span.endLine(),
                span.endColumn(),
                source.map(text -> SourceLine.of(text, span).text()));
    }
}
