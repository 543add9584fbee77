package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.text.TermText;
import dev.pupil.verify.subject.Subject;

/**
 * What proofs are about: a file's numbers, the program's automaton, and what the file says of how they belong together.
 *
 * @param filter as it was read
 * @param codes how channels hold the automaton's fields
 * @param network the filter's numbers
 */
record Construction(Filter filter, Codes codes, ExactNetwork network) {

    /**
     * Reads a file and its program for proofs.
     *
     * @throws RefutedException if they do not fit together
     * @throws UndecidedException if the file's numbers can't be calculated with
     */
    static Construction of(Subject subject) throws RefutedException {
        Filter filter = subject.file().filter();
        Automaton automaton = subject.automaton();
        requireInside(automaton);
        requireFields(automaton, filter.legend().invariants());
        return new Construction(filter, Codes.of(automaton, filter), ExactNetwork.of(filter));
    }

    /** The same with other numbers. */
    Construction with(Filter other) {
        return new Construction(other, codes, ExactNetwork.of(other));
    }

    Automaton automaton() {
        return codes.automaton();
    }

    /** What the file says is 1 at every pixel of the image at all times. */
    ImmutableList<Term> invariants() {
        return filter.legend().invariants();
    }

    /** A hidden unit's name in the file. */
    String unitName(int unit) {
        return filter.units().get(unit).name();
    }

    private static void requireInside(Automaton automaton) throws RefutedException {
        Field inside = automaton.field(Automaton.INSIDE);
        if (inside.low() != 0
                || inside.high() != 1
                || inside.rest() != 0
                || !inside.next().equals(Terms.TRUE)) {
            throw new RefutedException("pixels of the image do not know that they are inside after the first step");
        }
    }

    private static void requireFields(Automaton automaton, ImmutableList<Term> invariants) throws RefutedException {
        ImmutableSet<String> fields =
                automaton.fields().stream().map(Field::name).collect(ImmutableSet.toImmutableSet());
        for (Term invariant : invariants) {
            for (Term.Read read : Terms.reads(invariant)) {
                if (!fields.contains(read.name())) {
                    throw new RefutedException("the invariant '%s' speaks of '%s', which is no field of the program"
                            .formatted(TermText.print(invariant).strip(), read.name()));
                }
            }
        }
    }
}
