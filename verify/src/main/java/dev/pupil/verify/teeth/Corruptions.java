package dev.pupil.verify.teeth;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Ways to spoil a weight file without touching a weight: swapped labels of channels and of hidden units, each thing that
 * is said about a channel, swapped codes, invariants dropped and negated, image sizes and steps off by one, other
 * metadata, other programs, the program with one token changed.
 */
public final class Corruptions {
    private static final String SAME_MEANING = "the checks hold for the changed program as well: it means the same";
    private static final String FILE_NAME = "it only says what the program's file was called";

    private final WeightFile file;
    private final ImmutableList<Source> others;

    /**
     * Corruptions of a file.
     *
     * @param others programs that it was not compiled from
     */
    public Corruptions(WeightFile file, List<Source> others) {
        this.file = file;
        this.others = ImmutableList.copyOf(others);
    }

    /** All of them, always the same in the same order. */
    public ImmutableList<Corruption> all() {
        return Stream.of(labels(), sizes(), new TextChanges(file).all(), programs())
                .flatMap(each -> each)
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<Corruption> labels() {
        return new LegendChanges(file.filter().legend())
                .all()
                .map(change -> new Corruption(change.name(), bytes(withLegend(change.legend())), change.excuse()));
    }

    private Stream<Corruption> sizes() {
        Geometry geometry = file.filter().geometry();
        return Stream.of(
                        sizes(
                                "rows",
                                geometry.rows(),
                                rows -> new Geometry(rows, geometry.columns(), geometry.steps())),
                        sizes(
                                "columns",
                                geometry.columns(),
                                columns -> new Geometry(geometry.rows(), columns, geometry.steps())),
                        sizes(
                                "steps",
                                geometry.steps(),
                                steps -> new Geometry(geometry.rows(), geometry.columns(), steps)))
                .flatMap(each -> each);
    }

    private Stream<Corruption> sizes(String what, SizeExpression size, Function<SizeExpression, Geometry> with) {
        return Stream.of(-1, 1)
                .map(more -> new Corruption(
                        "the file says that there are %s %s".formatted(plus(size, more), what),
                        bytes(file.with(file.filter().with(with.apply(plus(size, more))))),
                        Optional.empty()));
    }

    private static SizeExpression plus(SizeExpression size, int more) {
        return size.plus(SizeExpression.constant(more));
    }

    private Stream<Corruption> programs() {
        Source source = file.source();
        Stream<Corruption> renamed = Stream.of(new Corruption(
                "the program is said to come from another file",
                bytes(withSource(new Source("other-" + source.name(), source.text()))),
                Optional.of(FILE_NAME)));
        Stream<Corruption> other = others.stream()
                .filter(each -> !each.text().equals(source.text()))
                .map(each -> new Corruption(
                        "the program is that of %s".formatted(each.name()), bytes(withSource(each)), Optional.empty()));
        Stream<Corruption> changed = new ProgramChanges(source)
                .all().stream()
                        .map(change -> new Corruption(
                                change.name(), bytes(withSource(change.source())), Optional.of(SAME_MEANING)));
        return Stream.of(renamed, other, changed).flatMap(each -> each);
    }

    private WeightFile withSource(Source source) {
        return new WeightFile(file.filter(), source, file.learningRate(), file.memory());
    }

    private WeightFile withLegend(Legend legend) {
        return file.with(file.filter().with(legend));
    }

    private static ByteSource bytes(WeightFile changed) {
        ByteBuffer bytes = SafetensorsWriter.bytes(changed);
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return ByteSource.wrap(copy);
    }
}
