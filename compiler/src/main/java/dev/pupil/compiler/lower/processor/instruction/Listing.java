package dev.pupil.compiler.lower.processor.instruction;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import java.util.Map;

/** Takes down what an instruction does, for people to read. */
public interface Listing {
    /** Goes on with words. */
    Listing text(String text);

    /** Goes on with a term. */
    Listing term(Term term);

    /** Starts another line. */
    Listing line(String text);

    /** Starts another line, further in; gives what goes on there. */
    Listing detail(String text);

    /** Says for each field, on a line of its own, which value it gets. */
    default Listing assignments(Map<String, Term> values) {
        values.forEach((field, value) -> detail(field + " = ").term(value));
        return this;
    }

    /** Says on which condition what follows is done, unless it always is. */
    default Listing when(Term condition) {
        return condition.equals(Terms.TRUE)
                ? this
                : text("when ").term(condition).text(": ");
    }
}
