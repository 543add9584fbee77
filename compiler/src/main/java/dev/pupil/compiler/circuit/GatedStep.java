package dev.pupil.compiler.circuit;

import dev.pupil.compiler.circuit.logic.Threshold;
import dev.pupil.compiler.circuit.symbolic.LaneStep;
import java.util.Comparator;

/**
 * A step of the analog lane and a threshold of bits: 1 where the lane has taken the step and the threshold is 1.
 *
 * @param step the lane's step
 * @param gate a threshold that is 0 or 1 wherever the circuit comes
 */
record GatedStep(LaneStep step, Threshold gate) implements Comparable<GatedStep> {
    private static final Comparator<GatedStep> ORDER =
            Comparator.comparing(GatedStep::step).thenComparing(GatedStep::gate);

    @Override
    public int compareTo(GatedStep other) {
        return ORDER.compare(this, other);
    }
}
