package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.proof.UnitComparison.Question;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Neighbourhood;
import dev.pupil.verify.subject.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether a network for which V2 and V4 have been proved would still satisfy both if one of its numbers were
 * another. Since they fix what every channel and the output are, and what slopes they have, a changed hidden unit does
 * harm exactly if something reads it and, in a neighbourhood that satisfies the invariants, its value or its slope in the
 * lane differs. Not safe for use by several threads at once.
 */
public final class Changes {
    private final Construction construction;
    private final Filter filter;
    private final ExactNetwork network;
    private final Samples samples;
    private final UnitComparison step;
    private final UnitComparison head;

    /** The hidden units that something reads. */
    private final ImmutableSet<Place> read;

    private Changes(Construction construction, Samples samples) {
        this.construction = construction;
        this.filter = construction.filter();
        this.network = construction.network();
        this.samples = samples;
        this.read = read(network);
        this.step = UnitComparison.ofStep(construction, samples);
        this.head = UnitComparison.ofHead(construction, samples);
    }

    /** What decides whether a change does harm. */
    private sealed interface Effect {
        /** Nothing: it doesn't. */
        record None() implements Effect {}

        /** Nothing: it does, wherever it is. */
        record Everywhere() implements Effect {}

        /** Whether a question about a hidden unit has an answer. */
        record OfUnit(Place place, Question question) implements Effect {}
    }

    /** A hidden unit of the step or of the head. */
    private record Place(boolean inStep, int number) {}

    /**
     * Changes of a network.
     *
     * @throws IllegalArgumentException if V2 or V4 is not proved for the network as it is
     */
    public static Changes of(Subject subject) {
        try {
            Construction construction = Construction.of(subject);
            StepProof.prove(construction);
            GradientProof.prove(construction);
            return new Changes(construction, Traces.of(construction));
        } catch (RefutedException | UndecidedException | NoBitException e) {
            throw new IllegalArgumentException("changes can be judged only of a network that is right", e);
        }
    }

    /**
     * What would go wrong if one number were another.
     *
     * @return nothing if V2 and V4 are proved to hold with it
     */
    public Optional<Counterexample> refute(WeightChange change) {
        Optional<Neighbourhood> where = switch (effect(change)) {
            case Effect.None none -> Optional.empty();
            case Effect.Everywhere everywhere -> step.any();
            case Effect.OfUnit effect -> units(effect.place).find(unit(effect.place), effect.question);
        };
        return where.map(neighbourhood -> new Counterexample(
                "with %s, a value or a slope is wrong here".formatted(change.describe(filter)),
                Optional.of(neighbourhood),
                Optional.empty(),
                ImmutableList.of(),
                Optional.empty()));
    }

    /**
     * Those of the changes with each of which, by itself, V2 and V4 are proved to hold. All processors are used, each with a
     * solver of its own.
     */
    public ImmutableList<WeightChange> harmless(List<WeightChange> changes) {
        int parts = Runtime.getRuntime().availableProcessors();
        return Lists.partition(changes, changes.size() / parts + 1).parallelStream()
                .flatMap(part -> new Changes(construction, samples.copy()).harmlessAmong(part).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Changes of one unit are judged together. */
    private ImmutableList<WeightChange> harmlessAmong(List<WeightChange> changes) {
        ImmutableList.Builder<WeightChange> harmless = ImmutableList.builder();
        Map<Place, Map<WeightChange, Question>> questions = new LinkedHashMap<>();
        for (WeightChange change : changes) {
            switch (effect(change)) {
                case Effect.None none -> harmless.add(change);
                case Effect.Everywhere everywhere -> {}
                case Effect.OfUnit effect ->
                    questions
                            .computeIfAbsent(effect.place, key -> new LinkedHashMap<>())
                            .put(change, effect.question);
            }
        }
        questions.forEach((place, asked) -> harmless.addAll(units(place).unanswerable(unit(place), asked)));
        return harmless.build();
    }

    private UnitComparison units(Place place) {
        return place.inStep ? step : head;
    }

    private Unit unit(Place place) {
        return (place.inStep ? network.units() : network.head()).get(place.number);
    }

    private Effect effect(WeightChange change) {
        int index = change.index();
        long more = network.exact(change.value())
                - network.exact(change.part().of(filter).values().get(index));
        if (more == 0) {
            return new Effect.None();
        }
        int channels = filter.channels().size();
        int units = filter.units().size();
        int inputs = channels * Filter.TAPS;
        return switch (change.part()) {
            case CONVOLUTION_WEIGHT ->
                withInput(
                        new Place(true, index / inputs),
                        new Input(index % inputs / Filter.TAPS, index % Filter.TAPS, more));
            case CONVOLUTION_BIAS -> withBias(new Place(true, index), more);
            case MIX_WEIGHT -> influence(new Place(true, index % units));
            case MIX_BIAS -> new Effect.Everywhere();
            case HEAD_HIDDEN_WEIGHT ->
                withInput(new Place(false, index / channels), new Input(index % channels, ExactNetwork.CENTER, more));
            case HEAD_HIDDEN_BIAS -> withBias(new Place(false, index), more);
            case HEAD_OUTPUT_WEIGHT -> influence(new Place(false, index));
        };
    }

    private Effect withInput(Place place, Input more) {
        return isRead(place) ? new Effect.OfUnit(place, units(place).withInput(unit(place), more)) : new Effect.None();
    }

    private Effect withBias(Place place, long more) {
        return isRead(place) ? new Effect.OfUnit(place, units(place).withBias(unit(place), more)) : new Effect.None();
    }

    private Effect influence(Place place) {
        return new Effect.OfUnit(place, units(place).influence(unit(place)));
    }

    private boolean isRead(Place place) {
        return read.contains(place);
    }

    private static ImmutableSet<Place> read(ExactNetwork network) {
        Stream<Place> inStep = network.mixes().stream()
                .flatMap(mix -> mix.summands().stream())
                .map(summand -> new Place(true, summand.unit()));
        Stream<Place> inHead = network.output().summands().stream().map(summand -> new Place(false, summand.unit()));
        return Stream.concat(inStep, inHead).collect(ImmutableSet.toImmutableSet());
    }
}
