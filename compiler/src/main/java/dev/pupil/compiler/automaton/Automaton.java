package dev.pupil.compiler.automaton;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.stream.Stream;

/**
 * A cell automaton that is a learner.
 *
 * @param name the learner's name
 * @param fields all fields; {@link #INSIDE} is the first
 * @param invariants bits that are 1 at every pixel after every step, for every input; each proved by induction
 * @param head how the output is read
 * @param geometry image size and number of steps
 */
public record Automaton(
        String name, ImmutableList<Field> fields, ImmutableList<Term> invariants, Head head, Geometry geometry) {

    public Automaton {
        ImmutableSet<String> names = Maps.uniqueIndex(fields, Field::name).keySet();
        Stream.concat(fields.stream().map(Field::next), invariants.stream())
                .flatMap(term -> Terms.reads(term).stream())
                .forEach(
                        read -> checkArgument(names.contains(read.name()), "automaton %s has no field %s", name, read));
    }

    /** The field that is 1 inside the image from the first step on, so that 0 at a neighbour tells of the border. */
    public static final String INSIDE = "inside";

    /**
     * The fields that the output is read from, all bits.
     *
     * @param select 1 on the first row whose lane is empty: the row to be memorised next
     * @param answered 1 on one pixel once the answer is there
     * @param answer 1 on that pixel if the prediction is +1
     */
    public record Head(String select, String answered, String answer) {}

    /**
     * Sizes as functions of d and m.
     *
     * @param rows H, at least m + 1
     * @param columns w, at least d + 1
     * @param steps L: after so many steps the answer is there, and not before
     */
    public record Geometry(SizeExpression rows, SizeExpression columns, SizeExpression steps) {}

    /**
     * Whether memory is learned, row by row. If not, no row is ever selected, and what is in memory is written there: any of
     * the lane's values, also 2.
     */
    public boolean learns() {
        return fields.stream()
                .noneMatch(field ->
                        field.name().equals(head.select()) && field.next().equals(Terms.FALSE));
    }

    /** The field called {@code name}. */
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name));
    }
}
