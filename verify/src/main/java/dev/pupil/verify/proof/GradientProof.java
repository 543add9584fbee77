package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.proof.ExactNetwork.Mix;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.proof.Inquiry.Complaint;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.Optional;
import java.util.function.IntFunction;

/** V4: the gradient of the output in the memory weights is the selected row's indicator, times the input. */
public final class GradientProof {
    private final Construction construction;
    private final ExactNetwork network;
    private final Scene scene;
    private final Formulas formulas;
    private final Solver solver;
    private final Inquiry inquiry;
    private final Slopes slopes;

    private GradientProof(Construction construction) {
        this.construction = construction;
        this.network = construction.network();
        this.scene = new Scene(construction, Scene.NEIGHBOURS);
        this.formulas = scene.formulas();
        this.solver = scene.solverWithInvariants();
        this.inquiry = new Inquiry(scene, solver);
        this.slopes = new Slopes(scene, new StepSums(scene));
    }

    /** Proves it, or finds a neighbourhood in which it is not so. */
    public static Conclusion check(Subject subject, Settings settings) {
        return Attempt.concludeOnStep(subject, GradientProof::conclusion);
    }

    /**
     * The same; the step's proof must have been given.
     *
     * @throws RefutedException if it is not so
     */
    static Conclusion conclusion(Construction construction) throws RefutedException {
        prove(construction);
        return new Conclusion(evidence(construction), new Verdict.Holds());
    }

    /**
     * Proves it; the step's proof must have been given.
     *
     * @throws RefutedException if it is not so
     */
    static void prove(Construction construction) throws RefutedException {
        GradientProof proof = new GradientProof(construction);
        proof.proveStep();
        Selection.prove(construction);
        proof.proveHead();
    }

    private void proveStep() throws RefutedException {
        for (Mix mix : network.mixes()) {
            requireNoKinks(mix, network.units(), unit -> "unit '%s'".formatted(construction.unitName(unit)));
        }
        for (int channel = 0; channel < network.mixes().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                proveSlope(channel, tap);
            }
        }
    }

    private void requireNoKinks(Mix mix, ImmutableList<Unit> units, IntFunction<String> name) throws RefutedException {
        for (ExactNetwork.Summand summand : mix.summands()) {
            Unit unit = units.get(summand.unit());
            if (Slopes.readsLane(unit)) {
                inquiry.requireNever(
                        slopes.isAtKink(unit),
                        found -> new Complaint(
                                "%s reads the lane and has no slope here, where its sum is 0"
                                        .formatted(name.apply(summand.unit())),
                                ImmutableList.of(name.apply(summand.unit())),
                                Optional.empty()));
            }
        }
    }

    private void proveSlope(int channel, int tap) throws RefutedException {
        WeightedSum slope = slopes.of(network.mixes().get(channel), network.units(), tap);
        long expected = channel == 0 && tap == ExactNetwork.CENTER ? network.squareOfOne() : 0;
        inquiry.requireNever(
                formulas.and(slopes.hasLane(tap), -slope.equalTo(formulas, expected)),
                found -> Complaint.of("channel '%s' has slope %s in the lane%s where it should have %s"
                        .formatted(
                                construction.codes().name(channel),
                                network.text(slope.value(found)),
                                Filter.offset(tap),
                                network.text(expected))));
    }

    /** The slope is 1 where a row is selected; there the lane is 0. */
    private void proveHead() throws RefutedException {
        solver.require(Selection.isEmpty(scene, scene.before(), 0, 0));
        requireNoKinks(network.output(), network.head(), unit -> "the head's unit %s".formatted(unit + 1));
        String select = construction.automaton().head().select();
        int selected = scene.before().field(select, 0, 0).is(1);
        WeightedSum slope = slopes.of(network.output(), network.head(), ExactNetwork.CENTER);
        inquiry.requireNever(
                -slope.equalTo(formulas, Spread.bit(selected), network.squareOfOne()),
                found -> Complaint.of("the output has slope %s in a pixel's lane where it should have %s"
                        .formatted(network.text(slope.value(found)), found.isTrue(selected) ? 1 : 0)));
    }

    private static ImmutableList<Evidence> evidence(Construction construction) {
        long units = construction.network().units().stream()
                .filter(Slopes::readsLane)
                .count();
        return ImmutableList.of(
                new Evidence(
                        Strength.PROVED,
                        "no hidden unit that reads the lane is ever at its kink, no channel has a slope in the lane but"
                                + " the lane itself, and that is 1",
                        units,
                        "hidden units"),
                new Evidence(
                        Strength.PROVED,
                        "the output has slope 1 in the lane where a row is selected, which is then empty, and 0 elsewhere:"
                                + " the gradient in memory is that row's indicator times the input, through any number of"
                                + " steps",
                        construction.network().head().size(),
                        "hidden units of the head"));
    }
}
