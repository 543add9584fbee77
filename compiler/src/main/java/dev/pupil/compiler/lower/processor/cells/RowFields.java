package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.Prelude;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile.Buffer;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Examples and matrices, which have a row of the image for each of their rows, and how rows come to row 0 and back.
 *
 * <p>A load runs down column 0 to the marked row and then along it; every pixel that it comes to sends its value up,
 * which the buffer catches in row 0. A save does the same, while what runs along row 0 sends the buffer's values down: in
 * the marked row the two meet, in every column.
 */
final class RowFields {
    private final RegisterFile registerFile;
    private final Control control;
    private final HeadFields head;
    private final Orders orders;
    private final WaveFields waves;
    private final ImmutableList<Copying> copyings;

    /** What runs to the right along a row; the first one's number is 1. */
    private record Copying(Kind kind, Buffer buffer) {
        enum Kind {
            CLEAR,
            PICK,
            SHED,
            PLACE
        }
    }

    RowFields(RegisterFile registerFile, Control control, HeadFields head, Orders orders, WaveFields waves) {
        this.registerFile = registerFile;
        this.control = control;
        this.head = head;
        this.orders = orders;
        this.waves = waves;
        List<Copying> all = new ArrayList<>();
        for (Buffer buffer : registerFile.buffers()) {
            for (Copying.Kind kind : Copying.Kind.values()) {
                all.add(new Copying(kind, buffer));
            }
        }
        this.copyings = ImmutableList.copyOf(all);
    }

    ImmutableList<Field> fields(Prelude prelude) {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.add(call(), example(prelude), label(prelude), isQuery(prelude));
        if (!registerFile.buffers().isEmpty()) {
            fields.add(across());
        }
        for (Register matrix : registerFile.matrices()) {
            fields.add(matrix(matrix));
        }
        for (Buffer buffer : registerFile.buffers()) {
            fields.add(buffer(buffer), rising(buffer), falling(buffer));
        }
        return fields.build();
    }

    /** The front of NextExample is in row r, column c at t + r + c: nothing that control sends later overtakes it. */
    private Field call() {
        Term sent =
                control.sent(action -> action instanceof Action.NextExample ? Terms.TRUE : Terms.FALSE, Terms.FALSE);
        Term next = Terms.choice(
                inside(Offset.UP),
                Terms.read(SequenceNames.CALL, Offset.UP),
                Terms.choice(inside(Offset.LEFT), Terms.read(SequenceNames.CALL, Offset.LEFT), sent));
        return Fields.bit(SequenceNames.CALL, "the next example is called up", next);
    }

    private Field example(Prelude prelude) {
        Register example = registerFile.example();
        Term stays = head.scanned(example.field(), Terms.read(example.field()));
        return Fields.of(example, calledUp(example.field(), prelude.bit(), stays));
    }

    private static Field label(Prelude prelude) {
        return calledUp(SequenceNames.EXAMPLE_LABEL, "the label of the example in this row", prelude.label());
    }

    private static Field isQuery(Prelude prelude) {
        return calledUp(SequenceNames.IS_QUERY, "the query is in this row", prelude.isQuery());
    }

    /** A bit that goes with its example and stays as it is. */
    private static Field calledUp(String name, String meaning, Term first) {
        Term next = calledUp(name, first, Terms.read(name));
        return Fields.bit(name, meaning, next);
    }

    /** What a field that goes with its example will hold: at first what the prelude leaves, later what the row below has. */
    private static Term calledUp(String name, Term first, Term stays) {
        Term moved = Terms.choice(Terms.read(SequenceNames.CALL), Terms.read(name, Offset.DOWN), stays);
        return Terms.choice(Prelude.LEAVING, first, moved);
    }

