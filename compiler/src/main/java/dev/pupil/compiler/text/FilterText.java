package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Filter.UnitLabel;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.text.antlr.StagesParser;
import dev.pupil.compiler.text.antlr.StagesParser.FilterContext;
import dev.pupil.compiler.text.antlr.StagesParser.TensorContext;
import dev.pupil.compiler.text.antlr.StagesParser.UnitLabelContext;
import dev.pupil.grammar.source.Excerpt;

/**
 * Stage 5 as text: channels, hidden units, and the tensors with their shapes and all numbers that are not zero:
 *
 * <pre>
 * filter parity
 * image: max(m + 1, d + 1) rows, d + 1 columns, 3*(m + d) + 6 steps
 *
 * channel lane: lane bit 0 "memory times input, or workspace" [lane]
 *
 * unit lane#1 [lane]
 *
 * tensor step.conv.weight[1, 1, 3, 3]
 * step.conv.weight[0, 0, 1, 1] = 1
 * </pre>
 */
public final class FilterText {
    private static final ImmutableList<String> TENSORS = ImmutableList.of(
            "step.conv.weight",
            "step.conv.bias",
            "step.mix.weight",
            "step.mix.bias",
            "head.hidden.weight",
            "head.hidden.bias",
            "head.output.weight");

    private FilterText() {}

    /** The text of a filter, all of whose numbers must be finite. */
    public static String print(Filter filter) {
        Output output = new Output();
        output.add("filter ").add(Quoting.name(filter.name()));
        output.line(0).add(Images.text(filter.geometry())).line(0);
        Channels.print(filter.channels(), output);
        output.line(0);
        for (UnitLabel unit : filter.units()) {
            output.line(0).add("unit ").add(Quoting.name(unit.name())).add(" ").add(Origins.text(unit.origin()));
        }
        tensors(filter).forEach((name, tensor) -> Tensors.print(name, tensor, output.line(0)));
        return output.finish();
    }

    private static ImmutableMap<String, Tensor> tensors(Filter filter) {
        ImmutableList<Tensor> tensors = ImmutableList.of(
                filter.convolutionWeight(),
                filter.convolutionBias(),
                filter.mixWeight(),
                filter.mixBias(),
                filter.headHiddenWeight(),
                filter.headHiddenBias(),
                filter.headOutputWeight());
        ImmutableMap.Builder<String, Tensor> named = ImmutableMap.builder();
        for (int i = 0; i < tensors.size(); i++) {
            named.put(TENSORS.get(i), tensors.get(i));
        }
        return named.buildOrThrow();
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
        ImmutableList<Tensor> tensors = readTensors(filter);
        return new Filter(
                Quoting.read(filter.name()),
                Channels.read(filter.channel()),
                filter.unitLabel().stream()
                        .map(unit -> new UnitLabel(Quoting.read(unit.name()), Origins.read(unit.origin())))
                        .collect(ImmutableList.toImmutableList()),
                tensors.get(0),
                tensors.get(1),
                tensors.get(2),
                tensors.get(3),
                tensors.get(4),
                tensors.get(5),
                tensors.get(6),
                Images.read(filter.image()));
    }

    private static ImmutableList<Tensor> readTensors(FilterContext filter) {
        ImmutableList.Builder<Tensor> tensors = ImmutableList.builder();
        for (int i = 0; i < Math.max(TENSORS.size(), filter.tensor().size()); i++) {
            String expected = i < TENSORS.size() ? "the tensor '" + TENSORS.get(i) + "'" : "the end of the text";
            if (i == filter.tensor().size()) {
                throw Fault.at(filter.EOF().getSymbol(), "the text ends where " + expected + " should follow");
            }
            TensorContext tensor = filter.tensor(i);
            String name = Quoting.read(tensor.name());
            if (i == TENSORS.size() || !name.equals(TENSORS.get(i))) {
                throw Fault.at(
                        tensor,
                        "expected " + expected + ", found the tensor "
                                + Excerpt.quote(tensor.name().getText()));
            }
            tensors.add(Tensors.read(tensor));
        }
        return tensors.build();
    }
}
