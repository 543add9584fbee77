package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.pupil.compiler.lower.Attempt;
import dev.pupil.compiler.lower.LoopReport;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.lower.rewrite.JumpRemoval;
import dev.pupil.compiler.lower.sweep.LoopOrder.Ordered;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lowers programs in which values flow only down (with the example), along the columns (in the carry) and from example
 * to example (in memory). Such a program becomes one wave a row and example, all in flight together.
 *
 * <p>Every statement is placed at the columns where the array elements that it touches lie; one that touches none goes
 * to the earliest column at which what it needs is there. {@link DependenceCheck} checks that the scan's order, column by
 * column, gives every scalar the value that program order gives; a program for which it does not is refused.
 */
public final class WavefrontLowering {
    private final Program program;
    private final FreshVariables fresh;
    private final ImmutableList<Routine> routines;

    private WavefrontLowering(Program program) throws NotASweepException {
        this.program = program;
        this.fresh = new FreshVariables(program);
        for (Statement statement : Iterables.concat(program.learn(), program.predict())) {
            IndexCheck.check(statement);
        }
        this.routines = ImmutableList.of(
                Routine.of(Trigger.LEARN, program.learn(), fresh),
                Routine.of(Trigger.PREDICT, program.predict(), fresh));
    }

    /**
     * A program as waves.
     *
     * @param passes the normal form
     * @param loops what became of each outermost loop, in source order
     */
    public record Waves(Passes passes, ImmutableList<LoopReport> loops) {}

    /** A routine without jumps, and what has come of each of its outermost loops. */
    private record Routine(
            Trigger trigger,
            ImmutableList<Statement> statements,
            ImmutableMap<Statement.For, ImmutableList<Statement>> loops) {
        static Routine of(Trigger trigger, ImmutableList<Statement> routine, FreshVariables fresh)
                throws NotASweepException {
            JumpRemoval removal = new JumpRemoval(fresh);
            ImmutableList<Statement> statements = removal.normalize(routine);
            return new Routine(trigger, statements, removal.outermostLoops());
        }
    }

    /** Lowers a program if it is of the accepted class. */
    public static Attempt<Waves> lower(Program program) {
        return Attempt.of(() -> new WavefrontLowering(program).lower());
    }

    private Waves lower() throws NotASweepException {
        boolean hasScalarMemory = program.memory().stream()
                .anyMatch(variable -> variable.dimensions().stream().allMatch(Affine::isConstant));
        Optional<NotASweepException> refusal = Optional.empty();
        for (Direction direction : directions()) {
            for (Column scalarMemory : hasScalarMemory ? List.of(Column.FIRST, Column.LABEL) : List.of(Column.FIRST)) {
                try {
                    return attempt(direction, scalarMemory);
                } catch (NotASweepException another) {
                    refusal = Optional.of(another);
                }
            }
        }
        // Where both directions were tried, the last attempts were to the right, as programs are mostly written.
        throw refusal.orElseThrow();
    }

    /** The directions that the loops allow, the one with the shorter way first. */
    private List<Direction> directions() throws NotASweepException {
        List<Ordered> ordered = routines.stream()
                .flatMap(routine -> LoopOrder.ordered(routine.statements).stream())
                .toList();
        if (ordered.isEmpty()) {
            return List.of(Direction.LEFT, Direction.RIGHT);
        }
        Direction direction = ordered.getFirst().direction();
        for (Ordered other : ordered) {
            if (other.direction() != direction) {
                throw new NotASweepException(
                        other.loop().span(),
                        "this loop visits the columns the other way than the one in line "
                                + ordered.getFirst().loop().span().line() + ", and in both the order matters");
            }
        }
        return List.of(direction);
    }

    private Waves attempt(Direction direction, Column scalarMemory) throws NotASweepException {
        Slots slots = new Slots(program);
        Map<Variable, Rows> memoryRows = Homes.noMemory();
        ImmutableList.Builder<Pass> passes = ImmutableList.builder();
        ImmutableList.Builder<LoopReport> loops = ImmutableList.builder();
        for (Routine routine : routines) {
            Trigger trigger = routine.trigger;
            Sections sections = Sections.of(routine.statements);
            Homes homes = new Homes(
                    slots, scalarMemory, memoryRows, sections.shared(), Homes.changesLabel(routine.statements));
            Map<Statement, Rows> placed = new IdentityHashMap<>();
            SectionPlacement first =
                    new SectionPlacement(homes, slots, fresh, trigger, direction, Rows.FIRST, Optional.empty());
            first.place(Optional.empty(), sections.first());
            addPass(passes, trigger, Rows.FIRST, first, placed);
            for (Sections.Nest nest : sections.nests()) {
                SectionPlacement each = new SectionPlacement(
                        homes,
                        slots,
                        fresh,
                        trigger,
                        direction,
                        Rows.EACH,
                        Optional.of(nest.loop().variable()));
                each.place(nest.condition(), nest.loop().body());
                addPass(passes, trigger, Rows.EACH, each, placed);
            }
            SectionPlacement after =
                    new SectionPlacement(homes, slots, fresh, trigger, direction, Rows.AFTER, Optional.empty());
            after.place(Optional.empty(), sections.after());
            addPass(passes, trigger, Rows.AFTER, after, placed);
            routine.loops.forEach((loop, statements) ->
                    loops.add(new LoopReport(trigger.keyword(), loop.span(), fate(statements, placed, direction))));
        }
        ImmutableList<Pass> all = passes.build();
        return new Waves(new Passes(program.name(), direction, slots.used(all), all), loops.build());
    }

    private static void addPass(
            ImmutableList.Builder<Pass> passes,
            Trigger trigger,
            Rows rows,
            SectionPlacement section,
            Map<Statement, Rows> placed) {
        if (!section.steps().isEmpty()) {
            passes.add(new Pass(trigger, rows, section.steps()));
            section.placed().forEach(statement -> placed.put(statement, rows));
        }
    }

    /**
     * What became of a loop: it runs where the first of its statements does that has steps.
     *
     * @param statements the loop, or its rounds
     * @param placed the statements that have steps, with their rows
     */
    private static String fate(List<Statement> statements, Map<Statement, Rows> placed, Direction direction) {
        return Statement.all(statements)
                .flatMap(statement -> Optional.ofNullable(placed.get(statement)).stream())
                .min(Comparator.naturalOrder())
                .map(rows -> switch (rows) {
                    case FIRST -> "one wave along the first row to the " + direction.keyword();
                    case EACH -> "a wave in every row to the " + direction.keyword() + ", all rows in flight together";
                    case AFTER -> "behind the last row";
                })
                .orElse("nothing to do");
    }
}
