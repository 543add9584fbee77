package dev.pupil.compiler.circuit.symbolic;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.circuit.logic.Answer;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

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

    /** The signals after a step that candidates see, and what they are. */
    private final Map<Signal.After, Decision> definitions = new LinkedHashMap<>();

    /** What fields have after the first step, as far as it has been asked. */
    private final Map<Pixel, SortedMap<Integer, Decision>> first = new HashMap<>();

    /** A field of a pixel. */
    private record Pixel(String field, int row, int column) {}

    private InvariantProver(Automaton automaton) {
        this.symbols = new Symbols(automaton, Layout.separate(automaton));
        this.decisions = symbols.decisions();
    }

    /** The automaton with only those of its invariants that are proved; none if its rules are too large. */
    public static Automaton prove(Automaton automaton) {
        return new Automaton(
                automaton.name(), automaton.fields(), proved(automaton), automaton.head(), automaton.geometry());
    }

    private static ImmutableList<Term> proved(Automaton automaton) {
        try {
            return new InvariantProver(automaton).proved(automaton.invariants());
        } catch (TooLargeException e) {
            return ImmutableList.of();
        }
    }

    private ImmutableList<Term> proved(List<Term> candidates) {
        // Most candidates obviously hold at first, so that this is not often needed.
        Supplier<Reachable> anything = Suppliers.memoize(() -> new Reachable(symbols, List.of(), RADIUS));
        List<Term> kept = new ArrayList<>(candidates);
        kept.removeIf(candidate -> !holdsAtFirst(candidate, anything));
        Map<Term, Decision> breaches = new LinkedHashMap<>();
        kept.forEach(candidate -> breaches.put(candidate, breach(candidate)));
        Reachable reachable = new Reachable(symbols, breaches.keySet(), RADIUS);
        definitions.forEach(reachable::define);
        kept.retainAll(unbroken(breaches, reachable));
        return ImmutableList.copyOf(kept);
    }

    /**
     * Those of the candidates that no step breaks.
     *
     * @param breaches where a step breaks each
     * @param reachable relies on all of them
     */
    private static Set<Term> unbroken(Map<Term, Decision> breaches, Reachable reachable) {
        Map<Term, Decision> kept = new LinkedHashMap<>(breaches);
        Map<Term, Decision> open = new LinkedHashMap<>(breaches);
        // What each is proved by; as long as none of this is given up, the proof stands.
        Map<Term, Set<Term>> proofs = new HashMap<>();
        while (!open.isEmpty()) {
            Map.Entry<Term, Decision> candidate = open.entrySet().iterator().next();
            switch (reachable.ask(candidate.getValue())) {
                case Answer.Impossible proof -> {
                    proofs.put(candidate.getKey(), reachable.reasons(proof));
                    open.remove(candidate.getKey());
                }
                case Answer.Possible example -> {
                    Set<Term> broken = ImmutableSet.copyOf(
                            Maps.filterValues(kept, breach -> Decisions.evaluate(breach, example.ones()))
                                    .keySet());
                    broken.forEach(reachable::withdraw);
                    kept.keySet().removeAll(broken);
                    open.keySet().removeAll(broken);
                    open.putAll(Maps.filterKeys(
                            kept, claim -> !Collections.disjoint(proofs.getOrDefault(claim, Set.of()), broken)));
                }
            }
        }
        return kept.keySet();
    }

    private Decision inside(int row, int column) {
        return symbols.inside(row, column);
    }

    /** Whether a candidate holds before the first step and after it, whatever the lane. */
    private boolean holdsAtFirst(Term candidate, Supplier<Reachable> anything) {
        Decision atRest = decisions.not(atRest(symbols.holds(candidate, 0, 0)));
        Decision next = decisions.not(symbols.holds(candidate, 0, 0, this::afterFirst));
        return Stream.of(atRest, decisions.and(inside(0, 0), next))
                .filter(breach -> !breach.isFalse())
                .allMatch(breach -> anything.get().example(breach).isEmpty());
    }

    /** Where a step, not the first one, breaks the candidate. */
    private Decision breach(Term candidate) {
        return decisions.and(inside(0, 0), decisions.not(symbols.holds(candidate, 0, 0, this::afterAny)));
    }

    /** A field's values after the first step. */
    private SortedMap<Integer, Decision> afterFirst(String name, int row, int column) {
        return first.computeIfAbsent(new Pixel(name, row, column), this::afterFirst);
    }

    /** Outside the image a field rests. */
    private SortedMap<Integer, Decision> afterFirst(Pixel pixel) {
        Field field = symbols.automaton().field(pixel.field());
        TreeMap<Integer, Decision> next = new TreeMap<>(symbols.values(field.next(), pixel.row(), pixel.column()));
        next.replaceAll((value, where) -> atRest(where));
        return symbols.choice(
                inside(pixel.row(), pixel.column()), next, Symbols.single(field.rest(), decisions.constant(true)));
    }

    /** A field's values after a step as functions of its bits then, so that rules are not put into one another. */
    private SortedMap<Integer, Decision> afterAny(String name, int row, int column) {
        Encoding encoding = symbols.layout().encoding(name);
        List<Decision> bits = new ArrayList<>();
        for (int number = 0; number < encoding.bits(); number++) {
            Signal.After signal = new Signal.After(new Layout.Bit(name, number), row, column);
            definitions.computeIfAbsent(signal, this::definition);
            bits.add(symbols.decision(signal));
        }
        TreeMap<Integer, Decision> values = new TreeMap<>();
        encoding.codes().forEach((value, code) -> {
            Decision all = decisions.constant(true);
            for (int number = 0; number < bits.size(); number++) {
                Decision bit = bits.get(number);
                all = decisions.and(all, (code >> number & 1) == 1 ? bit : decisions.not(bit));
            }
            values.put(value, all);
        });
        return values;
    }

    /** What the rule says; outside the image all bits are 0. */
    private Decision definition(Signal.After signal) {
        Field field = symbols.automaton().field(signal.bit().field());
        Decision next = symbols.next(field, signal.row(), signal.column())
                .get(signal.bit().number());
        return decisions.and(inside(signal.row(), signal.column()), next);
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
