package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.text.antlr.StagesParser;
import dev.pupil.compiler.text.antlr.StagesParser.FilterContext;
import dev.pupil.compiler.text.antlr.StagesParser.TensorContext;
import dev.pupil.compiler.text.antlr.StagesParser.UnitLabelContext;
import dev.pupil.grammar.source.Excerpt;

/**
 * Stage 5 as text: channels, how fields are written in their bits, hidden units, the tensors with their shapes and all
 * numbers that are not zero, and what may be relied on:
 *
 * <pre>
 * filter parity
 * image: max(m + 1, d + 1) rows, d + 1 columns, 3*(m + d) + 6 steps
 *
 * channel lane: lane bit 0 "memory times input, or workspace" [lane]
 *
 * encoding inside: 1 bit, 0 -&gt; 0, 1 -&gt; 1
 *
 * unit lane#1 [lane]
 *
 * tensor step.conv.weight[1, 1, 3, 3]
 * step.conv.weight[0, 0, 1, 1] = 1
 *
 * invariant !running | started
 * </pre>
 */
public final class FilterText {
    private FilterText() {}

    /** The text of a filter, all of whose numbers must be finite. */
    public static String print(Filter filter) {
        Output output = new Output();
        output.add("filter ").add(Quoting.name(filter.name()));
        output.line(0).add(Images.text(filter.geometry())).line(0);
        Channels.print(filter.channels(), output);
        output.line(0);
        Encodings.print(filter.legend().encodings(), output);
        output.line(0);
        for (UnitLabel unit : filter.units()) {
            output.line(0).add("unit ").add(Quoting.name(unit.name())).add(" ").add(Origins.text(unit.origin()));
        }
        for (Part part : Part.values()) {
            Tensors.print(part.tensorName(), part.of(filter), output.line(0));
        }
        Invariants.print(filter.legend().invariants(), output);
        return output.finish();
    }

    /**
     * The filter that was printed.
     *
     * @throws StageTextException if the text is no filter's
     */
    public static Filter parse(String text) throws StageTextException {
        return StageParsing.parse(text, StagesParser::filter, FilterText::read);
    }

    private static Filter read(FilterContext filter) {
        Fault.checkUnique(Lists.transform(filter.unitLabel(), UnitLabelContext::name), "units");
        Legend legend = new Legend(
                Quoting.read(filter.name()),
                Channels.read(filter.channel()),
                filter.unitLabel().stream()
                        .map(unit -> new UnitLabel(Quoting.read(unit.name()), Origins.read(unit.origin())))
                        .collect(ImmutableList.toImmutableList()),
                Encodings.read(filter.encoding()),
                Invariants.read(filter.invariant()));
        return Filter.of(legend, readTensors(filter), Images.read(filter.image()));
    }

    private static ImmutableMap<Part, Tensor> readTensors(FilterContext filter) {
        ImmutableMap.Builder<Part, Tensor> tensors = ImmutableMap.builder();
        Part[] parts = Part.values();
        for (int i = 0; i < Math.max(parts.length, filter.tensor().size()); i++) {
            String expected = i < parts.length ? "the tensor '" + parts[i].tensorName() + "'" : "the end of the text";
            if (i == filter.tensor().size()) {
                throw Fault.at(filter.EOF().getSymbol(), "the text ends where " + expected + " should follow");
            }
            TensorContext tensor = filter.tensor(i);
            String name = Quoting.read(tensor.name());
            if (i == parts.length || !name.equals(parts[i].tensorName())) {
                throw Fault.at(
                        tensor,
                        "expected " + expected + ", found the tensor "
                                + Excerpt.quote(tensor.name().getText()));
            }
            tensors.put(parts[i], Tensors.read(tensor));
        }
        return tensors.buildOrThrow();
    }
}
