package dev.pupil.verify.proof;

import static com.google.common.base.Verify.verify;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import dev.pupil.verify.proof.Samples.Held;
import dev.pupil.verify.report.Neighbourhood;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * Looks for neighbourhoods that satisfy the invariants and in which a hidden unit differs from what a change would make
 * of it: first among those that are known to occur, then with a solver.
 */
final class UnitComparison {
    /** A solver slows down with all that it has been told; a new one has to be told all that is known. */
    private static final int QUESTIONS_FOR_A_SOLVER = 250;

    /** All that the lane can hold but 0. */
    private static final ImmutableList<Integer> LANES = ImmutableList.of(-1, 1, 2);

    private final Scene scene;
    private final StepSums sums;
    private final Slopes slopes;

    /** Where slopes matter. */
    private final int whereTrained;

    private final Samples samples;
    private Solver solver;
    private int questions;

    private UnitComparison(Scene scene, int whereTrained, Samples samples) {
        this.scene = scene;
        this.sums = new StepSums(scene);
        this.slopes = new Slopes(scene, sums);
        this.whereTrained = whereTrained;
        this.samples = samples;
        this.solver = scene.variedSolverWithInvariants();
    }

    /**
     * For units of the step: the gradient passes all of them.
     *
     * @param samples neighbourhoods that satisfy the invariants; others that are found are added
     */
    static UnitComparison ofStep(Construction construction, Samples samples) {
        return new UnitComparison(new Scene(construction, Scene.NEIGHBOURS), Formulas.TRUE, samples);
    }

    /** For the head's units: what is selected is empty. */
    static UnitComparison ofHead(Construction construction, Samples samples) {
        Scene scene = new Scene(construction, Scene.NEIGHBOURS);
        return new UnitComparison(scene, Selection.isEmpty(scene, scene.before(), 0, 0), samples);
    }

    /**
     * Asks for a neighbourhood in which a unit's value is affected, or its slope in the lane.
     *
     * @param cases when the value is: in any of these cases
     * @param slope makes a formula, which is 1 where the slope is
     */
    record Question(ImmutableList<Case> cases, IntSupplier slope) {}

    /**
     * That a hidden unit's sum is at least {@code least}, and an input, if there is one, holds what it says.
     *
     * @param held no input if this is so whatever the inputs hold
     */
    record Case(long least, Optional<Held> held) {}

    /**
     * Where a unit has another value, another slope in the lane, or none, if {@code more} is added to an input's weight. For
     * sums s and s + e of integers, relu(s) and relu(s + e) are not the same exactly if e ≠ 0 and one of the sums is at
     * least 1, that is s ≥ 1 − max(0, e).
     */
    Question withInput(Unit unit, Input more) {
        ImmutableList<Case> cases = (more.channel() == 0 ? LANES : ImmutableList.of(1))
                .stream()
                        .map(value -> new Case(
                                1 - Math.max(0, more.weight() * value),
                                Optional.of(new Held(more.channel(), more.tap(), value))))
                        .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<Input> inputs = ImmutableList.builder();
        long weight = more.weight();
        for (Input input : unit.inputs()) {
            if (input.channel() == more.channel() && input.tap() == more.tap()) {
                weight += input.weight();
            } else {
                inputs.add(input);
            }
        }
        if (weight != 0) {
            inputs.add(new Input(more.channel(), more.tap(), weight));
        }
        Unit changed = new Unit(inputs.build(), unit.bias());
        return new Question(cases, () -> slope(unit, changed));
    }

    /** The same if {@code more} is added to the unit's bias. */
    Question withBias(Unit unit, long more) {
        Unit changed = new Unit(unit.inputs(), unit.bias() + more);
        return new Question(
                ImmutableList.of(new Case(1 - Math.max(0, more), Optional.empty())), () -> slope(unit, changed));
    }

    private int slope(Unit unit, Unit changed) {
        return scene.formulas().and(whereTrained, slopes.differ(unit, changed));
    }

    /** Where the unit's value is not 0, or the unit has no slope in a lane that it reads. */
    Question influence(Unit unit) {
        return new Question(
                ImmutableList.of(new Case(1, Optional.empty())),
                () -> Slopes.readsLane(unit)
                        ? scene.formulas().and(whereTrained, slopes.isAtKink(unit))
                        : Formulas.FALSE);
    }

    /** Any neighbourhood that satisfies the invariants. */
    Optional<Neighbourhood> any() {
        return find(Formulas.TRUE, Formulas.TRUE).map(found -> Witness.draw(scene, found));
    }

