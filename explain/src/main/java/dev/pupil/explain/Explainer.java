package dev.pupil.explain;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.compiler.text.TermText;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.explain.Explanation.ChannelNote;
import dev.pupil.explain.Explanation.Memory;
import dev.pupil.explain.Explanation.Size;
import dev.pupil.explain.Explanation.UnitNote;
import dev.pupil.grammar.source.Excerpt;
import java.util.stream.IntStream;

/** Explains weight files. */
public final class Explainer {
    private final WeightFile file;
    private final Filter filter;
    private final Knowledge knowledge;
    private final StepFunctions functions;
    private final Wording wording;
    private final Situations situations;
    private final SourceText source;

    private Explainer(WeightFile file) {
        this.file = file;
        this.filter = file.filter();
        this.knowledge = Knowledge.of(filter);
        this.functions = new StepFunctions(filter, knowledge);
        this.wording = new Wording(filter, knowledge);
        this.situations = new Situations(knowledge, wording);
        this.source = new SourceText(file.source());
    }

    /** What a weight file says about itself, and what its weights do. */
    public static Explanation explain(WeightFile file) {
        return new Explainer(file).explain();
    }

    private Explanation explain() {
        ImmutableList<UnitNote> units = units();
        ImmutableList<ChannelNote> channels = channels(units);
        return new Explanation(
                Excerpt.printable(filter.name()),
                Excerpt.printable(file.source().name()),
                size(),
                file.memory().map(this::memory),
                channels,
                units,
                new HeadReader(filter, knowledge.decisions(), functions, situations, wording).notes(),
                filter.legend().invariants().stream().map(Explainer::text).collect(toImmutableList()),
                unknown());
    }

    private Size size() {
        return new Size(
                filter.channels().size(),
                filter.units().size(),
                filter.nonZeroWeights(),
                filter.headOutputWeight().values().length(),
                filter.geometry().rows().toString(),
                filter.geometry().columns().toString(),
                filter.geometry().steps().toString());
    }

    private Memory memory(Tensor weights) {
        Sizes sizes = file.sizes();
        ImmutableDoubleArray values = weights.values();
        int width = sizes.features() + 1;
        long positive = IntStream.range(0, sizes.examples())
                .filter(row -> values.get(row * width + width - 1) > 0)
                .count();
        boolean isAsTrained = values.stream().allMatch(value -> Math.abs(value) == 1)
                && values.subArray(sizes.examples() * width, values.length()).stream()
                        .allMatch(value -> value == 1);
        return new Memory(
                sizes.features(),
                sizes.examples(),
                filter.geometry().rows().at(sizes),
                filter.geometry().columns().at(sizes),
                filter.geometry().steps().at(sizes),
                positive,
                isAsTrained);
    }

    private ImmutableList<UnitNote> units() {
        UnitReader reader = new UnitReader(
                filter, knowledge.decisions(), functions, situations, new Tally(filter, knowledge, wording), source);
        return IntStream.range(0, filter.units().size()).mapToObj(reader::note).collect(toImmutableList());
    }

    private ImmutableList<ChannelNote> channels(ImmutableList<UnitNote> units) {
        ChannelReader reader = new ChannelReader(filter, knowledge, functions, situations, wording, source, units);
        return IntStream.range(0, filter.channels().size())
                .mapToObj(reader::note)
                .collect(toImmutableList());
    }

    private static String text(Term term) {
        return TermText.print(term).strip().replaceAll("\\s+", " ");
    }

    private ImmutableList<String> unknown() {
        ImmutableList.Builder<String> unknown = ImmutableList.builder();
        unknown.add("Whether names, meanings, invariants and source lines are true is not known from the file, which"
                + " merely claims them; `pupil verify` finds out.");
        knowledge
                .problem()
                .ifPresent(problem -> unknown.add(
                        "The file's labels and invariants can't be used: %s. Conditions are those for all values of the channels."
                                .formatted(Excerpt.printable(problem))));
        long withoutSource = filter.units().stream()
                .filter(unit -> unit.origin().span().isEmpty())
                .count();
        if (withoutSource > 0) {
            unknown.add("%s of %s hidden units come from no line of the program, but from what all programs share."
                    .formatted(withoutSource, filter.units().size()));
        }
        return unknown.build();
    }
}
