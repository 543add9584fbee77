package dev.pupil.verify.behaviour;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.circuit.FieldReader;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.runtime.automaton.Simulator;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.subject.Check;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.FilterSimulator;

/**
 * V5: the answer is there after L steps, at one pixel, and stays; and while memory is being filled, the first empty row is
 * selected after L steps and nothing answers. Fewer steps than L are not enough for both, unless L is what a machine promises.
 * Watched on the automaton and on the file's own weights.
 */
public final class DepthCheck implements Check {
    @Override
    public Conclusion check(Subject subject, Settings settings) {
        Filter filter = subject.file().filter();
        Automaton automaton = subject.automaton();
        if (!filter.geometry().equals(automaton.geometry())) {
            return Conclusion.refuted(Counterexample.of(SizeText.difference(filter.geometry(), automaton.geometry())));
        }
        try {
            return watch(subject).conclusion(DepthData.of(settings, Work.of(subject)));
        } catch (IllegalArgumentException unreadable) {
            return Conclusion.refuted(Counterexample.of(
                    "the file does not say where the automaton's fields are: " + unreadable.getMessage()));
        }
    }

    private static DepthWatch watch(Subject subject) {
        Filter filter = subject.file().filter();
        Simulator simulator = Simulator.of(subject.automaton());
        FieldReader reader = new FieldReader(filter.channels(), filter.legend().encodings());
        FilterSimulator weights = FilterSimulator.of(filter);
        return new DepthWatch(
                subject.automaton(),
                subject.isMachine(),
                new DepthRuns(
                        subject,
                        simulator,
                        "the automaton's pixels",
                        lane -> new Course.OfAutomaton(simulator.start(lane))),
                new DepthRuns(
                        subject, simulator, "the weights", lane -> new Course.OfWeights(weights.start(lane), reader)));
    }
}
