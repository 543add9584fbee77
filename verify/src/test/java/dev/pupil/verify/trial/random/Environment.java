package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Variable.Nature;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be used at one point of a program that keeps no discipline. Environments are values: an inner block's
 * declarations are not seen outside.
 *
 * @param variables visible variables
 * @param indices the variables of the loops around
 * @param hasExamples whether the learner has named the number of examples
 * @param canChangeMemory whether memory may be assigned to
 * @param canReturn whether {@code return} is in place
 * @param loops how many loops are around
 */
record Environment(
        List<Variable> variables,
        List<Index> indices,
        boolean hasExamples,
        boolean canChangeMemory,
        boolean canReturn,
        int loops) {

    /**
     * A variable.
     *
     * @param dimensions none for a scalar
     */
    record Variable(String name, Nature nature, List<Extent> dimensions, boolean isMemory, boolean isReadOnly) {

        /** What a variable holds. */
        sealed interface Nature {
            /** A value of finite type. */
            record Finite(Kind kind) implements Nature {}

            /** A wide integer. */
            record Wide() implements Nature {}

            /** A number below an extent, by which elements can be found. */
            record Cursor(Extent extent) implements Nature {}
        }
    }

    /** An expression that is at least 0 and stays below an extent. */
    record Index(String text, Extent extent) {}

    /** An element or a scalar. */
    record Place(String text, Variable variable) {}

    Environment with(Variable variable) {
        List<Variable> more = new ArrayList<>(variables);
        more.add(variable);
        return new Environment(List.copyOf(more), indices, hasExamples, canChangeMemory, canReturn, loops);
    }

    Environment in(Index index) {
        List<Index> more = new ArrayList<>(indices);
        more.add(index);
        return new Environment(variables, List.copyOf(more), hasExamples, canChangeMemory, canReturn, loops + 1);
    }

    /** Indices for a dimension. */
    List<String> indices(Extent extent) {
        List<String> found = new ArrayList<>();
        for (Index index : indices) {
            if (index.extent.contained().contains(extent)) {
                found.add(index.text);
                found.add(index.text);
            }
            if (index.extent == Extent.FEATURES && extent == Extent.FEATURES) {
                found.add("d - 1 - " + index.text);
            }
            if (index.extent == Extent.FEATURES && extent == Extent.COLUMNS) {
                found.add(index.text + " + 1");
            }
        }
        for (Variable variable : variables) {
            if (variable.nature instanceof Nature.Cursor cursor
                    && cursor.extent.contained().contains(extent)) {
                found.add(variable.name);
            }
        }
        found.add("0");
        switch (extent) {
            case FEATURES -> found.add("d - 1");
            case COLUMNS -> found.add("d");
            case EXAMPLES -> found.add("m - 1");
            case TWO, THREE -> found.add("1");
        }
        return found;
    }

    /** Everything that can be read, each array by one element. */
    List<Place> readable(Choice choice) {
        List<Place> places = new ArrayList<>();
        variables.forEach(variable -> places.add(place(variable, choice)));
        return places;
    }

    /** Everything that can be assigned. */
    List<Place> assignable(Choice choice) {
        List<Place> places = new ArrayList<>();
        variables.stream()
                .filter(variable -> !variable.isReadOnly && (canChangeMemory || !variable.isMemory))
                .forEach(variable -> places.add(place(variable, choice)));
        return places;
    }

    private Place place(Variable variable, Choice choice) {
        StringBuilder text = new StringBuilder(variable.name);
        for (Extent extent : variable.dimensions) {
            text.append('[').append(choice.of(indices(extent))).append(']');
        }
        return new Place(text.toString(), variable);
    }
}
