package dev.pupil.compiler.lower.wave;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Automaton.Head;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.InvariantCandidates;
import dev.pupil.compiler.lower.prelude.Liveness;
import dev.pupil.compiler.lower.prelude.Names;
import dev.pupil.compiler.lower.prelude.Prelude;
import dev.pupil.compiler.lower.prelude.Prelude.Workspace;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.lower.sweep.PixelProgram;
import dev.pupil.compiler.lower.sweep.PixelProgram.Prediction;
import dev.pupil.compiler.lower.sweep.Place;
import dev.pupil.compiler.lower.sweep.Slot;
import dev.pupil.compiler.lower.sweep.Slot.Kind;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds the automaton of a learner's passes. */
public final class AutomatonLowering {
    private static final Offset UP_LEFT = new Offset(-1, -1);

    private final Passes passes;
    private final PixelProgram program;
    private final Prelude prelude;
    private final Offset carryFrom;

    private AutomatonLowering(Passes passes, Set<String> shared) {
        this.passes = passes;
        this.program = new PixelProgram(passes, shared);
        this.prelude = new Prelude(passes.direction(), passes.hasRows() ? Workspace.ROWS : Workspace.NONE);
        this.carryFrom = PixelProgram.carryFrom(passes.direction());
    }

    /** The automaton; its invariants are candidates that have yet to be proved. */
    public static Automaton lower(Passes passes) {
        AutomatonLowering separate = new AutomatonLowering(passes, Set.of());
        Set<String> live = new LinkedHashSet<>();
        for (Field field : separate.liveFields()) {
            if (field.name().startsWith(Names.CARRY)) {
                live.add(field.name().substring(Names.CARRY.length()));
            }
        }
        ImmutableMap<String, String> partners = CarryPairing.pair(passes, live);
        AutomatonLowering merged =
                new AutomatonLowering(CarryPairing.merge(passes, partners), ImmutableSet.copyOf(partners.values()));
        ImmutableList<Field> fields = merged.liveFields();
        return new Automaton(
                passes.name(),
                fields,
                InvariantCandidates.of(fields, passes.direction()),
                new Head(Names.SELECT, Names.ANSWERED, Names.ANSWER),
                merged.geometry());
    }

    private ImmutableList<Field> liveFields() {
        List<Field> all = new ArrayList<>();
        all.addAll(prelude.fields());
        all.addAll(prelude.places());
        boolean needsPresence = !isIdleWithoutExample();
        for (Slot slot : passes.slots()) {
            addFields(slot, needsPresence, all);
        }
        addTravelling(Names.IS_QUERY, "what comes by is the query", prelude.isQuery(), all);
        addTravelling(Names.IS_THERE, "an example, or the query, comes by", prelude.isThere(), all);
        all.addAll(answerFields());
        return Liveness.live(all, ImmutableSet.of(Automaton.INSIDE, Names.SELECT, Names.ANSWERED, Names.ANSWER));
    }

    private void addFields(Slot slot, boolean needsPresence, List<Field> fields) {
        Term after = program.after(slot.name());
        switch (slot.kind()) {
            case FEATURE, LABEL -> {
                boolean isLabel = slot.kind() == Kind.LABEL;
                String meaning = isLabel ? "the label of the example" : "the example's bit in this column";
                Term injected = isLabel ? prelude.label() : prelude.bit();
                fields.add(prelude.up(slot.name(), meaning + ", on its way up", injected));
                if (passes.hasRows()) {
                    fields.add(down(slot, meaning, presentAbove(needsPresence, after, slot)));
                }
            }
            case COLUMN -> fields.add(down(slot, "variable " + slot.name(), presentAbove(needsPresence, after, slot)));
            case CELL -> {
                Term kept = Terms.read(Names.CELL + slot.name());
                Term next = needsPresence ? Terms.choice(isThere(), own(after), kept) : own(after);
                fields.add(field(Names.CELL + slot.name(), "memory " + slot.name(), slot, next));
            }
            case CARRY -> {
                Term rest = Terms.constant(slot.initial());
                Term next = needsPresence ? Terms.choice(isThere(), own(after), rest) : own(after);
                fields.add(field(Names.CARRY + slot.name(), "variable " + slot.name(), slot, next));
            }
            case ANSWER -> {}
        }
    }

    private static Field field(String name, String meaning, Slot slot, Term next) {
        return new Field(name, meaning, slot.low(), slot.high(), slot.initial(), next, slot.origin());
    }

    private void addTravelling(String name, String meaning, Term injected, List<Field> fields) {
        Field up = prelude.up(name, meaning + ", on its way up", injected);
        fields.add(up);
        if (passes.hasRows()) {
            Term next = Terms.choice(
                    inside(Offset.UP), Terms.read(Names.DOWN + name, Offset.UP), Terms.read(Names.UP + name));
            fields.add(new Field(Names.DOWN + name, meaning, 0, 1, 0, next, up.origin()));
        }
    }

    /** What comes down from the row above, or turns in row 0. */
    private Field down(Slot slot, String meaning, Term fromAbove) {
        Term turning = slot.kind() == Kind.COLUMN ? Terms.constant(slot.initial()) : Terms.read(Names.UP + slot.name());
        return field(Names.DOWN + slot.name(), meaning, slot, Terms.choice(inside(Offset.UP), fromAbove, turning));
    }

    private Term presentAbove(boolean needsPresence, Term after, Slot slot) {
        Term above = above(after);
        return needsPresence
                ? Terms.choice(
                        Terms.read(Names.DOWN + Names.IS_THERE, Offset.UP), above, Terms.constant(slot.initial()))
                : above;
    }

