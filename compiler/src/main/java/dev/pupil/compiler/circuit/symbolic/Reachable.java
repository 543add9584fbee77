package dev.pupil.compiler.circuit.symbolic;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.logic.Answer;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.Possibilities;
import dev.pupil.compiler.circuit.logic.Satisfiability;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.program.size.Sizes;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the bits around a pixel of the image, between any two steps. Before the first step all bits are 0,
 * {@code inside} too; after it {@code inside} is 1 exactly in the image, a rectangle, and everything else rests
 * outside. At pixels of the image the invariants hold.
 */
public final class Reachable {
    /** Of so few variables all that can occur is listed. */
    private static final int FEW_VARIABLES = 12;

    /** Of more variables all that can occur is listed, too, if no more than this is left by what is known of pairs. */
    private static final double MOST_SITUATIONS = 40_000;

    private final Symbols symbols;
    private final int radius;
    private final Decisions decisions;
    private final Satisfiability solver;

    /** A literal for each invariant that is relied on: the solver requires the invariant where it is assumed. */
    private final Map<Term, Integer> invariants = new LinkedHashMap<>();

    /** What has been found to be able to occur, by variables. */
    private final Map<BitSet, Decision> cares = new LinkedHashMap<>();

    /** The same of two variables each. */
    private final Map<BitSet, Decision> pairs = new HashMap<>();

    private final Possibilities possibilities;

    /**
     * Knowledge about an automaton's runs.
     *
     * @param radius how far from the centre pixel signals may lie
     * @param invariants bits that are 1 at every pixel of the image after any number of steps, none at all included
     */
    public Reachable(Symbols symbols, Collection<Term> invariants, int radius) {
        this.symbols = symbols;
        this.radius = radius;
        this.decisions = symbols.decisions();
        this.solver = new Satisfiability(decisions);
        this.possibilities = new Possibilities(decisions, solver);
        for (int row = -radius; row <= radius; row++) {
            for (int column = -radius; column <= radius; column++) {
                requireRectangle(row, column);
                requireConsistentLane(row, column);
                for (Field field : symbols.automaton().fields()) {
                    requireCode(field, row, column);
                }
            }
        }
        invariants.forEach(this::add);
    }

    /** Whether the lane holds 2 somewhere even though memory is learned, because an image can have more than m + 1 rows or d + 1 columns. */
    public static boolean hasWorkspace(Automaton.Geometry geometry) {
        return !geometry.rows().equals(SizeExpression.of(0, 1, 1))
                || !geometry.columns().equals(SizeExpression.of(1, 0, 1));
    }

    private Decision inside(int row, int column) {
        return symbols.inside(row, column);
    }

    /** The pixels that are inside are a rectangle around the centre with at least the least numbers of rows and columns. */
    private void requireRectangle(int row, int column) {
        if (row != 0 && column != 0) {
            solver.require(decisions.not(
                    decisions.xor(inside(row, column), decisions.and(inside(row, 0), inside(0, column)))));
        } else if (row != 0) {
            solver.require(decisions.implies(inside(row, 0), inside(row - Integer.signum(row), 0)));
        } else if (column != 0) {
            solver.require(decisions.implies(inside(0, column), inside(0, column - Integer.signum(column))));
        } else {
            Automaton.Geometry geometry = symbols.automaton().geometry();
            Sizes least = new Sizes(1, 1);
            if (geometry.rows().at(least) >= 2) {
                solver.require(decisions.implies(inside(0, 0), decisions.or(inside(-1, 0), inside(1, 0))));
            }
            if (geometry.columns().at(least) >= 2) {
                solver.require(decisions.implies(inside(0, 0), decisions.or(inside(0, -1), inside(0, 1))));
            }
        }
    }

    private void requireConsistentLane(int row, int column) {
        Decision some = decisions.constant(false);
        Automaton automaton = symbols.automaton();
        int largest = hasWorkspace(automaton.geometry()) || !automaton.learns() ? 2 : 1;
        for (int value = -1; value <= largest; value++) {
            some = decisions.or(some, symbols.lane(value, row, column));
        }
        solver.require(some);
    }

