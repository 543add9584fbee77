package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pixels around a pixel of the image, at any time: variables for what they hold, and the facts that are known of them
 * whatever the rules are. The image is a rectangle of at least two rows and two columns. Outside it, and before the first
 * step, every field is at rest; afterwards {@link Automaton#INSIDE} is 1 in the image. The lane is 0 outside, and −1, 0, 1
 * or, if images can be larger than the main grid, 2 inside.
 */
final class Surroundings implements State {
    private final Formulas formulas;
    private final Codes codes;
    private final int radius;
    private final List<Integer> facts = new ArrayList<>();
    private final int first;
    /** Whether there is image so many rows, or columns, from the middle; the first is {@code -radius}. */
    private final ImmutableList<Integer> rows;

    private final ImmutableList<Integer> columns;
    private final Map<Place, Pixel> pixels = new HashMap<>();

    /** A pixel's place, counted from the middle. */
    record Place(int row, int column) {}

    /**
     * A pixel's variables.
     *
     * @param isFilled whether its lane is not 0
     * @param isPositive if so, whether it is 1 or 2
     * @param isWorkspace if so, whether it is 2
     * @param bits of each field's code
     */
    private record Pixel(
            int isFilled, int isPositive, int isWorkspace, ImmutableMap<String, ImmutableList<Integer>> bits) {}

    /**
     * Surroundings of which nothing is known but what is always so.
     *
     * @param radius how many pixels there are on each side of the middle, at least 1
     */
    Surroundings(Formulas formulas, Codes codes, int radius) {
        this.formulas = formulas;
        this.codes = codes;
        this.radius = radius;
        this.first = formulas.variable();
        this.rows = extent();
        this.columns = extent();
        places().forEach(place -> pixels.put(place, pixel(place)));
    }

    /** All pixels, row by row. */
    Stream<Place> places() {
        return IntStream.rangeClosed(-radius, radius)
                .boxed()
                .flatMap(row -> IntStream.rangeClosed(-radius, radius).mapToObj(column -> new Place(row, column)));
    }

    boolean contains(int row, int column) {
        return Math.abs(row) <= radius && Math.abs(column) <= radius;
    }

    /** Outwards from the middle there is image until it ends, and next to the middle there is some. */
    private ImmutableList<Integer> extent() {
        Deque<Integer> extent = new ArrayDeque<>(List.of(Formulas.TRUE));
        for (int distance = 1; distance <= radius; distance++) {
            extent.addFirst(formulas.and(formulas.variable(), extent.getFirst()));
            extent.addLast(formulas.and(formulas.variable(), extent.getLast()));
        }
        ImmutableList<Integer> ascending = ImmutableList.copyOf(extent);
        facts.add(formulas.or(ascending.get(radius - 1), ascending.get(radius + 1)));
        return ascending;
    }

    private Pixel pixel(Place place) {
        int isFilled = formulas.variable();
        facts.add(formulas.implies(isFilled, image(place.row, place.column)));
        int isWorkspace = codes.hasWorkspace() ? formulas.variable() : Formulas.FALSE;
        int live = formulas.and(image(place.row, place.column), -first);
        ImmutableMap.Builder<String, ImmutableList<Integer>> fields = ImmutableMap.builder();
        for (Field field : codes.automaton().fields()) {
            Encoding encoding = codes.encoding(field.name());
            ImmutableList<Integer> bits = variables(encoding.bits());
            fields.put(field.name(), bits);
            bits.forEach(bit -> facts.add(formulas.implies(bit, live)));
            facts.add(formulas.or(encoding.codes().values().stream()
                    .map(code -> hasCode(bits, code))
                    .toList()));
            if (field.name().equals(Automaton.INSIDE)) {
                facts.add(formulas.implies(live, hasCode(bits, encoding.code(1))));
            }
        }
        return new Pixel(isFilled, formulas.variable(), isWorkspace, fields.buildOrThrow());
    }

    private ImmutableList<Integer> variables(int count) {
        return Stream.generate(formulas::variable).limit(count).collect(ImmutableList.toImmutableList());
    }

    private int hasCode(List<Integer> bits, int code) {
        int all = Formulas.TRUE;
        for (int number = 0; number < bits.size(); number++) {
            all = formulas.and(all, (code >> number & 1) == 1 ? bits.get(number) : -bits.get(number));
        }
        return all;
    }

    private Pixel pixel(int row, int column) {
        Pixel pixel = pixels.get(new Place(row, column));
        if (pixel == null) {
            throw new IllegalArgumentException("pixel %s, %s is too far away".formatted(row, column));
        }
        return pixel;
    }

    private ImmutableList<Integer> bits(String field, int row, int column) {
        ImmutableList<Integer> bits = pixel(row, column).bits.get(field);
        if (bits == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return bits;
    }

    /** Formulas that are always 1. */
    List<Integer> facts() {
        return facts;
    }

    /** Whether there has been no step yet. */
    int first() {
        return first;
    }

    /** Whether the pixel is one of the image's. */
    int image(int row, int column) {
        return formulas.and(rows.get(radius + row), columns.get(radius + column));
    }

    @Override
    public Spread field(String name, int row, int column) {
        ImmutableList<Integer> bits = bits(name, row, column);
        Map<Long, Integer> where = new HashMap<>();
        codes.encoding(name).codes().forEach((value, code) -> where.put((long) value, hasCode(bits, code)));
        return Spread.of(where);
    }

    @Override
    public int bit(String field, int number, int row, int column) {
        return bits(field, row, column).get(number);
    }

    @Override
    public int lane(int value, int row, int column) {
        Pixel pixel = pixel(row, column);
        return switch (value) {
            case -1 -> formulas.and(pixel.isFilled, -pixel.isPositive);
            case 0 -> -pixel.isFilled;
            case 1 -> formulas.and(formulas.and(pixel.isFilled, pixel.isPositive), -pixel.isWorkspace);
            case 2 -> formulas.and(formulas.and(pixel.isFilled, pixel.isPositive), pixel.isWorkspace);
            default -> Formulas.FALSE;
        };
    }
}