    /** A neighbourhood that satisfies the invariants and is asked for, if there is one. */
    Optional<Neighbourhood> find(Unit unit, Question question) {
        Formulas formulas = scene.formulas();
        int[] any = IntStream.concat(
                        IntStream.of(question.slope.getAsInt()),
                        question.cases.stream()
                                .mapToInt(each -> formulas.and(
                                        reached(unit, each.least),
                                        each.held.map(this::literal).orElse(Formulas.TRUE))))
                .toArray();
        return find(Formulas.TRUE, any).map(found -> Witness.draw(scene, found));
    }

    /**
     * What is asked for, about one unit, by questions to which there is no answer. The solver is asked for all together,
     * and each answer is tried on all of them, so that it is asked few times more than there are answers.
     */
    <T> ImmutableList<T> unanswerable(Unit unit, Map<T, Question> questions) {
        Samples.Sums seen = samples.sums(unit);
        Map<T, Question> open = new LinkedHashMap<>(Maps.filterValues(
                questions, question -> question.cases.stream().noneMatch(each -> seen.isSeen(each.least, each.held))));
        ImmutableSet<Long> sizes = open.values().stream()
                .flatMap(question -> question.cases.stream().map(Case::least))
                .collect(ImmutableSet.toImmutableSet());
        for (long least : sizes) {
            removeAnswerable(unit, open, reached(unit, least), question -> held(question, least));
        }
        removeAnswerable(unit, open, Formulas.TRUE, question -> IntStream.of(question.slope.getAsInt()));
        return ImmutableList.copyOf(open.keySet());
    }

    /**
     * Removes questions with answers, until there is none in which {@code condition} is 1 and some formula of a question.
     */
    private void removeAnswerable(
            Unit unit, Map<?, Question> open, int condition, Function<Question, IntStream> formulas) {
        Optional<Assignment> answer = find(condition, any(open.values(), formulas));
        while (answer.isPresent()) {
            Assignment found = answer.get();
            ImmutableIntArray values = values(found);
            samples.add(values);
            int before = open.size();
            open.values().removeIf(question -> answers(found, values, unit, question));
            verify(open.size() < before, "an answer to several questions answers one of them");
            answer = find(condition, any(open.values(), formulas));
        }
    }

    private static int[] any(Collection<Question> questions, Function<Question, IntStream> formulas) {
        return questions.stream()
                .flatMapToInt(formulas::apply)
                .filter(formula -> formula != Formulas.FALSE)
                .distinct()
                .toArray();
    }

    /** What the question's inputs hold in those of its cases that need a sum of this size. */
    private IntStream held(Question question, long least) {
        return question.cases.stream()
                .filter(each -> each.least == least)
                .mapToInt(each -> each.held.map(this::literal).orElse(Formulas.TRUE));
    }

    /** Where the unit's sum is at least so large. */
    private int reached(Unit unit, long least) {
        return sums.sum(unit).atLeast(scene.formulas(), least);
    }

    private int literal(Held held) {
        Offset at = Filter.offset(held.tap());
        return held.channel() == 0
                ? scene.before().lane(held.value(), at.row(), at.column())
                : scene.construction()
                        .codes()
                        .channel(scene.formulas(), scene.before(), held.channel(), at.row(), at.column());
    }

    private static boolean answers(Assignment found, ImmutableIntArray values, Unit unit, Question question) {
        long sum = unit.bias();
        for (Input input : unit.inputs()) {
            sum += input.weight() * values.get(input.channel() * Filter.TAPS + input.tap());
        }
        for (Case each : question.cases) {
            boolean held = each.held
                    .map(input -> values.get(input.channel() * Filter.TAPS + input.tap()) == input.value())
                    .orElse(true);
            if (held && sum >= each.least) {
                return true;
            }
        }
        return found.isTrue(question.slope.getAsInt());
    }

    /** An assignment in which the condition is 1 and one of the others. */
    private Optional<Assignment> find(int condition, int... any) {
        if (condition == Formulas.FALSE || any.length == 0) {
            return Optional.empty();
        }
        questions++;
        if (questions > QUESTIONS_FOR_A_SOLVER) {
            solver = scene.variedSolverWithInvariants();
            questions = 1;
        }
        return solver.findAny(condition, any);
    }

    /** What an assignment says that the inputs hold. */
    private ImmutableIntArray values(Assignment found) {
        int channels = scene.construction().codes().channels();
        ImmutableIntArray.Builder values = ImmutableIntArray.builder(channels * Filter.TAPS);
        for (int tap = 0; tap < Filter.TAPS; tap++) {
            Offset at = Filter.offset(tap);
            values.add((int) scene.lane(at.row(), at.column()).value(found));
        }
        for (int input = Filter.TAPS; input < channels * Filter.TAPS; input++) {
            values.add(found.isTrue(literal(new Held(input / Filter.TAPS, input % Filter.TAPS, 1))) ? 1 : 0);
        }
        return values.build();
    }
}