    private Term isThere() {
        return Terms.read(travelling(Names.IS_THERE));
    }

    private String travelling(String name) {
        return (passes.hasRows() ? Names.DOWN : Names.UP) + name;
    }

    private ImmutableList<Field> answerFields() {
        Prediction prediction = program.prediction();
        Term ready = own(prediction.ready());
        if (prediction.rows() == Rows.FIRST) {
            ready = Terms.and(outside(Offset.UP), ready);
        }
        Origin origin = new Origin("predict", Optional.empty());
        Term given = Terms.read(Names.ANSWERED);
        Term value = Terms.and(ready, own(prediction.value()));
        return ImmutableList.of(
                new Field(Names.ANSWERED, "the prediction is here", 0, 1, 0, Terms.or(given, ready), origin),
                new Field(
                        Names.ANSWER,
                        "the prediction is here, and it is +1",
                        0,
                        1,
                        0,
                        Terms.or(Terms.read(Names.ANSWER), value),
                        origin));
    }

    // Terms over slots and places, as a pixel and as the pixel below it sees them.

    private Term own(Term term) {
        return Terms.replaceReads(term, read -> switch (read.name()) {
            case Place.FIRST_ROW -> outside(Offset.UP);
            case Place.DIAGONAL -> Terms.read(Names.DIAGONAL);
            case Place.BEYOND_DIAGONAL -> beyond(Offset.CENTER);
            case PixelProgram.AFTER_ROWS -> Terms.and(outside(Offset.RIGHT), Terms.read(Names.DIAGONAL, UP_LEFT));
            default -> replaced(read, Offset.CENTER);
        });
    }

    private Term above(Term term) {
        return Terms.replaceReads(term, read -> switch (read.name()) {
            case Place.FIRST_ROW -> Terms.read(Names.FIRST_ROW, Offset.UP);
            case Place.DIAGONAL -> Terms.read(Names.DIAGONAL, Offset.UP);
            case Place.BEYOND_DIAGONAL -> beyond(Offset.UP);
            // What row d does comes after everything, so nobody needs to know it below.
            case PixelProgram.AFTER_ROWS -> Terms.FALSE;
            default -> replaced(read, Offset.UP);
        });
    }

    /** In a scan to the left, what spreads to the right would come too late. */
    private Term beyond(Offset at) {
        return switch (passes.direction()) {
            case RIGHT -> Terms.read(Names.BEYOND, at);
            case LEFT -> Terms.and(Terms.not(Terms.read(Names.DIAGONAL, at)), Terms.not(Terms.read(Names.BEFORE, at)));
        };
    }

    private Term replaced(Term.Read read, Offset at) {
        return switch (read.name()) {
            case Place.FIRST_COLUMN -> outside(Offset.LEFT);
            case Place.LABEL_COLUMN -> outside(Offset.RIGHT);
            case PixelProgram.IS_QUERY -> Terms.read(travelling(Names.IS_QUERY), at);
            default -> {
                Slot slot = passes.slot(read.name());
                yield switch (slot.kind()) {
                    case FEATURE, LABEL -> Terms.read(travelling(slot.name()), at);
                    case COLUMN -> Terms.read(Names.DOWN + slot.name(), at);
                    case CELL -> Terms.read(Names.CELL + slot.name(), at);
                    case CARRY -> Terms.read(Names.CARRY + slot.name(), at.plus(carryFrom));
                    case ANSWER -> throw new IllegalStateException("the prediction can't be read");
                };
            }
        };
    }

    /** Whether nothing happens at a pixel where no example comes by, so that nobody need know whether one does. */
    private boolean isIdleWithoutExample() {
        for (Slot slot : passes.slots()) {
            Term after = program.after(slot.name());
            Term idle = Terms.replaceReads(after, this::withoutExample);
            Term unchanged = slot.kind() == Kind.CELL ? Terms.read(slot.name()) : Terms.constant(slot.initial());
            if (slot.kind() != Kind.ANSWER && !Equivalence.holds(idle, unchanged, passes)) {
                return false;
            }
        }
        return true;
    }

    private Term withoutExample(Term.Read read) {
        if (PixelProgram.isPlace(read.name())) {
            return read.name().equals(PixelProgram.IS_QUERY) ? Terms.FALSE : read;
        }
        Slot slot = passes.slot(read.name());
        return slot.kind() == Kind.CELL ? read : Terms.constant(slot.initial());
    }

    // Sizes; the package's documentation has the time table.

    private Geometry geometry() {
        SizeExpression columns = SizeExpression.of(1, 0, 1);
        Prediction prediction = program.prediction();
        boolean inLabelColumn =
                prediction.place().equals(Terms.read(Place.LABEL_COLUMN)) || prediction.rows() == Rows.AFTER;
        boolean rightwards = passes.direction() == Direction.RIGHT;
        int way = (rightwards ? 1 : 0) + (inLabelColumn == rightwards ? 1 : 0);
        if (!passes.hasRows()) {
            return new Geometry(SizeExpression.of(0, 1, 1), columns, steps(way, 5));
        }
        SizeExpression rows = SizeExpression.max(SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1));
        return new Geometry(rows, columns, prediction.rows() == Rows.AFTER ? steps(way + 1, 6) : steps(way, 6));
    }

    /** 3m + {@code way}·d + {@code constant}, and in any case so many that the mark of the empty row has spread. */
    private static SizeExpression steps(int way, int constant) {
        SizeExpression answer = SizeExpression.of(way, 3, constant);
        return way == 0 ? SizeExpression.max(answer, SizeExpression.of(1, 0, 2)) : answer;
    }
}
