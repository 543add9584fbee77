package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a pixel does when an example comes by: every slot's value afterwards, as a term over the slots before. All steps
 * of all passes are executed symbolically, in order, each under its own condition.
 *
 * <p>Terms read slots by name at the pixel itself, the query bit as {@link #IS_QUERY}, and places by the names of {@link
 * Place}, and {@link #AFTER_ROWS}.
 */
public final class PixelProgram {
    /** Reads 1 if what comes by is the query. */
    public static final String IS_QUERY = "at.query";

    /** Reads 1 at the pixel of row d in the label column. */
    public static final String AFTER_ROWS = "at.after_rows";

    private static final ImmutableSet<String> PLACES = ImmutableSet.of(
            IS_QUERY,
            AFTER_ROWS,
            Place.FIRST_COLUMN,
            Place.LABEL_COLUMN,
            Place.DIAGONAL,
            Place.BEYOND_DIAGONAL,
            Place.FIRST_ROW);

    private final Passes passes;
    private final ImmutableSet<String> shared;
    private final ImmutableSet<String> flags;
    private final Map<String, Term> values = new HashMap<>();
    private Optional<Prediction> prediction = Optional.empty();

    /**
     * The prediction.
     *
     * @param ready 1 where and when it is computed
     * @param value its value there
     * @param rows the rows of its pass
     * @param place its place in the row
     */
    public record Prediction(Term ready, Term value, Rows rows, Term place) {}

    /**
     * Executes passes.
     *
     * @param shared carry slots that both routines use
     */
    public PixelProgram(Passes passes, Set<String> shared) {
        this.passes = passes;
        this.shared = ImmutableSet.copyOf(shared);
        Set<String> conditions = new HashSet<>();
        passes.passes()
                .forEach(pass -> pass.steps().forEach(step -> step.condition().ifPresent(conditions::add)));
        this.flags = ImmutableSet.copyOf(conditions);
        passes.slots().forEach(slot -> values.put(slot.name(), Terms.read(slot.name())));
        for (Rows rows : List.of(Rows.AFTER, Rows.FIRST, Rows.EACH)) {
            // Row d runs what comes after the rows before it goes on as if it were a row of the nest, which is
            // harmless.
            for (Trigger trigger : Trigger.values()) {
                passes.passes().stream()
                        .filter(pass -> pass.rows() == rows && pass.trigger() == trigger)
                        .forEach(this::run);
            }
        }
    }

    /** A slot's value after the example. */
    public Term after(String slot) {
        return value(slot);
    }

    /** The prediction. */
    public Prediction prediction() {
        return prediction.orElseThrow(() -> new IllegalStateException("no step gives the prediction"));
    }

    private void run(Pass pass) {
        Term isQuery = Terms.read(IS_QUERY);
        Term trigger = pass.trigger() == Trigger.PREDICT ? isQuery : Terms.not(isQuery);
        Term rows = switch (pass.rows()) {
            case FIRST -> passes.hasRows() ? Terms.read(Place.FIRST_ROW) : Terms.TRUE;
            case EACH -> Terms.TRUE;
            case AFTER -> Terms.read(AFTER_ROWS);
        };
        for (Step step : pass.steps()) {
            run(step, Terms.and(rows, step.place()), trigger, pass.rows());
        }
    }

    private void run(Step step, Term place, Term trigger, Rows rows) {
        Slot target = passes.slot(step.target());
        Term facts = needsTrigger(step, target) ? Terms.and(place, trigger) : place;
        Term condition =
                step.condition().map(flag -> Terms.assume(value(flag), facts)).orElse(Terms.TRUE);
        Term guard = Terms.and(facts, condition);
        Term result = Terms.assume(Terms.replaceReads(step.value(), read -> value(read.name())), facts);
        if (target.kind() == Slot.Kind.ANSWER) {
            prediction = Optional.of(new Prediction(guard, result, rows, step.place()));
            return;
        }
        if (isOwnFlag(target)) {
            // A routine's own flags are 0 for the other routine, so that what they guard needs no second condition.
            result = Terms.and(trigger, result);
        }
        values.put(target.name(), Terms.choice(guard, result, value(target.name())));
    }

    private Term value(String slot) {
        return values.getOrDefault(slot, Terms.read(slot));
    }

    /** Whether a step could change something for the wrong routine. */
    private boolean needsTrigger(Step step, Slot target) {
        boolean isOwnCarry = target.kind() == Slot.Kind.CARRY && !shared.contains(target.name());
        boolean hasOwnFlag = step.condition().isPresent()
                && !shared.contains(step.condition().get());
        return !isOwnCarry && !hasOwnFlag;
    }

    private boolean isOwnFlag(Slot target) {
        return flags.contains(target.name()) && !shared.contains(target.name());
    }

    /** Whether a term reads a bit that says where a pixel is, or what comes by, and not a slot. */
    public static boolean isPlace(String name) {
        return PLACES.contains(name);
    }

    /** Where a carry comes from: the neighbour that the scan has just left. */
    public static Offset carryFrom(Passes.Direction direction) {
        return switch (direction) {
            case RIGHT -> Offset.LEFT;
            case LEFT -> Offset.RIGHT;
        };
    }
}