    private Field across() {
        Term next = Terms.read(SequenceNames.ACROSS, Offset.LEFT);
        for (Order order : orders.orders()) {
            if (order instanceof Order.Load load) {
                next = starting(load, load.marker(), new Copying(Copying.Kind.PICK, load.buffer()), next);
            } else if (order instanceof Order.Save save) {
                next = starting(save, save.marker(), new Copying(Copying.Kind.PLACE, save.buffer()), next);
            }
        }
        Term passing = next;
        return Fields.number(
                SequenceNames.ACROSS,
                "a row of a matrix is copied",
                copyings.size(),
                control.sent(action -> sent(action, passing), passing));
    }

    /** Time table, LoadRow: the order is in row r at t + r, and from then on runs along it, in column c at t + r + 1 + c. */
    private Term starting(Order order, String marker, Copying copying, Term otherwise) {
        return Terms.choice(Terms.and(orders.is(order), Terms.read(marker)), number(copying), otherwise);
    }

    /** Time table, LoadRow and SaveRow: along row 0, from t on, the buffer is cleared before values come, or sent down. */
    private Term sent(Action action, Term none) {
        if (action instanceof Instruction.LoadRow load) {
            return number(new Copying(Copying.Kind.CLEAR, load.buffer()));
        }
        return action instanceof Instruction.SaveRow save
                ? number(new Copying(Copying.Kind.SHED, save.buffer()))
                : none;
    }

    private Term number(Copying copying) {
        return Terms.constant(1 + copyings.indexOf(copying));
    }

    private Term is(Copying.Kind kind, Buffer buffer) {
        return Terms.equal(Terms.read(SequenceNames.ACROSS), number(new Copying(kind, buffer)));
    }

    /** Time table, SaveRow: what the buffer sends down and the order along row r are both in column c at t + r + c + 1. */
    private Field matrix(Register matrix) {
        Term next = Terms.read(matrix.field());
        for (Buffer buffer : registerFile.buffers()) {
            if (buffer.matrix().equals(matrix)) {
                next = Terms.choice(is(Copying.Kind.PLACE, buffer), Terms.read(falling(buffer.field())), next);
            }
        }
        next = waves.swept(matrix.field(), next);
        if (!matrix.lasting()) {
            next = Terms.choice(Terms.read(SequenceNames.CALL), Terms.constant(matrix.initial()), next);
        }
        return Fields.of(matrix, next);
    }

    /**
     * Time table, LoadRow: a value that has come up is in row 0 at t + 2r + c + 2 and in the buffer a step later, before a
     * head comes by.
     */
    private Field buffer(Buffer buffer) {
        Register matrix = buffer.matrix();
        Term initial = Terms.constant(matrix.initial());
        Term rising = Terms.read(rising(buffer.field()));
        Term next = Terms.choice(
                is(Copying.Kind.CLEAR, buffer),
                initial,
                Terms.choice(
                        Terms.equal(rising, initial),
                        head.scanned(buffer.field(), Terms.read(buffer.field())),
                        rising));
        return Fields.of(
                matrix,
                buffer.field(),
                "a row of " + matrix.meaning(),
                Terms.choice(outside(Offset.UP), next, initial));
    }

    private Field rising(Buffer buffer) {
        Register matrix = buffer.matrix();
        Term next = Terms.choice(
                is(Copying.Kind.PICK, buffer),
                Terms.read(matrix.field()),
                Terms.read(rising(buffer.field()), Offset.DOWN));
        return Fields.of(matrix, rising(buffer.field()), matrix.meaning() + ", on its way to row 0", next);
    }

    private Field falling(Buffer buffer) {
        Register matrix = buffer.matrix();
        Term next = Terms.choice(
                is(Copying.Kind.SHED, buffer),
                Terms.read(buffer.field()),
                Terms.read(falling(buffer.field()), Offset.UP));
        return Fields.of(matrix, falling(buffer.field()), matrix.meaning() + ", on its way from row 0", next);
    }

    private static String rising(String buffer) {
        return SequenceNames.RISING + buffer;
    }

    private static String falling(String buffer) {
        return SequenceNames.FALLING + buffer;
    }
}
