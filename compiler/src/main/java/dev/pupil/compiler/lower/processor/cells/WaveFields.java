package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.Names;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile.Travelling;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile.Turned;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.lower.processor.instruction.SweepBody;
import dev.pupil.compiler.lower.sweep.Place;
import java.util.Optional;

/**
 * Waves: the field {@code front} says that one is here, and which. It starts at control, runs along row 0 to the label's
 * column and down all columns on its way, and so do the values that it was started with. Elements of vectors are a step
 * ahead of it in row 0 and then move down with it; carries run along each row, one column behind another.
 */
final class WaveFields {
    private static final Offset UP_LEFT = new Offset(-1, -1);
    private static final Offset UP_RIGHT = new Offset(-1, 1);

    private final RegisterFile.Lanes lanes;
    private final Control control;
    private final ImmutableList<SweepBody> waves;
    private final ImmutableSet<String> carries;

    WaveFields(RegisterFile registerFile, Control control) {
        this.lanes = registerFile.lanes();
        this.control = control;
        this.waves = control.actions().stream()
                .flatMap(action -> wave(action).stream())
                .map(Instruction.Wave::body)
                .distinct()
                .collect(ImmutableList.toImmutableList());
        this.carries = lanes.carries().stream().map(Register::field).collect(ImmutableSet.toImmutableSet());
    }

    private static Optional<Instruction.Wave> wave(Action action) {
        return action instanceof Instruction.Wave wave ? Optional.of(wave) : Optional.empty();
    }

    /** Whether there are no waves. */
    boolean isEmpty() {
        return waves.isEmpty();
    }

    ImmutableList<Field> fields() {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        if (!isEmpty()) {
            fields.add(front());
            lanes.given().forEach(lane -> fields.add(given(lane)));
            lanes.travelling().forEach(lane -> fields.add(travelling(lane)));
            lanes.turned().forEach(lane -> fields.add(turning(lane), own(lane)));
            lanes.carries().forEach(lane -> fields.add(carry(lane)));
        }
        return fields.build();
    }

    /** Time table, Wave: it is in row r, column c at t + r + c, no further to the right than the label's column. */
    private Field front() {
        Term none = Terms.constant(0);
        Term sent = control.sent(
                action -> wave(action)
                        .map(wave -> Terms.choice(wave.when(), number(wave.body()), none))
                        .orElse(none),
                none);
        Term before = Terms.choice(
                Terms.read(SequenceNames.LABEL_COLUMN, Offset.LEFT),
                none,
                Terms.read(SequenceNames.FRONT, Offset.LEFT));
        return Fields.number(
                SequenceNames.FRONT,
                "a wave is here",
                waves.size(),
                arriving(Terms.read(SequenceNames.FRONT, Offset.UP), before, sent));
    }

    /** What comes down, in row 0 from the left, and at control from nowhere. */
    private static Term arriving(Term fromAbove, Term before, Term sent) {
        return Terms.choice(inside(Offset.UP), fromAbove, Terms.choice(inside(Offset.LEFT), before, sent));
    }

    /** Time table, Wave: what is sent with it at t comes to each pixel with it. */
    private Field given(Register lane) {
        Term rest = Terms.constant(lane.initial());
        Term sent = control.sent(
                action -> wave(action)
                        .flatMap(wave -> Optional.ofNullable(wave.given().get(lane.field())))
                        .orElse(rest),
                rest);
        return Fields.of(
                lane, arriving(Terms.read(lane.field(), Offset.UP), Terms.read(lane.field(), Offset.LEFT), sent));
    }

    /**
     * Time table, Wave: vectors are a step ahead of it, so that the element with it in row 0 is what the vector had at
     * t + c − 1. Further down it is what the wave has left in the row above.
     */
    private Field travelling(Travelling lane) {
        Term fromAbove = Terms.read(lane.field(), Offset.UP);
        for (SweepBody wave : waves) {
            fromAbove = changed(wave, lane.field(), Offset.UP, fromAbove);
        }
        Register vector = lane.vector();
        return Fields.of(
                vector,
                lane.field(),
                vector.meaning() + ", on its way down",
                Terms.choice(inside(Offset.UP), fromAbove, Terms.read(vector.field())));
    }

    /**
     * Time table, Wave: an element leaves column r of row 0 at t − 1 and is in row r, column 0 with the wave, at t + r. It
     * goes a row down and a column to the left in each step. So the one that was in column k of row 0 a step
     * before the wave started is in column 1 of row k − 1 when the wave comes there, to column 0.
     */
    private static Field turning(Turned lane) {
        return Fields.of(
                lane.vector(), lane.way(), lane.vector().meaning() + ", on its way to its row", arriving(lane));
    }

    private static Field own(Turned lane) {
        return Fields.of(
                lane.vector(),
                lane.field(),
                lane.vector().meaning() + ", along the row with its number",
                Terms.choice(inside(Offset.LEFT), Terms.read(lane.field(), Offset.LEFT), arriving(lane)));
    }

    private static Term arriving(Turned lane) {
        return Terms.choice(
                inside(Offset.UP),
                Terms.read(lane.way(), UP_RIGHT),
                Terms.read(lane.vector().field()));
    }

    /** Time table, Wave: the wave is in the next column a step later, and finds what it has left in this one. */
    private Field carry(Register lane) {
        Term next = Terms.constant(lane.initial());
        for (SweepBody wave : waves) {
            next = changed(wave, lane.field(), Offset.CENTER, next);
        }
        return Fields.of(lane, next);
    }

    private Term changed(SweepBody wave, String lane, Offset at, Term otherwise) {
        return Optional.ofNullable(wave.carried().get(lane))
                .map(after -> Terms.choice(isHere(wave, at), seen(after, at), otherwise))
                .orElse(otherwise);
    }

    /** What a matrix's element becomes where waves come by. */
    Term swept(String matrix, Term otherwise) {
        Term next = otherwise;
        for (SweepBody wave : waves) {
            Term after = wave.cells().get(matrix);
            if (after != null) {
                next = Terms.choice(isHere(wave, Offset.CENTER), seen(after, Offset.CENTER), next);
            }
        }
        return next;
    }

    private Term number(SweepBody wave) {
        return Terms.constant(1 + waves.indexOf(wave));
    }

    private Term isHere(SweepBody wave, Offset at) {
        return Terms.equal(Terms.read(SequenceNames.FRONT, at), number(wave));
    }

    /** A term of a body as it is for the pixel {@code at}, which is this one or the one above. */
    private Term seen(Term term, Offset at) {
        boolean isAbove = at.equals(Offset.UP);
        return Terms.replaceReads(term, read -> switch (read.name()) {
            case Place.FIRST_ROW -> isAbove ? Terms.read(Names.FIRST_ROW, Offset.UP) : outside(Offset.UP);
            case Place.DIAGONAL -> Terms.read(Names.DIAGONAL, at);
            case Place.BEYOND_DIAGONAL -> Terms.read(Names.BEYOND, at);
            case Place.FIRST_COLUMN -> outside(Offset.LEFT);
            case Place.LABEL_COLUMN -> Terms.read(SequenceNames.LABEL_COLUMN);
            default -> Terms.read(read.name(), carries.contains(read.name()) ? (isAbove ? UP_LEFT : Offset.LEFT) : at);
        });
    }
}
