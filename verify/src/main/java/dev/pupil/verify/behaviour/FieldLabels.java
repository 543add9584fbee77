package dev.pupil.verify.behaviour;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.text.TermText;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.subject.Subject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How fields are coded: all of them, every value, the resting one as 0. And invariants speak of these fields. */
record FieldLabels() implements FilePart {
    @Override
    public Optional<Counterexample> fault(Subject subject) {
        Legend legend = subject.file().filter().legend();
        Automaton automaton = subject.automaton();
        Set<String> names = automaton.fields().stream().map(Field::name).collect(Collectors.toSet());
        Stream<String> unknown = legend.encodings().keySet().stream()
                .filter(name -> !names.contains(name))
                .map("the file codes a field %s, which the program does not have"::formatted);
        Stream<String> codes = automaton.fields().stream()
                .flatMap(field ->
                        fault(field, Optional.ofNullable(legend.encodings().get(field.name()))).stream());
        Stream<String> invariants = legend.invariants().stream()
                .filter(invariant -> !speaksOf(names, invariant))
                .map(invariant -> "the invariant %s reads a field that the program does not have"
                        .formatted(TermText.print(invariant).strip()));
        return Stream.of(unknown, codes, invariants)
                .flatMap(each -> each)
                .findFirst()
                .map(Counterexample::of);
    }

    private static boolean speaksOf(Set<String> names, Term invariant) {
        return Terms.reads(invariant).stream().allMatch(read -> names.contains(read.name()));
    }

    private static Optional<String> fault(Field field, Optional<Encoding> found) {
        if (found.isEmpty()) {
            return Optional.of("the file does not say how field %s is coded".formatted(field.name()));
        }
        Encoding encoding = found.get();
        Set<Integer> values =
                IntStream.rangeClosed(field.low(), field.high()).boxed().collect(Collectors.toSet());
        if (!encoding.codes().keySet().equals(values)) {
            return Optional.of("the codes of field %s are for other values than %s to %s"
                    .formatted(field.name(), field.low(), field.high()));
        }
        if (encoding.code(field.rest()) != 0) {
            return Optional.of("field %s rests at %s, whose code is %s, not 0"
                    .formatted(field.name(), field.rest(), encoding.code(field.rest())));
        }
        return Optional.empty();
    }

    @Override
    public Evidence evidence(Subject subject) {
        return new Evidence(
                Strength.CHECKED,
                "every value of every field has a code, the resting value 0, and the %s invariants are about fields"
                        .formatted(subject.file().filter().legend().invariants().size()),
                subject.automaton().fields().size(),
                "fields");
    }
}
