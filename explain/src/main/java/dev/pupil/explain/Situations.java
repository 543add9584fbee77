package dev.pupil.explain;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Signal;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out where numbers have which values, and says it. */
final class Situations {
    /** More alternatives are no explanation. */
    static final int MOST_ALTERNATIVES = 6;

    /** More values are no explanation, either. */
    private static final int MOST_VALUES = 4;

    /** An exact condition may be longer: it is for programs. */
    private static final int MOST_EXACT = 64;

    private final Knowledge knowledge;
    private final Decisions decisions;
    private final Wording wording;

    Situations(Knowledge knowledge, Wording wording) {
        this.knowledge = knowledge;
        this.decisions = knowledge.decisions();
        this.wording = wording;
    }

    /** Where something is the case, in as few cubes as were found, within what can occur. */
    Optional<ImmutableList<Cube>> cubes(Decision condition, Decision care) {
        return new Cover(decisions, decisions.and(condition, care), decisions.and(care, decisions.not(condition)))
                .cubes(MOST_ALTERNATIVES);
    }

    /** What can occur, as a function of what the number depends on. */
    Decision care(Levels levels) {
        return knowledge.care(support(levels));
    }

    /** What the number depends on. */
    BitSet support(Levels levels) {
        BitSet support = new BitSet();
        levels.where().values().forEach(where -> support.or(decisions.support(where)));
        return support;
    }

    /**
     * When a number has which value, in words, a line for each; nothing if that takes too many. Where words would depend
     * on the time, there are lines for each time.
     *
     * @param care what can occur
     */
    Optional<String> cases(Levels levels, Decision care) {
        Optional<String> lines = lines(levels, care);
        if (lines.isPresent() && !lines.get().contains(Wording.AMBIGUOUS)) {
            return lines;
        }
        return wording.guard()
                .flatMap(guard -> lines(levels, care, new Layout.Guard(guard, false))
                        .flatMap(early -> lines(levels, care, new Layout.Guard(guard, true))
                                .map(late -> early + "\n" + late)))
                .or(() -> lines);
    }

    /** The lines for a time. */
    private Optional<String> lines(Levels levels, Decision care, Layout.Guard time) {
        Decision now = knowledge.holds(time, Offset.CENTER);
        BitSet support = support(levels);
        support.or(decisions.support(now));
        Decision within = decisions.and(decisions.and(care, knowledge.care(support)), now);
        String prefix = wording.time(time) + ": ";
        return lines(levels, within)
                .map(lines -> lines.lines().map(prefix::concat).collect(joining("\n")));
    }

    private Optional<String> lines(Levels levels, Decision care) {
        Map<BigDecimal, Decision> met =
                new TreeMap<>(levels.within(decisions, care).where());
        met.remove(BigDecimal.ZERO);
        if (met.isEmpty()) {
            return Optional.of("always 0");
        }
        if (met.size() > MOST_VALUES) {
            return Optional.empty();
        }
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (Map.Entry<BigDecimal, Decision> level : met.entrySet()) {
            Optional<ImmutableList<Cube>> cubes = cubes(level.getValue(), care);
            if (cubes.isEmpty()) {
                return Optional.empty();
            }
            lines.add(value(Formula.number(level.getKey()), cubes.get(), care));
        }
        return Optional.of(String.join("\n", lines.build()));
    }

    /** That something has a value where one of the cubes is the case, and what {@code within} says. */
    String value(String value, List<Cube> cubes, Decision within) {
        boolean isAlways = cubes.stream().anyMatch(cube -> cube.literals().isEmpty());
        return isAlways
                ? "always " + value
                : cubes.isEmpty()
                        ? "never " + value
                        : "%s where %s".formatted(value, wording.alternatives(cubes, within));
    }

    /** Whether the number has only the values 0 and 1 where {@code care} is 1. */
    boolean isBit(Levels levels, Decision care) {
        return levels.within(decisions, care).where().keySet().stream()
                .allMatch(value -> value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0);
    }

    /** Exactly where a condition holds, whatever the channels hold; nothing if it can't be written as a short term. */
    Optional<Term> exactly(Decision condition) {
        Decision consistent = knowledge.consistent(decisions.support(condition));
        return new Cover(
                        decisions,
                        decisions.and(condition, consistent),
                        decisions.and(consistent, decisions.not(condition)))
                .cubes(MOST_EXACT)
                .flatMap(this::term);
    }

    /** The cubes as a term over channels; nothing if they ask for the lane of a neighbour. */
    Optional<Term> term(List<Cube> cubes) {
        Term any = Terms.FALSE;
        for (Cube cube : cubes) {
            Term all = Terms.TRUE;
            BitSet lane = new BitSet();
            for (Map.Entry<Integer, Boolean> literal : cube.literals().entrySet()) {
                switch (knowledge.signal(literal.getKey())) {
                    case Signal.Channel channel -> {
                        Term one = Terms.read(channel.name(), new Offset(channel.row(), channel.column()));
                        all = Terms.and(all, literal.getValue() ? one : Terms.not(one));
                    }
                    case Signal.Lane step -> {
                        if (step.row() != 0 || step.column() != 0) {
                            // Terms ask for the lane of the pixel itself alone.
                            return Optional.empty();
                        }
                        lane.set(literal.getKey());
                    }
                    case Signal.After after -> throw new IllegalStateException("weights do not look ahead: " + after);
                }
            }
            any = Terms.or(any, lane.isEmpty() ? all : Terms.and(laneTerm(cube), all));
        }
        return Optional.of(any);
    }

    /** That the lane has one of the values that the cube admits. */
    private Term laneTerm(Cube cube) {
        Term any = Terms.FALSE;
        for (int value : Wording.laneValues(cube, Offset.CENTER, knowledge)) {
            any = Terms.or(any, new Term.Lane(value));
        }
        return any;
    }
}
