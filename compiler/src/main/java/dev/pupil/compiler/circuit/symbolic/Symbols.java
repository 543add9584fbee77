package dev.pupil.compiler.circuit.symbolic;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Term.Binary;
import dev.pupil.compiler.automaton.term.Term.Choice;
import dev.pupil.compiler.automaton.term.Term.Constant;
import dev.pupil.compiler.automaton.term.Term.Lane;
import dev.pupil.compiler.automaton.term.Term.Not;
import dev.pupil.compiler.automaton.term.Term.Read;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns terms into decision diagrams over {@link Signal}s. A signal's variable is numbered when it is first used. Not
 * safe for use by several threads.
 */
public final class Symbols {
    private final Decisions decisions = new Decisions();
    private final Automaton automaton;
    private final Layout layout;
    private final Map<Signal, Integer> variables = new HashMap<>();
    private final List<Signal> signals = new ArrayList<>();

    /** Symbols of an automaton whose bits are in the channels that {@code layout} says. */
    public Symbols(Automaton automaton, Layout layout) {
        this.automaton = automaton;
        this.layout = layout;
    }

    /** What the diagrams are made with. */
    public Decisions decisions() {
        return decisions;
    }

    /** The automaton. */
    public Automaton automaton() {
        return automaton;
    }

    /** Where the bits are. */
    public Layout layout() {
        return layout;
    }

    /** The variable of a signal. */
    public int variable(Signal signal) {
        return variables.computeIfAbsent(signal, key -> {
            signals.add(key);
            return signals.size() - 1;
        });
    }

    /** The signal of a variable. */
    public Signal signal(int variable) {
        return signals.get(variable);
    }

    /** The function that is 1 where the signal is. */
    public Decision decision(Signal signal) {
        return decisions.variable(variable(signal));
    }

    /** Says, for every value that a field can have at {@code row}, {@code column}, where it has it. */
    public interface Reader {
        /** The values of the field called {@code name}. */
        SortedMap<Integer, Decision> read(String name, int row, int column);
    }

    /** Where a bit-valued term, seen from the pixel at {@code row}, {@code column}, is 1. */
    public Decision holds(Term bit, int row, int column) {
        return holds(bit, row, column, this::read);
    }

    /** Where a bit-valued term is 1 if {@code reader} tells the fields' values. */
    public Decision holds(Term bit, int row, int column, Reader reader) {
        return values(bit, row, column, reader).getOrDefault(1, decisions.constant(false));
    }

    /** For every value that the term can have, seen from the pixel at {@code row}, {@code column}: where it has it. */
    public SortedMap<Integer, Decision> values(Term term, int row, int column) {
        return values(term, row, column, this::read);
    }

    private SortedMap<Integer, Decision> values(Term term, int row, int column, Reader reader) {
        return switch (term) {
            case Constant constant -> single(constant.value(), decisions.constant(true));
            case Lane lane -> bit(lane(lane.value(), row, column));
            case Read read ->
                reader.read(
                        read.name(), row + read.at().row(), column + read.at().column());
            case Not not -> bit(decisions.not(holds(not.operand(), row, column, reader)));
            case Binary binary -> binary(binary, row, column, reader);
            case Choice choice ->
                choice(
                        holds(choice.condition(), row, column, reader),
                        values(choice.whenTrue(), row, column, reader),
                        values(choice.whenFalse(), row, column, reader));
        };
    }

    /** Where each bit of the field's code is 1 after a step, for the pixel at {@code row}, {@code column}. */
    public List<Decision> next(Field field, int row, int column) {
        Encoding encoding = layout.encoding(field.name());
        SortedMap<Integer, Decision> values = values(field.next(), row, column);
        List<Decision> bits = new ArrayList<>();
        for (int bit = 0; bit < encoding.bits(); bit++) {
            Decision one = decisions.constant(false);
            for (Map.Entry<Integer, Decision> value : values.entrySet()) {
                if ((encoding.code(value.getKey()) >> bit & 1) == 1) {
                    one = decisions.or(one, value.getValue());
                }
            }
            bits.add(one);
        }
        return bits;
    }

    /** Where a field's bit is 1 at {@code row}, {@code column}. */
    public Decision bit(Layout.Bit bit, int row, int column) {
        Layout.Place place = layout.place(bit);
        Decision held = decision(new Signal.Channel(place.channel(), row, column));
        return place.guard()
                .map(guard -> {
                    Decision time = decision(new Signal.Channel(guard.channel(), row, column));
                    return decisions.and(held, guard.value() ? time : decisions.not(time));
                })
                .orElse(held);
    }

    /** Where the pixel at {@code row}, {@code column} knows that it is inside the image. */
    public Decision inside(int row, int column) {
        return bit(new Layout.Bit(Automaton.INSIDE, 0), row, column);
    }

    /** Where the field at {@code row}, {@code column} has the value {@code value}. */
    public Decision has(String field, int value, int row, int column) {
        Encoding encoding = layout.encoding(field);
        int code = encoding.code(value);
        Decision all = decisions.constant(true);
        for (int bit = encoding.bits() - 1; bit >= 0; bit--) {
            Decision one = bit(new Layout.Bit(field, bit), row, column);
            all = decisions.and((code >> bit & 1) == 1 ? one : decisions.not(one), all);
        }
        return all;
    }

    /** Where the lane at {@code row}, {@code column} has the value {@code value}. */
    public Decision lane(int value, int row, int column) {
        Decision all = decisions.constant(true);
        for (LaneStep step : LaneStep.values()) {
            Decision taken = decision(new Signal.Lane(step, row, column));
            all = decisions.and(all, step.taken(value) ? taken : decisions.not(taken));
        }
        return all;
    }

    private SortedMap<Integer, Decision> read(String field, int row, int column) {
        TreeMap<Integer, Decision> values = new TreeMap<>();
        for (int value : layout.encoding(field).codes().keySet()) {
            values.put(value, has(field, value, row, column));
        }
        return values;
    }

    private SortedMap<Integer, Decision> binary(Binary binary, int row, int column, Reader reader) {
        TreeMap<Integer, Decision> values = new TreeMap<>();
        SortedMap<Integer, Decision> rights = values(binary.right(), row, column, reader);
        values(binary.left(), row, column, reader)
                .forEach((left, whereLeft) -> rights.forEach((right, whereRight) -> add(
                        values, Terms.apply(binary.operator(), left, right), decisions.and(whereLeft, whereRight))));
        return values;
    }

    /** For every value: where it is chosen. */
    public SortedMap<Integer, Decision> choice(
            Decision condition, SortedMap<Integer, Decision> whenTrue, SortedMap<Integer, Decision> whenFalse) {
        TreeMap<Integer, Decision> values = new TreeMap<>();
        whenTrue.forEach((value, where) -> add(values, value, decisions.and(condition, where)));
        whenFalse.forEach((value, where) -> add(values, value, decisions.and(decisions.not(condition), where)));
        return values;
    }

    private void add(Map<Integer, Decision> values, int value, Decision where) {
        if (!where.isFalse()) {
            values.merge(value, where, decisions::or);
        }
    }

    private SortedMap<Integer, Decision> bit(Decision one) {
        TreeMap<Integer, Decision> values = new TreeMap<>();
        add(values, 0, decisions.not(one));
        add(values, 1, one);
        return values;
    }

    /** A single value that is had at {@code where}. */
    public static SortedMap<Integer, Decision> single(int value, Decision where) {
        TreeMap<Integer, Decision> values = new TreeMap<>();
        values.put(value, where);
        return values;
    }
}
