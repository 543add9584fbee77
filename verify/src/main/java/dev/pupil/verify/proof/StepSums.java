package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Mix;
import dev.pupil.verify.proof.ExactNetwork.Summand;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import java.util.HashMap;
import java.util.Map;

/** What the network's numbers make of a state, at the pixel in the middle, as sums of formulas. */
final class StepSums {
    private static final int WORKSPACE = 2;

    private final Formulas formulas;
    private final Codes codes;
    private final ExactNetwork network;
    private final State state;
    private final Map<Unit, ImmutableList<Rise>> known = new HashMap<>();

    /** That a rectified sum is greater by {@code height} than the next smaller value it can have. */
    record Rise(int literal, long height) {}

    /** The sums before the step of a scene. */
    StepSums(Scene scene) {
        this.formulas = scene.formulas();
        this.codes = scene.construction().codes();
        this.network = scene.construction().network();
        this.state = scene.before();
    }

    /** Σ inputs + bias of a hidden unit, times {@link ExactNetwork#one()}. */
    WeightedSum sum(Unit unit) {
        WeightedSum.Builder sum = new WeightedSum.Builder().add(unit.bias());
        for (Input input : unit.inputs()) {
            Offset at = Filter.offset(input.tap());
            if (input.channel() == 0) {
                addLane(sum, input.weight(), at);
            } else {
                sum.add(input.weight(), codes.channel(formulas, state, input.channel(), at.row(), at.column()));
            }
        }
        return sum.build();
    }

    private void addLane(WeightedSum.Builder sum, long weight, Offset at) {
        for (int value = -1; value <= WORKSPACE; value++) {
            sum.add(Math.multiplyExact(weight, value), state.lane(value, at.row(), at.column()));
        }
    }

    /**
     * relu of that sum: the values that it can have are v₁ &lt; v₂ &lt; …, and it is v₁·[sum ≥ v₁] + (v₂ − v₁)·[sum ≥ v₂]
     * + ….
     */
    ImmutableList<Rise> rectified(Unit unit) {
        return known.computeIfAbsent(unit, this::rises);
    }

    private ImmutableList<Rise> rises(Unit unit) {
        WeightedSum sum = sum(unit);
        ImmutableList.Builder<Rise> rises = ImmutableList.builder();
        long last = 0;
        for (long value : sum.positiveValues()) {
            rises.add(new Rise(sum.atLeast(formulas, value), value - last));
            last = value;
        }
        return rises.build();
    }

    /** A channel's next value, times {@link ExactNetwork#squareOfOne()}. */
    WeightedSum next(int channel) {
        return mixed(network.mixes().get(channel), network.units());
    }

    /** What the pixel adds to the output, times {@link ExactNetwork#squareOfOne()}. */
    WeightedSum output() {
        return mixed(network.output(), network.head());
    }

    private WeightedSum mixed(Mix mix, ImmutableList<Unit> units) {
        WeightedSum.Builder sum = new WeightedSum.Builder().add(Math.multiplyExact(mix.bias(), network.one()));
        for (Summand summand : mix.summands()) {
            for (Rise rise : rectified(units.get(summand.unit()))) {
                sum.add(Math.multiplyExact(summand.weight(), rise.height), rise.literal);
            }
        }
        return sum.build();
    }
}
