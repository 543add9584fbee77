package dev.pupil.compiler.lower.machine;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Automaton.Head;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.machine.HeadRules.Extra;
import dev.pupil.compiler.lower.prelude.InvariantCandidates;
import dev.pupil.compiler.lower.prelude.Names;
import dev.pupil.compiler.lower.prelude.Prelude;
import dev.pupil.compiler.lower.prelude.Prelude.Workspace;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Machine.Lesson;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds the automaton whose cells are a machine's tape. */
public final class MachineLowering {
    private static final Prelude PRELUDE = new Prelude(Direction.RIGHT, Workspace.ROWS_AND_COLUMNS);

    private final Machine machine;
    private final TapeSymbols symbols;
    private final HeadStates states;
    private final HeadRules head;

    private MachineLowering(Machine machine) {
        this.machine = machine;
        this.symbols = new TapeSymbols(machine);
        this.states = HeadStates.of(machine);
        Lookup lookup = new Lookup(states);
        this.head = machine.isOneRow() ? new OneRow(lookup) : new SeveralRows(lookup, isMaking());
    }

    /** The automaton; its invariants are candidates that have yet to be proved. */
    public static Automaton lower(Machine machine) {
        return new MachineLowering(machine).lower();
    }

    private Automaton lower() {
        ImmutableList<Field> fields = fields();
        boolean answers = !machine.answers().isEmpty();
        int margin = machine.lesson().isPresent() ? 2 : 1;
        return new Automaton(
                machine.name(),
                fields,
                claims(fields),
                new Head(Names.SELECT, Names.ANSWERED, answers ? Names.ANSWER : Names.ANSWERED),
                new Geometry(
                        SizeExpression.of(0, 1, margin), SizeExpression.of(1, 0, margin), new Timing(machine).steps()));
    }

    private ImmutableList<Field> fields() {
        List<Field> fields = new ArrayList<>(before());
        fields.add(new Field(
                MachineFields.CELL,
                "the symbol in the cell",
                0,
                symbols.high(),
                machine.blank(),
                cell(),
                MachineFields.ORIGIN));
        fields.add(new Field(
                MachineFields.STATE,
                "the state of the machine, where its head is",
                HeadStates.NONE,
                states.halted(),
                HeadStates.NONE,
                head.state(Terms.constant(states.first())),
                MachineFields.ORIGIN));
        for (Extra extra : head.extras()) {
            fields.add(
                    new Field(extra.name(), extra.meaning(), 0, extra.high(), 0, extra.next(), MachineFields.ORIGIN));
        }
        fields.add(bit(Names.ANSWERED, "the machine has halted here", head.halted()));
        if (!machine.answers().isEmpty()) {
            fields.add(bit(
                    Names.ANSWER,
                    "the machine has halted here, and the symbol says +1",
                    Terms.and(head.halted(), isAnswer())));
        }
        return ImmutableList.copyOf(fields);
    }

    /** What there is before the machine starts. */
    private ImmutableList<Field> before() {
        if (machine.lesson().isPresent()) {
            return PRELUDE.fields();
        }
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.add(bit(Automaton.INSIDE, "inside the image", Terms.TRUE));
        fields.add(bit(Names.SELECT, "nowhere: no row is to be memorised", Terms.FALSE));
        if (!machine.isOneRow()) {
            fields.add(bit(MachineFields.SETTLED, "the image has been there for a step", inside(Offset.CENTER)));
        }
        return fields.build();
    }

    private static Field bit(String name, String meaning, Term next) {
        return new Field(name, meaning, 0, 1, 0, next, MachineFields.ORIGIN);
    }

    /** The head is made in the corner, once. */
    private Term isMaking() {
        Term once = machine.lesson().isPresent()
                ? Prelude.LEAVING
                : Terms.and(inside(Offset.CENTER), Terms.not(Terms.read(MachineFields.SETTLED)));
        return Terms.and(once, outside(Offset.UP), outside(Offset.LEFT));
    }

    private Term cell() {
        return machine.lesson()
                .map(lesson -> Terms.choice(Prelude.LEAVING, first(lesson), head.cell()))
                .orElseGet(() -> Terms.choice(inside(Offset.CENTER), head.cell(), symbols.fromLane()));
    }

    private Term first(Lesson lesson) {
        Term bit = PRELUDE.bit();
        Term feature = Terms.choice(bit, Terms.constant(lesson.one()), Terms.constant(lesson.zero()));
        Term label = Terms.choice(bit, Terms.constant(lesson.labelOne()), Terms.constant(lesson.labelZero()));
        Term last = Terms.choice(PRELUDE.isQuery(), Terms.constant(lesson.query()), label);
        return Terms.choice(
                PRELUDE.isThere(),
                Terms.choice(PRELUDE.isLabelColumn(), last, feature),
                Terms.constant(machine.blank()));
    }

    private Term isAnswer() {
        return Terms.or(machine.answers().stream()
                .map(symbol -> Terms.equal(Terms.read(MachineFields.CELL), Terms.constant(symbol)))
                .toArray(Term[]::new));
    }

    private ImmutableList<Term> claims(List<Field> fields) {
        ImmutableList.Builder<Term> claims = ImmutableList.builder();
        claims.addAll(head.claims());
        if (machine.lesson().isPresent()) {
            claims.addAll(InvariantCandidates.ofPrelude(fields, Direction.RIGHT, Set.of()));
        } else {
            claims.add(Terms.not(Terms.read(Names.SELECT)));
            if (!machine.answers().isEmpty()) {
                claims.add(Terms.implies(Terms.read(Names.ANSWER), Terms.read(Names.ANSWERED)));
            }
            if (!machine.isOneRow()) {
                claims.add(Terms.implies(Terms.read(MachineFields.SETTLED), inside(Offset.CENTER)));
                for (String state : List.of(MachineFields.STATE, MachineFields.TAKEN)) {
                    claims.add(Terms.or(
                            Terms.equal(Terms.read(state), Terms.constant(HeadStates.NONE)),
                            Terms.read(MachineFields.SETTLED)));
                }
            }
        }
        return claims.build();
    }
}
