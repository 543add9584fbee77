package dev.pupil.compiler.lower.sweep;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;

/**
 * A learner in normal form.
 *
 * @param name the learner's name
 * @param direction which way every row is scanned
 * @param slots where values live
 * @param passes for each example the learn passes in order, for the query the predict passes in order
 */
public record Passes(String name, Direction direction, ImmutableList<Slot> slots, ImmutableList<Pass> passes) {

    /** Which way a row is scanned. */
    public enum Direction {
        /** From column 0 to the label column. */
        RIGHT("right"),
        /** From the label column to column 0. */
        LEFT("left");

        private final String keyword;

        Direction(String keyword) {
            this.keyword = keyword;
        }

        /** As written in the text form of passes. */
        public String keyword() {
            return keyword;
        }
    }

    public Passes {
        ImmutableMap<String, Slot> named = Maps.uniqueIndex(slots, Slot::name);
        for (Pass pass : passes) {
            for (Step step : pass.steps()) {
                checkArgument(named.containsKey(step.target()), "no slot %s", step.target());
                step.condition().ifPresent(slot -> checkArgument(named.containsKey(slot), "no slot %s", slot));
            }
        }
    }

    /** Whether there is a nest over rows; without one everything happens in row 0. */
    public boolean hasRows() {
        return passes.stream()
                .anyMatch(pass -> pass.rows() == Pass.Rows.EACH && !pass.steps().isEmpty());
    }

    /** The slot called {@code name}. */
    public Slot slot(String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no slot " + name));
    }
}
