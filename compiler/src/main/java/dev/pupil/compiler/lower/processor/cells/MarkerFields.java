package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Markers: each marks one column of row 0, or one row of column 0. A marker is set to 0; then tokens come, as many as
 * its number is, and each moves it by one. One more moves it on, when the number becomes one more.
 */
final class MarkerFields {
    private final RegisterFile registerFile;
    private final Control control;
    private final Trips trips;
    private final Orders orders;

    MarkerFields(RegisterFile registerFile, Control control, Trips trips, Orders orders) {
        this.registerFile = registerFile;
        this.control = control;
        this.trips = trips;
        this.orders = orders;
    }

    ImmutableList<Field> fields() {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.addAll(axis(
                registerFile.columnMarkers(),
                SequenceNames.COLUMN_TOKEN,
                Offset.LEFT,
                "column",
                marker -> trips.is(new Instruction.MarkColumn(marker))));
        fields.addAll(axis(
                registerFile.rowMarkers(),
                SequenceNames.ROW_TOKEN,
                Offset.UP,
                "row",
                marker -> orders.is(new Order.Unmark(marker))));
        return fields.build();
    }

    private List<Field> axis(
            ImmutableList<String> markers, String token, Offset before, String axis, Function<String, Term> isReset) {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        if (markers.isEmpty()) {
            return fields.build();
        }
        fields.add(token(markers, token, before, axis));
        for (String marker : markers) {
            Term kept = Terms.and(Terms.read(marker), Terms.not(isToken(markers, marker, token, Offset.CENTER)));
            Term moved = Terms.and(Terms.read(marker, before), isToken(markers, marker, token, before));
            Term next = Terms.choice(isReset.apply(marker), outside(before), Terms.or(kept, moved));
            fields.add(Fields.bit(marker, "this " + axis + " is marked", next));
        }
        return fields.build();
    }

    private static Term isToken(ImmutableList<String> markers, String marker, String token, Offset at) {
        return Terms.equal(Terms.read(token, at), Terms.constant(1 + markers.indexOf(marker)));
    }

    /**
     * Time table, MarkColumn: a sign is asked for in every step, so that a reply comes in every step, too, and each that is not
     * negative becomes one token.
     */
    private Field token(ImmutableList<String> markers, String token, Offset before, String axis) {
        Term passed = Terms.read(token, before);
        for (String marker : markers) {
            Term absorbed = Terms.and(isToken(markers, marker, token, before), Terms.read(marker, before));
            passed = Terms.choice(absorbed, Terms.constant(0), passed);
        }
        Term counted = Terms.and(Terms.read(SequenceNames.REPLY), Terms.not(Terms.read(SequenceNames.SIGN)));
        Term next = Terms.choice(
                Trips.isSet(token, before),
                passed,
                control.during(
                        action -> {
                            Optional<Term> advanced = advanced(action, markers);
                            if (advanced.isPresent()) {
                                return advanced.get();
                            }
                            int number = 1 + markers.indexOf(marked(action));
                            return number == 0
                                    ? Terms.constant(0)
                                    : Terms.choice(counted, Terms.constant(number), Terms.constant(0));
                        },
                        Terms.constant(0)));
        return Fields.number(token, "moves a " + axis + "'s marker by one", markers.size(), next);
    }

    /** The token by which control moves a marker of this axis by one, if it does. */
    private static Optional<Term> advanced(Action action, ImmutableList<String> markers) {
        if (action instanceof Instruction.Advance advance && markers.contains(advance.marker())) {
            Term token = Terms.constant(1 + markers.indexOf(advance.marker()));
            return Optional.of(Terms.choice(advance.when(), token, Terms.constant(0)));
        }
        return Optional.empty();
    }

    /** The marker whose tokens control sends during an action, or nothing. */
    private static String marked(Action action) {
        if (action instanceof Instruction.Mark mark) {
            return mark.marker();
        }
        return action instanceof Instruction.Settle settle ? settle.marker() : "";
    }
}
