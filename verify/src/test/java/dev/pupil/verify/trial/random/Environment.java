package dev.pupil.verify.trial.random;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be used at one point of a program that keeps no discipline. Environments are values: an inner block's
 * declarations are not seen outside.
 *
 * @param variables visible variables
 * @param indices the variables of the loops around, and parameters that are used as such
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
        boolean isArray() {
            return !dimensions.isEmpty();
        }
    }

    /** An expression that is affine, at least 0 and stays below an extent. */
    record Index(String text, Extent extent) {}

    /** An element or a scalar. */
    record Place(String text, Variable variable) {}

    Environment with(Variable variable) {
        List<Variable> more = new ArrayList<>(variables);
        more.add(variable);
        return new Environment(List.copyOf(more), indices, hasExamples, canChangeMemory, canReturn, loops);
    }

    Environment with(Index index) {
        List<Index> more = new ArrayList<>(indices);
        more.add(index);
        return new Environment(variables, List.copyOf(more), hasExamples, canChangeMemory, canReturn, loops);
    }

    Environment inLoop() {
        return new Environment(variables, indices, hasExamples, canChangeMemory, canReturn, loops + 1);
    }

    /** Indices for a dimension that are affine. */
    List<String> affineIndices(Extent extent) {
        List<String> found = new ArrayList<>();
        for (Index index : indices) {
            found.addAll(index.extent.indices(index.text, extent));
        }
        for (Index index : indices) {
            for (Index other : indices) {
                if (other.extent == Extent.TWO && extent.isOneMoreThan(index.extent)) {
                    found.add(index.text + " + " + other.text);
                }
            }
        }
        found.add("0");
        found.add(extent.last());
        return found;
    }

    /** Indices for a dimension, those that depend on data included. */
    List<String> indices(Extent extent) {
        List<String> found = affineIndices(extent);
        for (Variable variable : variables) {
            if (variable.isArray()) {
                continue;
            }
            if (variable.nature instanceof Nature.Cursor cursor) {
                if (cursor.extent().contained().contains(extent)) {
                    found.addAll(List.of(variable.name, variable.name, "max(" + variable.name + " - 1, 0)"));
                } else if (cursor.extent().isOneMoreThan(extent)) {
                    found.add("min(" + variable.name + ", " + extent.last() + ")");
                }
            } else if (variable.nature.isAtMost(extent.most())) {
                found.add(variable.name);
            }
        }
        if (extent.most() > 0) {
            found.add("v[0]");
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
        variables.stream().filter(this::isAssignable).forEach(variable -> places.add(place(variable, choice)));
        return places;
    }

    boolean isAssignable(Variable variable) {
        return !variable.isReadOnly && (canChangeMemory || !variable.isMemory);
    }

    private Place place(Variable variable, Choice choice) {
        if (variable.name.equals("v") && choice.chance(0.15)) {
            return new Place("v.label", variable);
        }
        StringBuilder text = new StringBuilder(variable.name);
        for (Extent extent : variable.dimensions) {
            text.append('[').append(choice.of(indices(extent))).append(']');
        }
        return new Place(text.toString(), variable);
    }
}
