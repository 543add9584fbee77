package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Streams;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Mix;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.proof.UnitComparison.Question;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.subject.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a network for which V2 and V4 have been proved would still satisfy both if one of its numbers were
 * another. Since they fix what every channel and the output are, and what slopes they have, a changed hidden unit does
 * harm exactly if something reads it and, in a neighbourhood that satisfies the invariants, its value or its slope in the
 * lane differs. Not safe for use by several threads at once.
 */
public final class Changes {
    /** About as many as one hidden unit can be changed in. */
    private static final int TOGETHER = 400;

    private final Construction construction;
    private final Filter filter;
    private final ExactNetwork network;
    private final UnitComparison step;
    private final UnitComparison head;

    private Changes(Construction construction) {
        this.construction = construction;
        this.filter = construction.filter();
        this.network = construction.network();
        this.step = UnitComparison.ofStep(construction);
        this.head = UnitComparison.ofHead(construction);
    }

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
            return new Changes(construction);
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
        return where(change)
                .find(question(change))
                .map(neighbourhood -> new Counterexample(
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
                .flatMap(part -> new Changes(construction).harmlessAmong(part).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<WeightChange> harmlessAmong(List<WeightChange> changes) {
        ImmutableListMultimap<UnitComparison, WeightChange> places = Multimaps.index(changes, this::where);
        return places.asMap().entrySet().stream()
                .flatMap(place -> Streams.stream(Iterables.partition(place.getValue(), TOGETHER))
                        .flatMap(some -> place.getKey().unanswerable(Maps.toMap(some, this::question)).stream()))
                .collect(ImmutableList.toImmutableList());
    }

    private UnitComparison where(WeightChange change) {
        return switch (change.part()) {
            case CONVOLUTION_WEIGHT, CONVOLUTION_BIAS, MIX_WEIGHT, MIX_BIAS -> step;
            case HEAD_HIDDEN_WEIGHT, HEAD_HIDDEN_BIAS, HEAD_OUTPUT_WEIGHT -> head;
        };
    }

    private Question question(WeightChange change) {
        int index = change.index();
        long exact = network.exact(change.value());
        if (exact == network.exact(change.part().of(filter).values().get(index))) {
            return step.none();
        }
        int channels = filter.channels().size();
        int units = filter.units().size();
        int inputs = channels * Filter.TAPS;
        return switch (change.part()) {
            case CONVOLUTION_WEIGHT ->
                changedStep(
                        index / inputs,
                        with(
                                network.units().get(index / inputs),
                                new Input(index % inputs / Filter.TAPS, index % Filter.TAPS, exact)));
            case CONVOLUTION_BIAS ->
                changedStep(index, new Unit(network.units().get(index).inputs(), exact));
            case MIX_WEIGHT -> step.influence(network.units().get(index % units));
            case MIX_BIAS -> step.any();
            case HEAD_HIDDEN_WEIGHT ->
                changedHead(
                        index / channels,
                        with(
                                network.head().get(index / channels),
                                new Input(index % channels, ExactNetwork.CENTER, exact)));
            case HEAD_HIDDEN_BIAS ->
                changedHead(index, new Unit(network.head().get(index).inputs(), exact));
            case HEAD_OUTPUT_WEIGHT -> head.influence(network.head().get(index));
        };
    }

    private static Unit with(Unit unit, Input changed) {
        ImmutableList.Builder<Input> inputs = ImmutableList.builder();
        unit.inputs().stream()
                .filter(input -> input.channel() != changed.channel() || input.tap() != changed.tap())
                .forEach(inputs::add);
        if (changed.weight() != 0) {
            inputs.add(changed);
        }
        return new Unit(inputs.build(), unit.bias());
    }

    private Question changedStep(int unit, Unit changed) {
        return isRead(unit, network.mixes()) ? step.difference(network.units().get(unit), changed) : step.none();
    }

    private Question changedHead(int unit, Unit changed) {
        return isRead(unit, ImmutableList.of(network.output()))
                ? head.difference(network.head().get(unit), changed)
                : head.none();
    }

    private static boolean isRead(int unit, Collection<Mix> mixes) {
        return mixes.stream().flatMap(mix -> mix.summands().stream()).anyMatch(summand -> summand.unit() == unit);
    }
}
