package dev.pupil.explain;

import com.google.common.collect.Multimap;
import com.google.common.collect.MultimapBuilder;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.filter.Filter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a hidden unit counts, where its cases are too many to list. */
final class Tally {
    /** More than this are no explanation. */
    private static final int MOST_INPUTS = 24;

    private final Filter filter;
    private final Knowledge knowledge;
    private final Wording wording;

    Tally(Filter filter, Knowledge knowledge, Wording wording) {
        this.filter = filter;
        this.knowledge = knowledge;
        this.wording = wording;
    }

    /** A hidden unit of which nothing is known as {@link #of(int, Decision)}. */
    String of(int unit) {
        return of(unit, knowledge.decisions().constant(true));
    }

    /**
     * A hidden unit as a sum of points for what is the case: a weight below 0 gives points for what is not.
     *
     * @param positive where it can be more than 0
     */
    String of(int unit, Decision positive) {
        List<Layout.Guard> times = times(positive);
        Decision within = knowledge.decisions().constant(true);
        for (Layout.Guard time : times) {
            within = knowledge.decisions().and(within, knowledge.holds(time, Offset.CENTER));
        }
        String prefix = times.isEmpty() ? "" : wording.time(times.getFirst()) + ": ";
        return prefix + points(unit, within);
    }

    /** The time, if there is only one, when the unit can be more than 0. */
    private List<Layout.Guard> times(Decision positive) {
        return wording.guard().stream()
                .flatMap(guard -> Stream.of(new Layout.Guard(guard, false), new Layout.Guard(guard, true)))
                .filter(time -> !isPossible(positive, new Layout.Guard(time.channel(), !time.value())))
                .limit(1)
                .toList();
    }

    private boolean isPossible(Decision positive, Layout.Guard time) {
        return knowledge.isPossible(knowledge.decisions().and(positive, knowledge.holds(time, Offset.CENTER)));
    }

    private String points(int unit, Decision within) {
        Multimap<BigDecimal, String> points =
                MultimapBuilder.treeKeys().arrayListValues().build();
        BigDecimal constant = Levels.exact(filter.convolutionBias().values().get(unit));
        for (int channel = 1; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                double weight = filter.convolution(unit, channel, tap);
                if (weight != 0) {
                    points.put(Levels.exact(Math.abs(weight)), condition(channel, tap, weight > 0, within));
                    constant = constant.add(Levels.exact(Math.min(0, weight)));
                }
            }
        }
        String lane = lane(unit);
        if (points.size() > MOST_INPUTS || (points.isEmpty() && lane.isEmpty())) {
            return "what its sum gives: it has too many cases to list";
        }
        String text = points.asMap().entrySet().stream()
                .map(entry -> Formula.number(entry.getKey()) + " for each of " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
        String rest = constant.signum() == 0
                ? ""
                : (constant.signum() < 0 ? "; less " : "; and ") + Formula.number(constant.abs());
        return "the sum of " + lane + (lane.isEmpty() || text.isEmpty() ? "" : "; ") + text + rest
                + "; 0 if that is negative";
    }

    private String condition(int channel, int tap, boolean value, Decision within) {
        Offset at = Filter.offset(tap);
        Decision one = knowledge.channel(filter.channels().get(channel).name(), at);
        int variable = knowledge.decisions().support(one).nextSetBit(0);
        return "(" + wording.alternatives(List.of(Cube.of(Map.of(variable, value))), within) + ")";
    }

    private String lane(int unit) {
        Formula formula = new Formula();
        for (int tap = 0; tap < Filter.TAPS; tap++) {
            formula.add(filter.convolution(unit, 0, tap), "lane" + Filter.offset(tap));
        }
        return formula.isEmpty() ? "" : formula.text();
    }
}
