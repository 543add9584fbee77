package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.rewrite.JumpRemoval;
import dev.pupil.compiler.lower.rewrite.Refusal;
import dev.pupil.compiler.lower.rewrite.RefusalCode;
import dev.pupil.compiler.lower.sweep.LoopOrder.Ordered;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.DiagnosticException;
import java.util.ArrayList;
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

    private WavefrontLowering(Program program) {
        this.program = program;
    }

    /**
     * Lowers a program.
     *
     * @throws DiagnosticException if the program is not of the accepted class, with the construct, the reason and what
     *     to write instead
     */
    public static Passes lower(Program program) throws DiagnosticException {
        try {
            return new WavefrontLowering(program).lower();
        } catch (Refusal refusal) {
            throw new DiagnosticException(program.source(), ImmutableList.of(refusal.diagnostic()));
        }
    }

    private Passes lower() throws Refusal {
        for (Statement statement : program.learn()) {
            IndexCheck.check(statement);
        }
        for (Statement statement : program.predict()) {
            IndexCheck.check(statement);
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Direction direction : directions()) {
            for (Column scalarMemory : List.of(Column.FIRST, Column.LABEL)) {
                try {
                    return attempt(direction, scalarMemory);
                } catch (Refusal refusal) {
                    refusals.add(refusal);
                }
            }
        }
        // Where both directions were tried, the last attempts were to the right, as programs are mostly written.
        throw refusals.getLast();
    }

    /** The directions that the loops allow, the one with the shorter way first. */
    private List<Direction> directions() throws Refusal {
        FreshVariables fresh = new FreshVariables(program);
        List<Ordered> ordered = new ArrayList<>(LoopOrder.ordered(new JumpRemoval(fresh).normalize(program.learn())));
        ordered.addAll(LoopOrder.ordered(new JumpRemoval(fresh).normalize(program.predict())));
        if (ordered.isEmpty()) {
            return List.of(Direction.LEFT, Direction.RIGHT);
        }
        Direction direction = ordered.getFirst().direction();
        for (Ordered other : ordered) {
            if (other.direction() != direction) {
                throw new Refusal(
                        RefusalCode.BOTH_DIRECTIONS,
                        other.loop().span(),
                        "this loop visits the columns the other way than the one in line "
                                + ordered.getFirst().loop().span().line() + ", and in both the order matters",
                        "let all loops over columns run the same way");
            }
        }
        return List.of(direction);
    }

    private Passes attempt(Direction direction, Column scalarMemory) throws Refusal {
        FreshVariables fresh = new FreshVariables(program);
        Slots slots = new Slots(program);
        Map<Variable, Rows> memoryRows = Homes.noMemory();
        ImmutableList.Builder<Pass> passes = ImmutableList.builder();
        for (Trigger trigger : Trigger.values()) {
            ImmutableList<Statement> routine = new JumpRemoval(fresh)
                    .normalize(
                            switch (trigger) {
                                case LEARN -> program.learn();
                                case PREDICT -> program.predict();
                            });
            Sections sections = Sections.of(routine);
            Homes homes = new Homes(slots, scalarMemory, memoryRows, sections.shared(), Homes.changesLabel(routine));
            SectionPlacement first =
                    new SectionPlacement(homes, slots, fresh, trigger, direction, Rows.FIRST, Optional.empty());
            first.place(Optional.empty(), sections.first());
            addPass(passes, trigger, Rows.FIRST, first.steps());
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
                addPass(passes, trigger, Rows.EACH, each.steps());
            }
            SectionPlacement after =
                    new SectionPlacement(homes, slots, fresh, trigger, direction, Rows.AFTER, Optional.empty());
            after.place(Optional.empty(), sections.after());
            addPass(passes, trigger, Rows.AFTER, after.steps());
        }
        ImmutableList<Pass> all = passes.build();
        return new Passes(program.name(), direction, slots.used(all), all);
    }

    private static void addPass(
            ImmutableList.Builder<Pass> passes, Trigger trigger, Rows rows, ImmutableList<Step> steps) {
        if (!steps.isEmpty()) {
            passes.add(new Pass(trigger, rows, steps));
        }
    }
}
