package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Pass;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.Slot;
import dev.pupil.compiler.lower.sweep.Step;
import dev.pupil.grammar.source.Span;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Passes that hold together as records ask for, and mean nothing. */
final class RandomStages {
    private static final int DEPTH = 4;

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

    private Term term() {
        return terms.next(DEPTH);
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
