package dev.pupil.verify.proof;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.term.Offset;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.report.Neighbourhood;

/** A neighbourhood that satisfies the invariants, as numbers, so that sums in it are quickly calculated. */
final class Sample {
    private final ImmutableIntArray channels;
    private final Neighbourhood drawing;

    private Sample(ImmutableIntArray channels, Neighbourhood drawing) {
        this.channels = channels;
        this.drawing = drawing;
    }

    /** What an assignment says of a scene. */
    static Sample of(Scene scene, Assignment assignment) {
        Codes codes = scene.construction().codes();
        ImmutableIntArray.Builder channels = ImmutableIntArray.builder();
        for (int channel = 0; channel < codes.channels(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                Offset at = Filter.offset(tap);
                channels.add(
                        channel == 0
                                ? (int) scene.lane(at.row(), at.column()).value(assignment)
                                : assignment.isTrue(codes.channel(
                                                scene.formulas(), scene.before(), channel, at.row(), at.column()))
                                        ? 1
                                        : 0);
            }
        }
        return new Sample(channels.build(), Witness.draw(scene, assignment));
    }

    /** relu(Σ inputs + bias) of a hidden unit. */
    long rectified(Unit unit) {
        long sum = unit.bias();
        for (Input input : unit.inputs()) {
            sum += input.weight() * channels.get(input.channel() * Filter.TAPS + input.tap());
        }
        return Math.max(0, sum);
    }

    /** The pixels. */
    Neighbourhood draw() {
        return drawing;
    }
}
