package dev.pupil.compiler.symbolic;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.logic.Decision;
import dev.pupil.compiler.logic.Decisions;
import dev.pupil.compiler.program.Sizes;
import dev.pupil.compiler.term.Term;
import dev.pupil.compiler.term.Terms;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of the bits around a pixel of the image, between any two steps. Before the first step all bits are 0,
 * {@code inside} too; after it {@code inside} is 1 exactly in the image, a rectangle, and everything else rests
 * outside. At pixels of the image the invariants hold.
 */
public final class Reachable {
    /** How far from the centre pixel signals may lie. */
    public static final int RADIUS = 2;

    private final Symbols symbols;
    private final Decisions decisions;
    private final List<Term> invariants;
    private final boolean workspace;

    /** The invariants at the pixels in range, once they have been asked for. */
    private final List<Instance> instances = new ArrayList<>();

    private record Instance(Decision holds, BitSet support) {}

    /**
     * Knowledge about an automaton's runs.
     *
     * @param invariants bits that are 1 at every pixel of the image after any number of steps, none at all included
     */
    public Reachable(Symbols symbols, List<Term> invariants) {
        this.symbols = symbols;
        this.decisions = symbols.decisions();
        this.invariants = List.copyOf(invariants);
        this.workspace = hasWorkspace(symbols.automaton().geometry());
    }

    /** Whether the lane can hold 2, because an image can have more than m + 1 rows or d + 1 columns. */
    public static boolean hasWorkspace(Automaton.Geometry geometry) {
        return !geometry.rows().toString().equals("m + 1")
                || !geometry.columns().toString().equals("d + 1");
    }

    /**
     * A condition on the given variables that holds whenever they can occur together. It may be weaker than the truth.
     */
    public Decision care(BitSet variables) {
        List<Decision> first = constraints(variables);
        BitSet reached = (BitSet) variables.clone();
        first.forEach(constraint -> reached.or(decisions.support(constraint)));
        List<Decision> all = new ArrayList<>(first);
        for (Decision constraint : constraints(reached)) {
            BitSet beyond = decisions.support(constraint);
            beyond.andNot(reached);
            if (beyond.isEmpty()) {
                all.add(constraint);
            }
        }
        return conjunction(all, variables);
    }

    /** Conjunction of the constraints, in which variables that are not kept are quantified as early as possible. */
    private Decision conjunction(List<Decision> constraints, BitSet kept) {
        List<Decision> rest = new ArrayList<>(new LinkedHashSet<>(constraints));
        rest.sort(Comparator.comparingInt(decisions::lastVariable).thenComparing(Decisions.ORDER));
        Decision all = decisions.constant(true);
        while (!rest.isEmpty()) {
            all = decisions.and(all, rest.removeFirst());
            BitSet hidden = decisions.support(all);
            hidden.andNot(kept);
            rest.forEach(constraint -> hidden.andNot(decisions.support(constraint)));
            all = decisions.exists(all, hidden);
        }
        return all;
    }

    /** Constraints in which one of the variables occurs, and those on {@code inside} wherever a variable lies. */
    private List<Decision> constraints(BitSet variables) {
        Set<Position> positions = new LinkedHashSet<>();
        List<Decision> constraints = new ArrayList<>();
        variables.stream().mapToObj(symbols::signal).forEach(signal -> {
            Position position = new Position(signal.row(), signal.column());
            positions.add(position);
            constraints.addAll(ofSignal(signal, position));
        });
        positions.forEach(position -> constraints.addAll(rectangle(position)));
        constraints.addAll(invariantsOn(variables));
        return constraints;
    }

    private record Position(int row, int column) {}

    private List<Decision> ofSignal(Signal signal, Position position) {
        return switch (signal) {
            case Signal.Lane lane -> laneIsConsistent(lane.row(), lane.column());
            case Signal.Bit bit -> {
                Decision rests = decisions.not(symbols.decision(bit));
                List<Decision> constraints = new ArrayList<>();
                constraints.add(decisions.or(inside(position), rests));
                Encoding encoding = symbols.encoding(bit.field());
                if (encoding.codes().size() < 1 << encoding.bits()) {
                    constraints.add(encoding.codes().keySet().stream()
                            .map(value -> symbols.has(bit.field(), value, bit.row(), bit.column()))
                            .reduce(decisions.constant(false), decisions::or));
                }
                yield constraints;
            }
        };
    }

    private List<Decision> laneIsConsistent(int row, int column) {
        Decision some = decisions.constant(false);
        for (int value = -1; value <= (workspace ? 2 : 1); value++) {
            some = decisions.or(some, symbols.lane(value, row, column));
        }
        return List.of(some);
    }

    private Decision inside(Position position) {
        return inside(position.row(), position.column());
    }

    private Decision inside(int row, int column) {
        return symbols.decision(new Signal.Bit(Automaton.INSIDE, 0, row, column));
    }

    /** What a pixel of the centre's row, or column, or neither, tells about {@code inside}. */
    private List<Decision> rectangle(Position position) {
        int row = position.row();
        int column = position.column();
        List<Decision> constraints = new ArrayList<>();
        if (row != 0 && column != 0) {
            constraints.add(
                    decisions.not(decisions.xor(inside(position), decisions.and(inside(row, 0), inside(0, column)))));
        }
        if (row != 0) {
            constraints.add(decisions.implies(inside(row, 0), inside(row - Integer.signum(row), 0)));
        }
        if (column != 0) {
            constraints.add(decisions.implies(inside(0, column), inside(0, column - Integer.signum(column))));
        }
        Automaton.Geometry geometry = symbols.automaton().geometry();
        Sizes least = new Sizes(1, 1);
        if (row != 0 && geometry.rows().at(least) >= 2) {
            constraints.add(decisions.implies(inside(0, 0), decisions.or(inside(-1, 0), inside(1, 0))));
        }
        if (column != 0 && geometry.columns().at(least) >= 2) {
            constraints.add(decisions.implies(inside(0, 0), decisions.or(inside(0, -1), inside(0, 1))));
        }
        return constraints;
    }

    private List<Decision> invariantsOn(BitSet variables) {
        if (instances.isEmpty()) {
            invariants.forEach(this::instantiate);
        }
        return instances.stream()
                .filter(instance -> instance.support().intersects(variables))
                .map(Instance::holds)
                .toList();
    }

    /** Adds the invariant at all pixels from which it sees nothing out of range. */
    private void instantiate(Term invariant) {
        for (int row = -RADIUS; row <= RADIUS; row++) {
            for (int column = -RADIUS; column <= RADIUS; column++) {
                if (inRange(invariant, row, column)) {
                    Decision here = decisions.implies(inside(row, column), symbols.holds(invariant, row, column));
                    instances.add(new Instance(here, decisions.support(here)));
                }
            }
        }
    }

    private static boolean inRange(Term invariant, int row, int column) {
        return Terms.reads(invariant).stream()
                .allMatch(read -> Math.abs(row + read.at().row()) <= RADIUS
                        && Math.abs(column + read.at().column()) <= RADIUS);
    }
}
