package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.lower.sweep.Pass;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.Slot;
import dev.pupil.compiler.lower.sweep.Step;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.grammar.source.Span;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Values of every stage that hold together as records ask for, and mean nothing. */
final class RandomStages {
    private static final int DEPTH = 4;
    private static final ImmutableList<Double> NUMBERS = ImmutableList.of(
            0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, -2.5, 0.1, 1e300, -Double.MIN_VALUE, 1234567890123.0);

    private final Random random;
    private final RandomTerms terms;

    RandomStages(Random random) {
        this.random = random;
        this.terms = new RandomTerms(random);
    }

    Passes passes() {
        ImmutableList<Slot> slots = named(this::slot);
        return new Passes(
                terms.name(),
                one(Passes.Direction.values()),
                slots,
                slots.isEmpty() ? ImmutableList.of() : some(() -> pass(slots)));
    }

    private Slot slot(String name) {
        return new Slot(
                name, one(Slot.Kind.values()), -random.nextInt(3), 1 + random.nextInt(3), random.nextInt(2), origin());
    }

    private Pass pass(ImmutableList<Slot> slots) {
        return new Pass(one(Pass.Trigger.values()), one(Pass.Rows.values()), some(() -> step(slots)));
    }

    private Step step(ImmutableList<Slot> slots) {
        Supplier<String> slot = () -> slots.get(random.nextInt(slots.size())).name();
        Term place = random.nextBoolean() ? Terms.TRUE : term();
        Optional<String> condition = random.nextBoolean() ? Optional.of(slot.get()) : Optional.empty();
        return new Step(place, condition, slot.get(), term(), origin());
    }

    Automaton automaton() {
        return new Automaton(
                terms.name(),
                named(this::field),
                some(this::term),
                new Automaton.Head(terms.name(), terms.name(), terms.name()),
                geometry());
    }

    private Field field(String name) {
        return new Field(
                name, terms.name(), -random.nextInt(3), 1 + random.nextInt(3), random.nextInt(2), term(), origin());
    }

    Circuit circuit() {
        return new Circuit(
                terms.name(),
                named(this::channel),
                named(name -> new Circuit.Unit(name, some(this::input), number(), origin())),
                named(name -> new Circuit.Mix(name, some(() -> new Circuit.Summand(terms.name(), number())), number())),
                named(name -> new Circuit.HeadUnit(name, some(this::input), number(), number())),
                geometry(),
                encodings(),
                some(this::term));
    }

    private ImmutableMap<String, Encoding> encodings() {
        ImmutableMap.Builder<String, Encoding> encodings = ImmutableMap.builder();
        names().forEach(name -> encodings.put(name, encoding()));
        return encodings.buildOrThrow();
    }

    private Encoding encoding() {
        TreeMap<Integer, Integer> codes = new TreeMap<>();
        int low = random.nextInt(5) - 3;
        IntStream.range(low, low + random.nextInt(5)).forEach(value -> codes.put(value, 7 * (value - low)));
        return new Encoding(random.nextInt(4), ImmutableSortedMap.copyOf(codes, Ordering.natural()));
    }

    private Circuit.Channel channel(String name) {
        return new Circuit.Channel(
                name,
                some(() -> new Circuit.Role(terms.name(), random.nextInt(4), terms.name(), terms.name(), origin())));
    }

    private Circuit.Input input() {
        return new Circuit.Input(terms.name(), terms.offset(), number());
    }

    Filter filter() {
        Legend legend = new Legend(
                terms.name(),
                named(this::channel),
                named(name -> new Legend.UnitLabel(name, origin())),
                encodings(),
                some(this::term));
        return new Filter(
                legend, tensor(4), tensor(1), tensor(4), tensor(1), tensor(2), tensor(1), tensor(0), geometry());
    }

    private Tensor tensor(int dimensions) {
        int[] shape = IntStream.range(0, dimensions)
                .map(dimension -> random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(4))
                .toArray();
        int numbers = IntStream.of(shape).reduce(1, (x, y) -> x * y);
        return Tensor.of(
                random.doubles(numbers)
                        .map(unused -> random.nextBoolean() ? 0 : number())
                        .toArray(),
                shape);
    }

    private Term term() {
        return terms.next(DEPTH);
    }

    private double number() {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    private Geometry geometry() {
        return new Geometry(size(), size(), size());
    }

    private SizeExpression size() {
        SizeExpression size = largest();
        return random.nextBoolean() ? size : size.plus(SizeExpression.FEATURES.times(SizeExpression.bits(largest())));
    }

    private SizeExpression largest() {
        return SizeExpression.max(IntStream.range(0, random.nextBoolean() ? 1 : 2 + random.nextInt(2))
                .mapToObj(unused -> SizeExpression.of(random.nextInt(3), random.nextInt(3), random.nextInt(9) - 4))
                .collect(ImmutableList.toImmutableList()));
    }

    private Origin origin() {
        int line = 1 + random.nextInt(99);
        int column = 1 + random.nextInt(99);
        Span span = new Span(line, column, line + random.nextInt(2), column + random.nextInt(9));
        return new Origin(terms.name(), random.nextBoolean() ? Optional.of(span) : Optional.empty());
    }

    private <E> E one(E[] values) {
        return values[random.nextInt(values.length)];
    }

    private <E> ImmutableList<E> some(Supplier<E> next) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(unused -> next.get())
                .collect(ImmutableList.toImmutableList());
    }

    private <E> ImmutableList<E> named(Function<String, E> next) {
        return names().stream().map(next).collect(ImmutableList.toImmutableList());
    }

    private Set<String> names() {
        return new LinkedHashSet<>(some(terms::name));
    }
}
