package dev.pupil.compiler;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.grammar.source.Diagnostic;
import java.util.Optional;

/** Stage 2: one of the ways in which a definition becomes an automaton. Of a program, both predict the same. */
public sealed interface Way {
    /**
     * As waves, all in flight together.
     *
     * @param passes the normal form
     */
    record Waves(Passes passes) implements Way {}

    /**
     * One instruction after the other.
     *
     * @param schedule the instructions
     * @param reasons why there are no waves
     */
    record Sequence(Schedule schedule, ImmutableList<Diagnostic> reasons) implements Way {}

    /** As a head that walks over the image: the way of machines, of which there is nothing to decide. */
    record Walk() implements Way {}

    /** The passes of waves; others have none. */
    default Optional<Passes> asPasses() {
        return switch (this) {
            case Waves waves -> Optional.of(waves.passes());
            case Sequence sequence -> Optional.empty();
            case Walk walk -> Optional.empty();
        };
    }
}
