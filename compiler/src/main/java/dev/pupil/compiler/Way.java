package dev.pupil.compiler;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.LoopReport;
import dev.pupil.compiler.lower.Objection;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.program.Machine;

/** Stage 2: one of the ways in which a definition becomes an automaton. All predict what the definition predicts. */
public sealed interface Way {
    /** What became of each outermost loop; where one instruction follows the other, of each loop. In source order. */
    ImmutableList<LoopReport> loops();

    /**
     * As waves, all in flight together.
     *
     * @param passes the normal form
     */
    record Waves(Passes passes, ImmutableList<LoopReport> loops) implements Way {}

    /**
     * One instruction after the other.
     *
     * @param schedule the instructions
     * @param objection why there are no waves
     */
    record Sequence(Schedule schedule, Objection objection) implements Way {
        @Override
        public ImmutableList<LoopReport> loops() {
            return schedule.loops();
        }
    }

    /** As a head that walks over the image: the way of machines, of which there is nothing to decide. */
    record Walk(Machine machine) implements Way {
        @Override
        public ImmutableList<LoopReport> loops() {
            return ImmutableList.of();
        }
    }
}
