package dev.pupil.verify.behaviour;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Subject;
import java.util.Optional;

/** The learner's name, the image's size, and how many steps it takes. */
record GeometryLabels() implements FilePart {
    @Override
    public Optional<Counterexample> fault(Subject subject) {
        Filter filter = subject.file().filter();
        Geometry needed = subject.automaton().geometry();
        if (!filter.name().equals(subject.automaton().name())) {
            return Optional.of(Counterexample.of("the file calls the learner %s, but the program calls it %s"
                    .formatted(filter.name(), subject.automaton().name())));
        }
        if (filter.legend().learns() != subject.automaton().learns()) {
            return Optional.of(Counterexample.of(
                    filter.legend().learns()
                            ? "the file says that memory is learned, but the program is a machine that starts on a tape"
                            : "the file says that memory is written, but the program learns"));
        }
        return filter.geometry().equals(needed)
                ? Optional.empty()
                : Optional.of(Counterexample.of(SizeText.difference(filter.geometry(), needed)));
    }

    @Override
    public Evidence evidence(Subject subject) {
        return new Evidence(
                Strength.CHECKED,
                "learner, rows, columns, and steps are %s, %s, %s, and %s, as the program needs"
                        .formatted(
                                subject.automaton().name(),
                                subject.automaton().geometry().rows(),
                                subject.automaton().geometry().columns(),
                                subject.automaton().geometry().steps()),
                4,
                "texts");
    }
}
