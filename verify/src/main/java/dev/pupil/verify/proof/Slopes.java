package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Mix;
import dev.pupil.verify.proof.ExactNetwork.Summand;
import dev.pupil.verify.proof.ExactNetwork.Unit;

/** How sums change with the lane. */
final class Slopes {
    private final Scene scene;
    private final StepSums sums;

    Slopes(Scene scene, StepSums sums) {
        this.scene = scene;
        this.sums = sums;
    }

    /** Whether the unit reads the lane at all. */
    static boolean readsLane(Unit unit) {
        return unit.inputs().stream().anyMatch(input -> input.channel() == 0);
    }

    /** The unit's weight of the lane at a tap. */
    static long laneWeight(Unit unit, int tap) {
        return unit.inputs().stream()
                .filter(input -> input.channel() == 0 && input.tap() == tap)
                .mapToLong(Input::weight)
                .sum();
    }

    /** Where the unit is active: its slope is 1. */
    int isActive(Unit unit) {
        return sums.sum(unit).atLeast(scene.formulas(), 1);
    }

    /** Where the unit has no slope, because its sum is exactly 0. */
    int isAtKink(Unit unit) {
        return sums.sum(unit).equalTo(scene.formulas(), 0);
    }

    /** Whether there is a lane at the tap, which there is not outside the image. */
    int hasLane(int tap) {
        Offset at = Filter.offset(tap);
        return scene.before().image(at.row(), at.column());
    }

    /** The derivative of a mix in the lane at a tap, times {@link ExactNetwork#squareOfOne()}; no unit is at its kink. */
    WeightedSum of(Mix mix, ImmutableList<Unit> units, int tap) {
        WeightedSum.Builder slope = new WeightedSum.Builder();
        for (Summand summand : mix.summands()) {
            Unit unit = units.get(summand.unit());
            long weight = laneWeight(unit, tap);
            if (weight != 0) {
                slope.add(Math.multiplyExact(summand.weight(), weight), isActive(unit));
            }
        }
        return slope.build();
    }

    /** Where two units have different slopes in some pixel's lane, or the second one has none. */
    int differ(Unit one, Unit other) {
        if (!readsLane(one) && !readsLane(other)) {
            return Formulas.FALSE;
        }
        Formulas formulas = scene.formulas();
        int differ = readsLane(other) ? isAtKink(other) : Formulas.FALSE;
        for (int tap = 0; tap < Filter.TAPS; tap++) {
            WeightedSum difference = new WeightedSum.Builder()
                    .add(laneWeight(one, tap), isActive(one))
                    .add(-laneWeight(other, tap), isActive(other))
                    .build();
            differ = formulas.or(differ, formulas.and(hasLane(tap), -difference.equalTo(formulas, 0)));
        }
        return differ;
    }
}
