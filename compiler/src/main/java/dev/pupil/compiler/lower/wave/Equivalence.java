package dev.pupil.compiler.lower.wave;

import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.TermEvaluator;
import dev.pupil.compiler.automaton.term.TermEvaluator.Neighbourhood;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.PixelProgram;
import dev.pupil.compiler.lower.sweep.Slot;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides by trying all values whether two terms over slots and places are the same function. */
final class Equivalence {
    private static final long MOST_CASES = 1 << 18;

    private Equivalence() {}

    /** Whether the terms always agree; {@code false} also if there are too many cases to try. */
    static boolean holds(Term left, Term right, Passes passes) {
        if (left.equals(right)) {
            return true;
        }
        Set<Term.Read> reads = new LinkedHashSet<>(Terms.reads(left));
        reads.addAll(Terms.reads(right));
        long cases = 1;
        for (Term.Read read : reads) {
            cases *= high(read, passes) - low(read, passes) + 1;
            if (cases > MOST_CASES) {
                return false;
            }
        }
        return agree(left, right, List.copyOf(reads), new HashMap<>(), passes);
    }

    private static boolean agree(
            Term left, Term right, List<Term.Read> open, Map<String, Integer> values, Passes passes) {
        if (open.isEmpty()) {
            Neighbourhood neighbourhood = new Neighbourhood() {
                @Override
                public int field(String name, Offset at) {
                    Integer value = values.get(name);
                    if (value == null) {
                        throw new IllegalStateException("no value for " + name);
                    }
                    return value;
                }

                @Override
                public int lane() {
                    throw new IllegalStateException("slots do not see the lane");
                }
            };
            return TermEvaluator.evaluate(left, neighbourhood) == TermEvaluator.evaluate(right, neighbourhood);
        }
        Term.Read first = open.getFirst();
        for (int value = low(first, passes); value <= high(first, passes); value++) {
            values.put(first.name(), value);
            if (!agree(left, right, open.subList(1, open.size()), values, passes)) {
                return false;
            }
        }
        return true;
    }

    private static int low(Term.Read read, Passes passes) {
        return PixelProgram.isPlace(read.name()) ? 0 : slot(read, passes).low();
    }

    private static int high(Term.Read read, Passes passes) {
        return PixelProgram.isPlace(read.name()) ? 1 : slot(read, passes).high();
    }

    private static Slot slot(Term.Read read, Passes passes) {
        return passes.slot(read.name());
    }
}
