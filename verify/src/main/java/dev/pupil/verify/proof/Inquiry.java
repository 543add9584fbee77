package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import dev.pupil.verify.report.Counterexample;
import java.util.Optional;
import java.util.function.Function;

/** Asks whether something can be that must not be, and if so, shows it as small as it can be had. */
final class Inquiry {
    private final Scene scene;
    private final Solver solver;
    private final Witness witness;

    Inquiry(Scene scene, Solver solver) {
        this.scene = scene;
        this.solver = solver;
        this.witness = new Witness(scene, solver);
    }

    /** What is wrong with an assignment. The units are those to blame; the span is that of the broken rule. */
    record Complaint(String summary, ImmutableList<String> units, Optional<Span> span) {
        static Complaint of(String summary) {
            return new Complaint(summary, ImmutableList.of(), Optional.empty());
        }

        Complaint at(Optional<Span> place) {
            return new Complaint(summary, units, place);
        }
    }

    /**
     * Establishes that a formula is 0 wherever all that the solver requires is 1.
     *
     * @param breach the formula
     * @param complaint what to say of an assignment in which it is 1
     * @throws RefutedException if there is one
     */
    void requireNever(int breach, Function<Assignment, Complaint> complaint) throws RefutedException {
        Optional<Assignment> found = solver.find(breach);
        if (found.isPresent()) {
            throw new RefutedException(counterexample(found.get(), breach, complaint));
        }
    }

    /** The same as a counterexample. */
    Counterexample counterexample(Assignment found, int breach, Function<Assignment, Complaint> complaint) {
        Assignment smallest = witness.smallest(found, breach);
        Complaint said = complaint.apply(smallest);
        return new Counterexample(
                said.summary, Optional.of(Witness.draw(scene, smallest)), Optional.empty(), said.units, said.span);
    }
}
