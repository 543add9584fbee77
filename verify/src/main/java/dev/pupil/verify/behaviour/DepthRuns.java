package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.verify.behaviour.Observation.Seen;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.ClosedForm;
import dev.pupil.verify.trial.Disagreement;
import dev.pupil.verify.trial.Disagreement.Said;
import dev.pupil.verify.trial.Outcome;
import dev.pupil.verify.trial.Predictor;
import dev.pupil.verify.trial.ReferencePredictor;
import dev.pupil.verify.trial.Trial;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lets images run, one after another, counts them, and keeps the longest time that one took to stand still. */
final class DepthRuns {
    private final Subject subject;
    private final Simulator images;
    private final String name;
    private final Function<int[][], Course> start;
    private long answering;
    private long memorising;
    private long rest;
    private final Map<Sizes, Long> early = new LinkedHashMap<>();

    /**
     * Runs of one way to compute images.
     *
     * @param name who computes them, in the plural: {@code the weights}
     * @param start the image that starts from a lane
     */
    DepthRuns(Subject subject, Simulator images, String name, Function<int[][], Course> start) {
        this.subject = subject;
        this.images = images;
        this.name = name;
        this.start = start;
    }

    /** How many images with full memory have been run. */
    long answering() {
        return answering;
    }

    /** How many images with empty rows of memory have been run. */
    long memorising() {
        return memorising;
    }

    /** The sizes at which answers were out before step L, each with the step of the last one. */
    ImmutableSet<Sizes> early() {
        return ImmutableSet.copyOf(early.keySet());
    }

    /** How many steps after L the last image stood still, of those that have run since this was asked before. */
    long takeRest() {
        long longest = rest;
        rest = 0;
        return longest;
    }

    /** Runs every query of a trial on full memory; gives what went wrong first. */
    Optional<Counterexample> answer(Trial trial) {
        for (int query = 0; query < trial.queries().size(); query++) {
            int[][] memory = ClosedForm.lane(trial.training(), trial.queries().row(query));
            Course course = start.apply(images.image(trial.sizes(), memory));
            answering++;
            switch (observation(trial.sizes()).answering(course)) {
                case Seen.Kept kept -> {
                    rest = Math.max(rest, kept.rest());
                    if (kept.since() < observation(trial.sizes()).steps()) {
                        early.merge(trial.sizes(), kept.since(), Math::max);
                    }
                }
                case Seen.Broken broken -> {
                    return Optional.of(counterexample(trial, query, broken.fault()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Runs a trial's first query on memory that holds 0, 1, … m of its examples. Where answers were out before step L, one of
     * these runs has to need all L steps, unless L is only a bound: how long a machine walks depends on its tape.
     */
    Optional<Counterexample> memorise(Trial trial) {
        Sizes sizes = trial.sizes();
        long steps = observation(sizes).steps();
        boolean isTight = subject.isMachine() || !early.containsKey(sizes);
        for (int filled = 0; filled <= sizes.examples(); filled++) {
            int[][] memory = ClosedForm.lane(trial.training(), trial.queries().row(0));
            Arrays.stream(memory, filled, memory.length).forEach(row -> Arrays.fill(row, 0));
            Course course = start.apply(images.image(sizes, memory));
            memorising++;
            switch (observation(sizes).memorising(course, filled)) {
                case Seen.Kept kept -> isTight |= kept.since() == steps;
                case Seen.Broken broken -> {
                    return Optional.of(Counterexample.of("for %s, with %s rows of memory filled, %s %s"
                            .formatted(SizeText.of(sizes), filled, name, broken.fault())));
                }
            }
        }
        return isTight
                ? Optional.empty()
                : Optional.of(Counterexample.of(
                        "for %s %s answer after step %s already, and select a row by then, not after %s"
                                .formatted(SizeText.of(sizes), name, early.get(sizes), steps)));
    }

    private Observation observation(Sizes sizes) {
        Automaton automaton = subject.automaton();
        return new Observation(
                automaton.head(),
                sizes,
                Math.toIntExact(automaton.geometry().rows().at(sizes)),
                Math.toIntExact(automaton.geometry().columns().at(sizes)),
                automaton.geometry().steps().at(sizes));
    }

    private Counterexample counterexample(Trial trial, int query, String fault) {
        Predictor reference = new ReferencePredictor(subject.lowering().program());
        Disagreement data = new Disagreement(
                trial.training(),
                trial.queries().row(query),
                new Said(reference.name(), reference.predict(trial).get(query)),
                new Said(name, new Outcome.Failure(fault)));
        return Counterexample.of("for %s %s %s".formatted(SizeText.of(trial.sizes()), name, fault), data);
    }
}
