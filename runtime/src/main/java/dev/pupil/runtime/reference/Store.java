package dev.pupil.runtime.reference;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Uses;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Arrays;
import java.util.Map;

/**
 * Where each variable of a program lives: all values are cells of one array. An array's elements lie together, last
 * index fastest.
 */
final class Store {
    /** The cell that holds what {@code predict} returned. */
    static final int ANSWER = 0;

    private static final int FIRST = 1;

    private final Sizes sizes;
    private final ImmutableMap<Variable, Place> places;
    private final int size;

    /**
     * A variable's cells and the values they may hold.
     *
     * @param offset index of the first cell
     * @param dimensions sizes of an array, empty for a scalar
     * @param length number of cells
     * @param range the values of its type
     */
    record Place(int offset, ImmutableIntArray dimensions, int length, Range range) {}

    /** The integers from {@code low} to {@code high}, both included. */
    record Range(long low, long high) {
        boolean contains(long value) {
            return low <= value && value <= high;
        }
    }

    private Store(Sizes sizes, ImmutableMap<Variable, Place> places, int size) {
        this.sizes = sizes;
        this.places = places;
        this.size = size;
    }

    /** Gives every variable of the program its cells. */
    static Store of(Program program, Sizes sizes) {
        ImmutableMap.Builder<Variable, Place> places = ImmutableMap.builder();
        long offset = FIRST;
        for (Variable variable : Uses.all(program)) {
            ImmutableIntArray dimensions = dimensions(variable, sizes);
            long length = dimensions.stream().asLongStream().reduce(1, Math::multiplyExact);
            // Some machines can't make an array of quite MAX_VALUE elements.
            checkArgument(
                    offset + length < Integer.MAX_VALUE - Long.SIZE,
                    "%s is too large: %s values at d = %s, m = %s",
                    variable,
                    length,
                    sizes.features(),
                    sizes.examples());
            places.put(variable, new Place((int) offset, dimensions, (int) length, range(variable.type(), sizes)));
            offset += length;
        }
        return new Store(sizes, places.buildOrThrow(), (int) offset);
    }

    /** The values of a type at the given sizes. */
    static Range range(Type type, Sizes sizes) {
        return type instanceof Type.Wide wide
                ? new Range(wide.smallest().at(sizes), wide.largest().at(sizes))
                : new Range(type.low(), type.high());
    }

    Sizes sizes() {
        return sizes;
    }

    Place place(Variable variable) {
        Place place = places.get(variable);
        if (place == null) {
            throw Interpreter.broken(variable.declared(), variable + " is not part of the program");
        }
        return place;
    }

    int offset(Variable variable) {
        return place(variable).offset();
    }

    /** Cells in which memory holds its initial values. */
    long[] initialCells() {
        long[] cells = new long[size];
        fill(cells, Variable.Kind.MEMORY);
        return cells;
    }

    /** Gives locals their initial values, as at the start of a body. */
    void resetLocals(long[] cells) {
        fill(cells, Variable.Kind.LOCAL);
    }

    private void fill(long[] cells, Variable.Kind kind) {
        for (Map.Entry<Variable, Place> entry : places.entrySet()) {
            if (entry.getKey().kind() == kind) {
                Place place = entry.getValue();
                Arrays.fill(
                        cells,
                        place.offset(),
                        place.offset() + place.length(),
                        entry.getKey().initial());
            }
        }
    }

    private static ImmutableIntArray dimensions(Variable variable, Sizes sizes) {
        ImmutableIntArray.Builder dimensions = ImmutableIntArray.builder();
        for (Affine dimension : variable.dimensions()) {
            long length = dimension.constant()
                    + (long) dimension.features() * sizes.features()
                    + (long) dimension.examples() * sizes.examples();
            checkArgument(
                    0 <= length && length <= Integer.MAX_VALUE, "%s has a dimension of size %s", variable, length);
            dimensions.add((int) length);
        }
        return dimensions.build();
    }
}
