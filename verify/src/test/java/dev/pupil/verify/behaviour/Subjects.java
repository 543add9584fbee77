package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** Compiled examples, and ways to break them. */
public final class Subjects {
    private Subjects() {}

    /** A compiled example. */
    public static Subject example(String name) {
        try {
            Source source = Programs.source(Path.of("..", "examples", name + ".pupil"));
            return Subject.of(Compiler.compile(source).weights());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (DiagnosticException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** The same with one number of one tensor changed. */
    static Subject withNumber(Subject subject, Part part, int index, DoubleUnaryOperator change) {
        Filter filter = subject.file().filter();
        double value = part.of(filter).values().get(index);
        return withFilter(subject, filter.with(part, index, change.applyAsDouble(value)));
    }

    /** The same weights for other sizes, both in the file and in the automaton. */
    static Subject withGeometry(Subject subject, Geometry geometry) {
        Automaton automaton = subject.automaton();
        return withAutomaton(
                withFilter(subject, subject.file().filter().with(geometry)),
                new Automaton(
                        automaton.name(), automaton.fields(), automaton.invariants(), automaton.head(), geometry));
    }

    /** The same file, with another rule for one field of the automaton. */
    static Subject withRule(Subject subject, String name, UnaryOperator<Term> rule) {
        Automaton automaton = subject.automaton();
        ImmutableList<Field> fields = automaton.fields().stream()
                .map(field -> field.name().equals(name)
                        ? new Field(
                                name,
                                field.meaning(),
                                field.low(),
                                field.high(),
                                field.rest(),
                                rule.apply(field.next()),
                                field.origin())
                        : field)
                .collect(ImmutableList.toImmutableList());
        return withAutomaton(
                subject,
                new Automaton(
                        automaton.name(), fields, automaton.invariants(), automaton.head(), automaton.geometry()));
    }

    /** Another filter for the same program. */
    static Subject withFilter(Subject subject, Filter filter) {
        return withFile(subject, subject.file().with(filter));
    }

    /** Another file for the same automaton. */
    static Subject withFile(Subject subject, WeightFile file) {
        return new Subject(file, subject.lowering());
    }

    private static Subject withAutomaton(Subject subject, Automaton automaton) {
        Lowering lowering = subject.lowering();
        return new Subject(subject.file(), new Lowering(lowering.program(), lowering.way(), automaton));
    }
}
