package dev.pupil.verify.proof;

import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Mix;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Neighbourhood;
import dev.pupil.verify.subject.Subject;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds out whether a network for which V2 and V4 have been proved would still satisfy both if one of its numbers were
 * another. Since they fix what every channel and the output are, and what slopes they have, a changed hidden unit does
 * harm exactly if something reads it and, in a neighbourhood that satisfies the invariants, its value or its slope in the
 * lane differs. Not safe for use by several threads at once.
 */
public final class Changes {
    private final Filter filter;
    private final ExactNetwork network;
    private final UnitComparison step;
    private final UnitComparison head;

    private Changes(Construction construction) {
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
     * @param part the tensor with the number
     * @param index the number's place among the tensor's values
     * @param value what it would be
     * @return nothing if V2 and V4 are proved to hold with it
     */
    public Optional<Counterexample> refute(Part part, int index, double value) {
        checkElementIndex(index, part.of(filter).values().length());
        long exact = network.exact(value);
        if (exact == network.exact(part.of(filter).values().get(index))) {
            return Optional.empty();
        }
        int channels = filter.channels().size();
        int units = filter.units().size();
        int inputs = channels * Filter.TAPS;
        Optional<Neighbourhood> wrong = switch (part) {
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
        return wrong.map(neighbourhood -> counterexample(part, index, value, neighbourhood));
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

    private Optional<Neighbourhood> changedStep(int unit, Unit changed) {
        return isRead(unit, network.mixes()) ? step.difference(network.units().get(unit), changed) : Optional.empty();
    }

    private Optional<Neighbourhood> changedHead(int unit, Unit changed) {
        return isRead(unit, ImmutableList.of(network.output()))
                ? head.difference(network.head().get(unit), changed)
                : Optional.empty();
    }

    private static boolean isRead(int unit, Collection<Mix> mixes) {
        return mixes.stream().flatMap(mix -> mix.summands().stream()).anyMatch(summand -> summand.unit() == unit);
    }

    private static Counterexample counterexample(Part part, int index, double value, Neighbourhood neighbourhood) {
        return new Counterexample(
                "with %s at place %s of %s, a value or a slope is wrong here"
                        .formatted(value, index, part.tensorName()),
                Optional.of(neighbourhood),
                Optional.empty(),
                ImmutableList.of(),
                Optional.empty());
    }
}
