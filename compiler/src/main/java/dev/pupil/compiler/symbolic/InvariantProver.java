package dev.pupil.compiler.symbolic;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.logic.Decision;
import dev.pupil.compiler.logic.Decisions;
import dev.pupil.compiler.term.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Finds out which of an automaton's claimed invariants are invariants. The method is Houdini (Flanagan and Leino,
 * "Houdini, an Annotation Assistant for ESC/Java", 2001): all candidates are assumed to hold everywhere, those that a
 * step may break are given up, and so on until no step breaks one. What is left holds by induction on steps, for every
 * size and every lane.
 */
public final class InvariantProver {
    /** What a candidate sees after a step depends on neighbours' neighbours before it. */
    private static final int RADIUS = 2;

    private final Symbols symbols;
    private final Decisions decisions;
    private final Map<Signal, SortedMap<Integer, Decision>> afterFirst = new HashMap<>();
    private final Map<Signal, SortedMap<Integer, Decision>> afterAny = new HashMap<>();

    private InvariantProver(Automaton automaton) {
        this.symbols = new Symbols(automaton, Layout.separate(automaton));
        this.decisions = symbols.decisions();
    }

    /** The automaton with only those of its invariants that are proved. */
    public static Automaton prove(Automaton automaton) {
        return new Automaton(
                automaton.name(),
                automaton.fields(),
                new InvariantProver(automaton).proved(automaton.invariants()),
                automaton.head(),
                automaton.geometry());
    }

    private ImmutableList<Term> proved(List<Term> candidates) {
        Reachable anything = new Reachable(symbols, List.of(), RADIUS);
        List<Term> kept = new ArrayList<>(candidates);
        kept.removeIf(candidate -> !holdsAtFirst(candidate, anything));
        Map<Term, Decision> breaches = new HashMap<>();
        kept.forEach(candidate -> breaches.put(candidate, breach(candidate)));
        Reachable reachable = new Reachable(symbols, kept, RADIUS);
        int unbroken = 0;
        int next = 0;
        while (unbroken < kept.size()) {
            next %= kept.size();
            Optional<BitSet> example =
                    reachable.example(breaches.getOrDefault(kept.get(next), decisions.constant(true)));
            if (example.isPresent()) {
                List<Term> broken = kept.stream()
                        .filter(candidate -> Decisions.evaluate(
                                breaches.getOrDefault(candidate, decisions.constant(true)), example.get()))
                        .toList();
                kept.removeAll(broken);
                broken.forEach(reachable::withdraw);
                unbroken = 0;
            } else {
                unbroken++;
                next++;
            }
        }
        return ImmutableList.copyOf(kept);
    }

    private Decision inside(int row, int column) {
        return symbols.inside(row, column);
    }

    /** Whether a candidate holds before the first step and after it, whatever the lane. */
    private boolean holdsAtFirst(Term candidate, Reachable anything) {
        Decision atRest = decisions.not(atRest(symbols.holds(candidate, 0, 0)));
        Decision next = decisions.not(symbols.holds(candidate, 0, 0, this::afterFirst));
        return anything.example(atRest).isEmpty()
                && anything.example(decisions.and(inside(0, 0), next)).isEmpty();
    }

    /** Where a step, not the first one, breaks the candidate. */
    private Decision breach(Term candidate) {
        return decisions.and(inside(0, 0), decisions.not(symbols.holds(candidate, 0, 0, this::afterAny)));
    }

    private SortedMap<Integer, Decision> afterFirst(String field, int row, int column) {
        return after(afterFirst, field, row, column, this::atRest);
    }

    private SortedMap<Integer, Decision> afterAny(String field, int row, int column) {
        return after(afterAny, field, row, column, where -> where);
    }

    /** A field's values after a step: outside the image it rests. */
    private SortedMap<Integer, Decision> after(
            Map<Signal, SortedMap<Integer, Decision>> known,
            String name,
            int row,
            int column,
            UnaryOperator<Decision> before) {
        return known.computeIfAbsent(new Signal.Channel(name, row, column), key -> {
            Field field = symbols.automaton().field(name);
            TreeMap<Integer, Decision> next = new TreeMap<>(symbols.values(field.next(), row, column));
            next.replaceAll((value, where) -> before.apply(where));
            return symbols.choice(inside(row, column), next, Symbols.single(field.rest(), decisions.constant(true)));
        });
    }

    /** The function where all bits are 0; of the lanes nothing is said. */
    private Decision atRest(Decision decision) {
        Decision fixed = decision;
        for (int variable : decisions.support(decision).stream().toArray()) {
            if (symbols.signal(variable) instanceof Signal.Channel) {
                fixed = decisions.fix(fixed, variable, false);
            }
        }
        return fixed;
    }
}
