package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import java.util.Optional;

/**
 * One assignment at some pixels of a row.
 *
 * @param place where it runs: a bit over the names of {@link Place}
 * @param condition a bit-valued slot; the step runs only where that is 1
 * @param target the slot it assigns
 * @param value the new value, a term over slots
 * @param origin where it comes from
 */
public record Step(Term place, Optional<String> condition, String target, Term value, Origin origin) {}
