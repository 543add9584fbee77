package dev.pupil.verify.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be used at one point of a program. Scopes are values: an inner block's declarations are not seen outside.
 *
 * @param names visible variables
 * @param row the variable of the loop over rows, if inside
 * @param column the loop over columns, if inside
 * @param repetition the variable of a loop of two rounds, if inside
 * @param inPredict whether memory is read-only and {@code return} allowed
 * @param inProcedure whether {@code return} is out of place
 */
record Scope(
        List<Name> names,
        Optional<String> row,
        Optional<Column> column,
        Optional<String> repetition,
        boolean inPredict,
        boolean inProcedure) {

    /**
     * A loop over columns.
     *
     * @param variable its variable
     * @param reachesLabel whether the label's column is visited
     */
    record Column(String variable, boolean reachesLabel) {}

    /** An element or a scalar with its type. */
    record Place(String text, Kind kind) {}

    Scope with(Name name) {
        List<Name> more = new ArrayList<>(names);
        more.add(name);
        return new Scope(List.copyOf(more), row, column, repetition, inPredict, inProcedure);
    }

    Scope inRows(String variable) {
        return new Scope(names, Optional.of(variable), column, repetition, inPredict, inProcedure);
    }

    Scope inColumns(Column loop) {
        return new Scope(names, row, Optional.of(loop), repetition, inPredict, inProcedure);
    }

    Scope inRepetition(String variable) {
        return new Scope(names, row, column, Optional.of(variable), inPredict, inProcedure);
    }

    boolean inLoop() {
        return row.isPresent() || column.isPresent() || repetition.isPresent();
    }

    /** Everything that can be read here. */
    List<Place> readable(Choice choice) {
        List<Place> places = new ArrayList<>();
        for (Name name : names) {
            elements(name, choice).forEach(text -> places.add(new Place(text, name.kind())));
        }
        example(true).forEach(text -> places.add(new Place(text, new Kind.Bit())));
        return places;
    }

    /** Everything that can be assigned here; elements in the loop's own column first of all. */
    List<Place> assignable(Choice choice) {
        List<Place> places = new ArrayList<>();
        for (Name name : names) {
            if (!(name.isMemory() && inPredict)) {
                List<String> elements = elements(name, choice);
                if (name.shape() != Name.Shape.SCALAR && column.isPresent() && choice.chance(0.95)) {
                    elements = elements.stream().filter(this::isOwn).toList();
                }
                elements.forEach(text -> places.add(new Place(text, name.kind())));
            }
        }
        example(choice.chance(0.05)).forEach(text -> places.add(new Place(text, new Kind.Bit())));
        return places;
    }

    private boolean isOwn(String element) {
        return column.isEmpty() || element.contains("[" + column.get().variable() + "]");
    }

    private List<String> example(boolean all) {
        List<String> elements = new ArrayList<>();
        column.ifPresent(loop -> {
            elements.add("v[" + loop.variable() + "]");
            elements.add("v[" + loop.variable() + "]");
        });
        if (column.isEmpty() || all) {
            row.ifPresent(variable -> elements.add("v[" + variable + "]"));
            elements.add("v[0]");
            elements.add("v.label");
            elements.add("v[d]");
        }
        return elements;
    }

    private List<String> elements(Name name, Choice choice) {
        String a = name.text();
        List<String> constant = constantIndices();
        boolean strays = choice.chance(0.03);
        return switch (name.shape()) {
            case SCALAR -> !name.isMemory() || row.isEmpty() || strays ? List.of(a) : List.of();
            case CONSTANT -> row.isEmpty() || strays ? indexed(a, constant) : List.of();
            case FEATURES -> indexed(a, vectorIndices(name, false, strays));
            case COLUMNS -> indexed(a, vectorIndices(name, true, strays));
            case FEATURES_OF_TWO -> {
                List<String> both = new ArrayList<>();
                indexed(a, vectorIndices(name, false, strays)).forEach(part -> both.addAll(indexed(part, constant)));
                yield both;
            }
            case TWO_OF_COLUMNS -> {
                List<String> both = new ArrayList<>();
                for (String part : indexed(a, constant)) {
                    both.addAll(indexed(part, vectorIndices(name, true, strays)));
                }
                yield both;
            }
            case MATRIX -> matrix(a, false);
            case WIDE_MATRIX -> matrix(a, true);
            case MATRIX_OF_TWO -> {
                List<String> both = new ArrayList<>();
                matrix(a, true).forEach(part -> both.addAll(indexed(part, constant)));
                yield both;
            }
        };
    }

    private List<String> constantIndices() {
        List<String> indices = new ArrayList<>(List.of("0", "1"));
        repetition.ifPresent(indices::add);
        return indices;
    }

    private List<String> vectorIndices(Name name, boolean hasLabel, boolean strays) {
        if (strays ? row.isEmpty() : name.inRows() != row.isPresent()) {
            return List.of();
        }
        return row.isPresent() ? List.of(row.get()) : columnIndices(hasLabel);
    }

    private List<String> columnIndices(boolean hasLabel) {
        List<String> indices = new ArrayList<>();
        column.filter(loop -> hasLabel || !loop.reachesLabel()).ifPresent(loop -> {
            indices.add(loop.variable());
            indices.add(loop.variable());
        });
        row.ifPresent(indices::add);
        indices.add("0");
        if (hasLabel) {
            indices.add("d");
        }
        return indices;
    }

    private List<String> matrix(String array, boolean hasLabel) {
        return row.map(variable -> indexed(array + "[" + variable + "]", columnIndices(hasLabel)))
                .orElse(List.of());
    }

    private static List<String> indexed(String array, List<String> indices) {
        return indices.stream().map(index -> array + "[" + index + "]").toList();
    }
}
