package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.report.Neighbourhood;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

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
    private Solver solver;
    private int questions;

    private UnitComparison(Scene scene, int whereTrained) {
        this.scene = scene;
        this.sums = new StepSums(scene);
        this.slopes = new Slopes(scene, sums);
        this.whereTrained = whereTrained;
        this.solver = scene.variedSolverWithInvariants();
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

    /**
     * Asks for a neighbourhood.
     *
     * @param isSeenIn whether a neighbourhood is seen, without a solver, to be one that is asked for
     * @param formula which ones are
     */
    record Question(Predicate<Sample> isSeenIn, IntSupplier formula) {}

    /** For any neighbourhood that satisfies the invariants. */
    Question any() {
        return new Question(sample -> true, () -> Formulas.TRUE);
    }

    /** For none. */
    Question none() {
        return new Question(sample -> false, () -> Formulas.FALSE);
    }

    /** Where {@code changed} has another value than {@code unit}, or another slope in the lane, or none. */
    Question difference(Unit unit, Unit changed) {
        return new Question(
                sample -> sample.rectified(unit) != sample.rectified(changed),
                () -> scene.formulas()
                        .or(
                                sums.differ(unit, changed),
                                scene.formulas().and(whereTrained, slopes.differ(unit, changed))));
    }

    /** Where the unit's value is not 0, or the unit has no slope in a lane that it reads. */
    Question influence(Unit unit) {
        return new Question(
                sample -> sample.rectified(unit) != 0,
                () -> scene.formulas()
                        .or(
                                slopes.isActive(unit),
                                Slopes.readsLane(unit)
                                        ? scene.formulas().and(whereTrained, slopes.isAtKink(unit))
                                        : Formulas.FALSE));
    }

    /** A neighbourhood that satisfies the invariants and is asked for, if there is one. */
    Optional<Neighbourhood> find(Question question) {
        return samples.stream()
                .filter(question.isSeenIn)
                .findFirst()
                .or(() -> find(question.formula.getAsInt()).map(this::remembered))
                .map(Sample::draw);
    }

    /**
     * What is asked for by questions to which there is no answer. The solver is asked for all together, and each answer
     * is tried on all of them, so that it is asked few times more than there are answers.
     */
    <T> ImmutableList<T> unanswerable(Map<T, Question> questions) {
        Map<T, Integer> open = new LinkedHashMap<>();
        questions.forEach((asked, question) -> {
            if (samples.stream().noneMatch(question.isSeenIn)) {
                open.put(asked, question.formula.getAsInt());
            }
        });
        Optional<Assignment> answer = find(scene.formulas().or(open.values()));
        while (answer.isPresent()) {
            Assignment found = answer.get();
            remembered(found);
            open.values().removeIf(found::isTrue);
            answer = find(scene.formulas().or(open.values()));
        }
        return ImmutableList.copyOf(open.keySet());
    }

    private Optional<Assignment> find(int formula) {
        if (formula == Formulas.FALSE) {
            return Optional.empty();
        }
        questions++;
        if (questions > QUESTIONS_FOR_A_SOLVER) {
            solver = scene.variedSolverWithInvariants();
            questions = 1;
        }
        return solver.find(formula);
    }

    private Sample remembered(Assignment found) {
        Sample sample = Sample.of(scene, found);
        if (samples.size() < MOST_SAMPLES) {
            samples.add(sample);
        }
        return sample;
    }
}
