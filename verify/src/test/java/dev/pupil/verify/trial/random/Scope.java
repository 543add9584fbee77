package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Discipline.Where;
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
 * @param discipline how the routine goes along the columns
 */
record Scope(
        List<Name> names,
        Optional<String> row,
        Optional<Column> column,
        Optional<String> repetition,
        boolean inPredict,
        boolean inProcedure,
        Discipline discipline) {

    /**
     * A loop over columns.
     *
     * @param variable its variable
     * @param reachesLabel whether the label's column is visited
     */
    record Column(String variable, boolean reachesLabel) {}

    /** An element or a scalar with its type. */
    record Place(String text, Kind kind, Where where) {}

    /** An index and the column that it means. */
    private record Index(String text, Where where) {}

    Scope with(Name name) {
        List<Name> more = new ArrayList<>(names);
        more.add(name);
        return new Scope(List.copyOf(more), row, column, repetition, inPredict, inProcedure, discipline);
    }

    Scope inRows(String variable) {
        return new Scope(names, Optional.of(variable), column, repetition, inPredict, inProcedure, discipline);
    }

    Scope inColumns(Column loop) {
        return new Scope(names, row, Optional.of(loop), repetition, inPredict, inProcedure, discipline);
    }

    Scope inRepetition(String variable) {
        return new Scope(names, row, column, Optional.of(variable), inPredict, inProcedure, discipline);
    }

    boolean inLoop() {
        return row.isPresent() || column.isPresent() || repetition.isPresent();
    }

    /** What can be read here. */
    List<Place> readable() {
        List<Place> places = new ArrayList<>(example());
        names.forEach(name -> places.addAll(places(name)));
        places.removeIf(place -> !discipline.canRead(place.where, column.isPresent()));
        return places;
    }

    /** What can be assigned here. */
    List<Place> assignable() {
        List<Place> places = new ArrayList<>(example());
        if (discipline.keepsLabel()) {
            places.removeIf(place -> place.where == Where.ANYWHERE
                    || (place.where == Where.OWN && column.orElseThrow().reachesLabel()));
        }
        names.stream().filter(name -> !(name.isMemory() && inPredict)).forEach(name -> places.addAll(places(name)));
        places.removeIf(place -> !discipline.canAssign(place.where, column.isPresent()));
        return places;
    }

    private List<Place> example() {
        List<Place> places = new ArrayList<>();
        for (Index index : columnIndices(true)) {
            boolean isKnown = index.where == Where.LABEL && discipline.keepsLabel();
            String text = index.where == Where.LABEL && discipline.strays() ? "v[d]" : "v[" + index.text + "]";
            places.add(new Place(
                    text.equals("v[d]") ? "v.label" : text, new Kind.Bit(), isKnown ? Where.ANYWHERE : index.where));
        }
        return places;
    }

    private List<Place> places(Name name) {
        Kind kind = name.kind();
        return switch (name.shape()) {
            case SCALAR -> {
                boolean isHere = !name.isMemory() || row.isEmpty() || discipline.strays();
                Where where = name.isMemory() || name.inRows() ? Where.LABEL : Where.ANYWHERE;
                yield isHere ? List.of(new Place(name.text(), kind, where)) : List.of();
            }
            case CONSTANT ->
                row.isEmpty() || discipline.strays()
                        ? constants().stream()
                                .map(index -> new Place(name.text() + "[" + index + "]", kind, Where.LABEL))
                                .toList()
                        : List.of();
            case FEATURES -> elements(name.text(), vectorIndices(name, false), "", kind);
            case COLUMNS -> elements(name.text(), vectorIndices(name, true), "", kind);
            case FEATURES_OF_TWO ->
                withConstants(suffix -> elements(name.text(), vectorIndices(name, false), suffix, kind));
            case TWO_OF_COLUMNS ->
                withConstants(prefix -> elements(name.text() + prefix, vectorIndices(name, true), "", kind));
            case MATRIX -> matrix(name, false, "");
            case WIDE_MATRIX -> matrix(name, true, "");
            case MATRIX_OF_TWO -> withConstants(suffix -> matrix(name, true, suffix));
        };
    }

    private interface Indexed {
        List<Place> with(String constant);
    }

    private List<Place> withConstants(Indexed array) {
        List<Place> places = new ArrayList<>();
        constants().forEach(index -> places.addAll(array.with("[" + index + "]")));
        return places;
    }

    private List<String> constants() {
        List<String> indices = new ArrayList<>(List.of("0", "1"));
        repetition.ifPresent(indices::add);
        return indices;
    }

    private List<Place> matrix(Name name, boolean hasLabel, String suffix) {
        return row.map(variable ->
                        elements(name.text() + "[" + variable + "]", columnIndices(hasLabel), suffix, name.kind()))
                .orElse(List.of());
    }

    private static List<Place> elements(String array, List<Index> indices, String suffix, Kind kind) {
        return indices.stream()
                .map(index -> new Place(array + "[" + index.text + "]" + suffix, kind, index.where))
                .toList();
    }

    /** A vector has an element a column, or an element a row. */
    private List<Index> vectorIndices(Name name, boolean hasLabel) {
        if (name.inRows() != row.isPresent() && !discipline.strays()) {
            return List.of();
        }
        return row.map(variable -> List.of(new Index(variable, Where.DIAGONAL))).orElse(columnIndices(hasLabel));
    }

    private List<Index> columnIndices(boolean hasLabel) {
        List<Index> indices = new ArrayList<>();
        column.filter(loop -> hasLabel || !loop.reachesLabel()).ifPresent(loop -> {
            indices.add(new Index(loop.variable(), Where.OWN));
            indices.add(new Index(loop.variable(), Where.OWN));
        });
        row.ifPresent(variable -> indices.add(new Index(variable, Where.DIAGONAL)));
        indices.add(new Index("0", Where.FIRST));
        if (hasLabel) {
            indices.add(new Index("d", Where.LABEL));
        }
        return indices;
    }
}