    /** A field holds the code of a value, outside the image that of its resting value, 0. */
    private void requireCode(Field field, int row, int column) {
        Encoding encoding = symbols.layout().encoding(field.name());
        for (int bit = 0; bit < encoding.bits(); bit++) {
            Decision one = symbols.bit(new Layout.Bit(field.name(), bit), row, column);
            solver.require(decisions.implies(one, inside(row, column)));
        }
        Decision some = decisions.constant(false);
        for (int value : encoding.codes().keySet()) {
            some = decisions.or(some, symbols.has(field.name(), value, row, column));
        }
        solver.require(some);
    }

    /** Relies on the invariant at all pixels from which it sees nothing out of range. */
    private void add(Term invariant) {
        int condition = solver.fresh();
        invariants.put(invariant, condition);
        for (int row = -radius; row <= radius; row++) {
            for (int column = -radius; column <= radius; column++) {
                if (inRange(invariant, row, column)) {
                    solver.requireIf(
                            condition, decisions.implies(inside(row, column), symbols.holds(invariant, row, column)));
                }
            }
        }
    }

    private boolean inRange(Term invariant, int row, int column) {
        return Terms.reads(invariant).stream()
                .allMatch(read -> Math.abs(row + read.at().row()) <= radius
                        && Math.abs(column + read.at().column()) <= radius);
    }

    /** Says what a signal is that nothing is known of yet. */
    void define(Signal signal, Decision meaning) {
        solver.requireEqual(symbols.decision(signal), meaning);
        forget();
        possibilities.strengthen();
    }

    /** No longer relies on the invariant. */
    void withdraw(Term invariant) {
        invariants.remove(invariant);
        forget();
        possibilities.weaken();
    }

    private void forget() {
        cares.clear();
        pairs.clear();
    }

    /** The signals that are 1 in a situation that fits with what is known, if there is one. */
    public Optional<BitSet> example(Decision situation) {
        return switch (ask(situation)) {
            case Answer.Possible possible -> Optional.of(possible.ones());
            case Answer.Impossible impossible -> Optional.empty();
        };
    }

    /** Whether the situation fits with what is known. */
    Answer ask(Decision situation) {
        return possibilities.ask(situation, assumptions());
    }

    /** The invariants that are relied on for an answer. */
    ImmutableSet<Term> reasons(Answer.Impossible answer) {
        return ImmutableSet.copyOf(
                Maps.filterValues(invariants, answer.literals()::contains).keySet());
    }

    /**
     * Where the given signals can be what they are, as a function of them; if there are too many ways, what is known of
     * every two of them.
     */
    public Decision care(BitSet variables) {
        if (variables.cardinality() <= FEW_VARIABLES || cares.containsKey(variables)) {
            return exactly(variables, decisions.constant(true));
        }
        Decision bound = byPairs(variables);
        return decisions.count(bound, variables) <= MOST_SITUATIONS ? exactly(variables, bound) : bound;
    }

    private Decision byPairs(BitSet variables) {
        Decision all = decisions.constant(true);
        int[] ascending = variables.stream().toArray();
        for (int i = 0; i < ascending.length; i++) {
            for (int j = i + 1; j < ascending.length; j++) {
                all = decisions.and(all, pair(ascending[i], ascending[j]));
            }
        }
        return all;
    }

    private Decision pair(int one, int other) {
        BitSet pair = new BitSet();
        pair.set(one);
        pair.set(other);
        return pairs.computeIfAbsent(pair, key -> find(key, decisions.constant(true)));
    }

    private Decision exactly(BitSet variables, Decision bound) {
        Decision known = cares.get(variables);
        if (known == null) {
            known = find(variables, bound);
            cares.put((BitSet) variables.clone(), known);
        }
        return known;
    }

    /** What can occur; {@code bound} is 1 wherever it can. */
    private Decision find(BitSet variables, Decision bound) {
        return cares.entrySet().stream()
                .filter(entry -> contains(entry.getKey(), variables))
                .findFirst()
                .map(entry -> project(entry.getValue(), variables))
                .orElseGet(() -> possibilities.project(variables, bound, assumptions()));
    }

    private static boolean contains(BitSet all, BitSet some) {
        BitSet missing = (BitSet) some.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }

    private Decision project(Decision care, BitSet variables) {
        BitSet hidden = decisions.support(care);
        hidden.andNot(variables);
        return decisions.exists(care, hidden);
    }

    private int[] assumptions() {
        return invariants.values().stream().mapToInt(Integer::intValue).toArray();
    }
}
