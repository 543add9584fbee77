package dev.pupil.verify.proof;

import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.report.Neighbourhood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for neighbourhoods that satisfy the invariants and in which hidden units differ: first among those that have been
 * found before, then with a solver.
 */
final class UnitComparison {
    /** A solver slows down with all that it has been told; a new one has to be told all that is known. */
    private static final int QUESTIONS_FOR_A_SOLVER = 250;

    private static final int MOST_SAMPLES = 500;

    private final Scene scene;
    private final StepSums sums;
    private final Slopes slopes;

    /** Where slopes matter. */
    private final int whereTrained;

    private final List<Sample> samples = new ArrayList<>();
    private final Map<Unit, Optional<Neighbourhood>> influences = new HashMap<>();
    private Solver solver;
    private int questions;

    private UnitComparison(Scene scene, int whereTrained) {
        this.scene = scene;
        this.sums = new StepSums(scene);
        this.slopes = new Slopes(scene, sums);
        this.whereTrained = whereTrained;
        this.solver = scene.solverWithInvariants();
    }

    /** For units of the step: the gradient passes all of them. */
    static UnitComparison ofStep(Construction construction) {
        return new UnitComparison(new Scene(construction, Scene.NEIGHBOURS), Formulas.TRUE);
    }

    /** For the head's units: what is selected is empty. */
    static UnitComparison ofHead(Construction construction) {
        Scene scene = new Scene(construction, Scene.NEIGHBOURS);
        return new UnitComparison(scene, Selection.isEmpty(scene, scene.before(), 0, 0));
    }

    /** Any neighbourhood that satisfies the invariants. */
    Optional<Neighbourhood> any() {
        return find(Formulas.TRUE);
    }

    /** Where {@code changed} has another value than {@code unit}, or another slope in the lane, or none. */
    Optional<Neighbourhood> difference(Unit unit, Unit changed) {
        Optional<Sample> known = samples.stream()
                .filter(sample -> sample.rectified(unit) != sample.rectified(changed))
                .findFirst();
        return known.map(Sample::draw)
                .or(() -> find(scene.formulas()
                        .or(
                                sums.differ(unit, changed),
                                scene.formulas().and(whereTrained, slopes.differ(unit, changed)))));
    }

    /** Where the unit's value is not 0, or the unit has no slope in a lane that it reads. */
    Optional<Neighbourhood> influence(Unit unit) {
        return influences.computeIfAbsent(
                unit,
                key -> find(scene.formulas()
                        .or(
                                slopes.isActive(unit),
                                Slopes.readsLane(unit)
                                        ? scene.formulas().and(whereTrained, slopes.isAtKink(unit))
                                        : Formulas.FALSE)));
    }

    private Optional<Neighbourhood> find(int formula) {
        questions++;
        if (questions > QUESTIONS_FOR_A_SOLVER) {
            solver = scene.solverWithInvariants();
            questions = 1;
        }
        return solver.find(formula).map(this::remembered);
    }

    private Neighbourhood remembered(Assignment found) {
        Sample sample = Sample.of(scene, found);
        if (samples.size() < MOST_SAMPLES) {
            samples.add(sample);
        }
        return sample.draw();
    }
}
