package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.Attempt;
import dev.pupil.compiler.lower.Objection;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.SweepBody;
import dev.pupil.compiler.lower.rewrite.LiveOut;
import dev.pupil.compiler.lower.sweep.Nest;
import dev.pupil.compiler.lower.sweep.NestLowering;
import dev.pupil.compiler.lower.sweep.PixelProgram;
import dev.pupil.compiler.lower.sweep.Slot;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schedules loops over rows as waves: control starts one, and everything that comes later is behind it. What a wave finds
 * stays in matrices; so it is for nests of whose scalars and vectors nobody wants to know the new values.
 */
final class Nests {
    private final Scheduling scheduling;
    private final List<Statement> statements;
    private final Predicates predicates;

    Nests(Scheduling scheduling, List<Statement> statements, Predicates predicates) {
        this.scheduling = scheduling;
        this.statements = statements;
        this.predicates = predicates;
    }

    /** Schedules a loop over rows as one wave; if it is none, does nothing and gives the reason. */
    Optional<Objection> schedule(Statement.For loop) {
        return switch (NestLowering.lower(scheduling.program(), loop, scheduling.label()::isIn)) {
            case Attempt.Refused<Nest> refused -> Optional.of(refused.objection());
            case Attempt.Made<Nest> made ->
                schedule(made.sweep(), loop).map(clause -> new Objection(loop.span(), clause));
        };
    }

    private Optional<String> schedule(Nest nest, Statement.For loop) {
        Optional<Variable> needed = LiveOut.firstNeeded(statements, loop);
        if (needed.isPresent()) {
            return Optional.of("what it makes of '" + needed.get() + "' is needed afterwards");
        }
        for (Variable array : nest.arrays().values()) {
            if (!array.type().isFinite()) {
                return Optional.of("it needs elements of '" + array + "', which are wide integers");
            }
        }
        scheduling.emitter().add(wave(nest, loop));
        scheduling.values().forgetRows();
        return Optional.empty();
    }

    private Instruction wave(Nest nest, Statement.For loop) {
        Map<String, String> fields = new LinkedHashMap<>();
        ImmutableMap.Builder<String, Term> given = ImmutableMap.builder();
        ImmutableSet.Builder<String> vectors = ImmutableSet.builder();
        LaneRegisters lanes = scheduling.allocation().lanes();
        lanes.beginWave();
        for (Slot slot : nest.passes().slots()) {
            String field = switch (slot.kind()) {
                case CELL -> array(nest, slot).field();
                case FEATURE -> {
                    Register vector = array(nest, slot);
                    vectors.add(vector.field());
                    yield lanes.travelling(vector).field();
                }
                case LABEL -> {
                    Variable turned = nest.turned().get(slot.name());
                    if (turned == null) {
                        yield lanes.given(slot).field();
                    }
                    Register vector = scheduling.home(turned);
                    vectors.add(vector.field());
                    yield lanes.turned(vector).field();
                }
                case CARRY -> lanes.carry(slot).field();
                case COLUMN, ANSWER -> throw new IllegalStateException("not in a nest: " + slot);
            };
            fields.put(slot.name(), field);
            Expression value = nest.given().get(slot.name());
            if (value != null) {
                given.put(field, scheduling.values().term(value));
            }
        }
        return new Instruction.Wave(
                body(nest, fields),
                given.buildOrThrow(),
                vectors.build(),
                !nest.turned().isEmpty(),
                predicates.current(),
                loop);
    }

    private Register array(Nest nest, Slot slot) {
        return scheduling.home(
                Optional.ofNullable(nest.arrays().get(slot.name())).orElseThrow());
    }

    private static SweepBody body(Nest nest, Map<String, String> fields) {
        PixelProgram program = new PixelProgram(nest.passes(), ImmutableSet.of());
        ImmutableMap.Builder<String, Term> cells = ImmutableMap.builder();
        ImmutableMap.Builder<String, Term> lanes = ImmutableMap.builder();
        for (Slot slot : nest.passes().slots()) {
            String field = fields.getOrDefault(slot.name(), slot.name());
            Term after = Terms.replaceReads(program.after(slot.name()), read -> switch (read.name()) {
                case PixelProgram.IS_QUERY, PixelProgram.AFTER_ROWS -> Terms.FALSE;
                default -> Terms.read(fields.getOrDefault(read.name(), read.name()));
            });
            if (!after.equals(Terms.read(field))) {
                (slot.kind() == Slot.Kind.CELL ? cells : lanes).put(field, after);
            }
        }
        return new SweepBody(lanes.buildOrThrow(), cells.buildOrThrow());
    }
}
