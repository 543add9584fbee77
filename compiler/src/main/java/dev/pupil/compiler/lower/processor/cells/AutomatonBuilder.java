package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Automaton.Head;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.Liveness;
import dev.pupil.compiler.lower.prelude.Names;
import dev.pupil.compiler.lower.prelude.Prelude;
import dev.pupil.compiler.lower.prelude.Prelude.Workspace;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.ArrayList;
import java.util.List;

/** Builds the automaton that carries out a schedule. */
public final class AutomatonBuilder {
    private final Schedule schedule;
    private final Control control;
    private final Prelude prelude = new Prelude(Direction.RIGHT, Workspace.ROWS_AND_COLUMNS);

    private AutomatonBuilder(Schedule schedule) {
        this.schedule = schedule;
        this.control = Control.of(schedule);
    }

    /** The automaton; its invariants are candidates that have yet to be proved. */
    public static Automaton build(Schedule schedule) {
        return new AutomatonBuilder(schedule).build();
    }

    private Automaton build() {
        RegisterFile registerFile = schedule.registerFile();
        ImmutableList<Action> actions = control.actions();
        Trips trips = Trips.of(actions);
        Orders orders = Orders.of(actions, !registerFile.numbers().isEmpty());
        HeadFields head = new HeadFields(registerFile, control, trips);
        WaveFields waves = new WaveFields(registerFile, control);
        List<Field> fields = new ArrayList<>(prelude.fields());
        fields.addAll(waves.isEmpty() ? places(prelude.isLabelColumn()) : placesOfAllRows());
        fields.add(control.field());
        fields.addAll(head.fields());
        fields.addAll(new MarkerFields(registerFile, control, trips, orders).fields());
        ReplyFields replies = new ReplyFields(orders, schedule.replies());
        fields.addAll(new ArithmeticFields(registerFile, control, trips, orders, replies, smallBits(actions)).fields());
        fields.addAll(replies.fields());
        fields.addAll(new ElementFields(registerFile, trips, orders).fields());
        fields.addAll(new RowFields(registerFile, control, head, orders, waves).fields(prelude));
        fields.addAll(waves.fields());
        fields.addAll(answers());
        ImmutableList<Field> live =
                Liveness.live(fields, ImmutableSet.of(Automaton.INSIDE, Names.SELECT, Names.ANSWERED, Names.ANSWER));
        return new Automaton(
                schedule.name(),
                live,
                SequenceInvariants.of(live, registerFile),
                new Head(Names.SELECT, Names.ANSWERED, Names.ANSWER),
                new Geometry(schedule.rows(), schedule.columns(), steps()));
    }

    private static ImmutableList<Field> places(Term isLabelAtFirst) {
        Term isLabel = Terms.or(Terms.read(SequenceNames.LABEL_COLUMN), isLabelAtFirst);
        Term isFeature = Terms.or(
                Terms.read(SequenceNames.LABEL_COLUMN, Offset.RIGHT),
                Terms.read(SequenceNames.FEATURE_COLUMN, Offset.RIGHT));
        return ImmutableList.of(
                Fields.bit(
                        SequenceNames.FIRST_COLUMN,
                        "in column 0",
                        Terms.and(inside(Offset.CENTER), outside(Offset.LEFT))),
                Fields.bit(SequenceNames.LABEL_COLUMN, "in the label column", isLabel),
                Fields.bit(SequenceNames.FEATURE_COLUMN, "in a feature's column", isFeature));
    }

    /** The same, also in rows that hold no example, and what tells a pixel more about its row. */
    private ImmutableList<Field> placesOfAllRows() {
        Term isLabel = Terms.or(prelude.isLabelColumn(), Terms.read(SequenceNames.LABEL_COLUMN, Offset.UP));
        Term corner = Terms.and(outside(Offset.UP), outside(Offset.LEFT));
        Term previous = Terms.read(Names.DIAGONAL, new Offset(-1, -1));
        Term isFeature = Terms.read(SequenceNames.FEATURE_COLUMN);
        return ImmutableList.<Field>builder()
                .addAll(places(isLabel))
                .add(
                        Fields.bit(
                                Names.DIAGONAL,
                                "the column is the row's number, and a feature's",
                                Terms.and(isFeature, Terms.or(corner, previous))),
                        Fields.bit(
                                Names.BEYOND,
                                "the column is greater than the row's number",
                                Terms.or(
                                        Terms.read(Names.DIAGONAL, Offset.LEFT),
                                        Terms.read(Names.BEYOND, Offset.LEFT))),
                        Fields.bit(Names.FIRST_ROW, "in row 0", Terms.and(inside(Offset.CENTER), outside(Offset.UP))))
                .build();
    }

    private ImmutableList<Field> answers() {
        Term given =
                control.during(action -> action instanceof Instruction.Answer ? Terms.TRUE : Terms.FALSE, Terms.FALSE);
        Term value = control.during(
                action -> action instanceof Instruction.Answer answer ? answer.value() : Terms.FALSE, Terms.FALSE);
        return ImmutableList.of(
                Fields.bit(Names.ANSWERED, "the prediction is here", Terms.or(Terms.read(Names.ANSWERED), given)),
                Fields.bit(
                        Names.ANSWER,
                        "the prediction is here, and it is +1",
                        Terms.or(Terms.read(Names.ANSWER), value)));
    }

    /** How many bits the small values have that are added, without the sign. */
    private int smallBits(List<Action> actions) {
        ValueRange range = new ValueRange(schedule.registerFile());
        int bits = 0;
        for (Action action : actions) {
            if (action instanceof Instruction.Arithmetic arithmetic) {
                bits = Math.max(bits, range.bits(arithmetic.small()));
            } else if (action instanceof Instruction.Scan scan) {
                bits = Math.max(bits, scan.sum().map(range::bits).orElse(0));
            } else if (action instanceof Instruction.CountExamples) {
                bits = Math.max(bits, 1);
            }
        }
        return bits;
    }

    /**
     * Time table, first line: control is at its first instruction at step 4 + m + d. To each example belong a step for looking
     * at it and one for calling the next; the query is looked at once more.
     */
    private SizeExpression steps() {
        SizeExpression aRound = schedule.steps(schedule.learn()).plus(SizeExpression.constant(2));
        return SizeExpression.of(1, 1, 5)
                .plus(schedule.steps(schedule.start()))
                .plus(SizeExpression.EXAMPLES.times(aRound))
                .plus(schedule.steps(schedule.predict()));
    }
}
