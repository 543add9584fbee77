package dev.pupil.runtime.bits.rule;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.runtime.bits.rule.StepRules.Rule;
import dev.pupil.runtime.bits.rule.StepRules.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads a filter's weights as functions of bits. Each hidden unit is a threshold: a weighted sum of bits, cut off at 0;
 * each channel is a weighted sum of units. Both are evaluated for all values of the bits at once, as decision diagrams.
 */
public final class RuleReader {
    /** Far more than a network of bits needs, and made within seconds. */
    private static final int MOST_NODES = 2_000_000;

    private final Filter filter;
    private final Diagrams diagrams = new Diagrams(MOST_NODES);
    private final ImmutableList<Input> inputs;
    private final ImmutableMap<Input, Integer> variables;
    private final List<Diagram> units = new ArrayList<>();

    private RuleReader(Filter filter) {
        this.filter = filter;
        this.inputs = inputs(filter);
        ImmutableMap.Builder<Input, Integer> numbers = ImmutableMap.builder();
        for (int variable = 0; variable < inputs.size(); variable++) {
            numbers.put(inputs.get(variable), variable);
        }
        this.variables = numbers.buildOrThrow();
    }

    /**
     * Reads the step of {@code filter}.
     *
     * @throws InexactNetworkException if it does not keep the lane as it is and the other channels whole numbers,
     *     whatever bits they hold
     * @throws Diagrams.TooManyNodesException if the rules are too entangled to be taken apart; whoever computes further
     *     with their diagrams can meet that, too
     */
    public static StepRules read(Filter filter) throws InexactNetworkException {
        return new RuleReader(filter).read();
    }

    /** What units read, the most read first; the lane's two planes together. */
    private static ImmutableList<Input> inputs(Filter filter) {
        Map<Input, Integer> readers =
                new TreeMap<>(Comparator.comparingInt(Input::plane).thenComparing(Input::at));
        int channels = filter.channels().size();
        for (int unit = 0; unit < filter.units().size(); unit++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int tap = 0; tap < Filter.TAPS; tap++) {
                    if (filter.convolution(unit, channel, tap) != 0) {
                        int plane = channel == 0 ? Planes.LANE_LOW : Planes.of(channel);
                        readers.merge(new Input(plane, Filter.offset(tap)), 1, Integer::sum);
                    }
                }
            }
        }
        ImmutableList.Builder<Input> inputs = ImmutableList.builder();
        readers.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Input, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed())
                .forEach(entry -> {
                    inputs.add(entry.getKey());
                    if (entry.getKey().plane() == Planes.LANE_LOW) {
                        inputs.add(new Input(Planes.LANE_HIGH, entry.getKey().at()));
                    }
                });
        return inputs.build();
    }

    private StepRules read() throws InexactNetworkException {
        Exactness exactness = new Exactness(filter);
        exactness.requireStep();
        for (int unit = 0; unit < filter.units().size(); unit++) {
            units.add(unit(unit));
        }
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            exactness.requireSum(channel, units);
        }
        requireLaneKept();
        ImmutableList.Builder<Rule> rules = ImmutableList.builder();
        for (int channel = 1; channel < filter.channels().size(); channel++) {
            rules.add(rule(channel));
        }
        return new StepRules(inputs, rules.build(), diagrams);
    }

    private String unitName(int unit) {
        return filter.units().get(unit).name();
    }

    /** relu(A ⊛ h + α). */
    private Diagram unit(int unit) {
        Diagram sum = diagrams.constant(filter.convolutionBias().values().get(unit));
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                double weight = filter.convolution(unit, channel, tap);
                if (weight != 0) {
                    Diagram value = channel == 0
                            ? lane(Filter.offset(tap))
                            : variable(new Input(Planes.of(channel), Filter.offset(tap)));
                    sum = diagrams.sum(sum, diagrams.map(value, each -> weight * each));
                }
            }
        }
        return diagrams.map(sum, value -> Math.max(0, value));
    }

    private Diagram variable(Input input) {
        return diagrams.variable(requireNonNull(variables.get(input), "an input that no unit reads"));
    }

    private Diagram lane(Offset at) {
        return Planes.lane(
                diagrams, variable(new Input(Planes.LANE_LOW, at)), variable(new Input(Planes.LANE_HIGH, at)));
    }

    /** Σ B·relu(A ⊛ h + α) + β. */
    private Diagram sum(int channel) {
        Diagram sum = diagrams.constant(filter.mixBias().values().get(channel));
        for (int unit = 0; unit < units.size(); unit++) {
            double weight = filter.mix(channel, unit);
            if (weight != 0) {
                sum = diagrams.sum(sum, diagrams.map(units.get(unit), value -> weight * value));
            }
        }
        return sum;
    }

    private void requireLaneKept() throws InexactNetworkException {
        Diagram lane = variables.containsKey(new Input(Planes.LANE_LOW, Offset.CENTER))
                ? lane(Offset.CENTER)
                : diagrams.constant(0);
        Diagram next = sum(0);
        if (next != lane) {
            throw new InexactNetworkException("channel %s does not stay as it is"
                    .formatted(filter.channels().get(0).name()));
        }
    }

    private Rule rule(int channel) throws InexactNetworkException {
        Diagram sum = sum(channel);
        for (double value : Diagrams.values(sum)) {
            if (Math.rint(value) != value) {
                throw fractional(channel, sum, value);
            }
        }
        Diagram escapes = diagrams.where(sum, value -> value != 0 && value != 1);
        Diagram ones = diagrams.where(sum, value -> value == 1);
        return new Rule(
                channel,
                filter.mixBias().values().get(channel),
                terms(channel),
                sum,
                diagrams.restrict(ones, diagrams.not(escapes)),
                escapes);
    }

    /**
     * The channel's sum of units as a sum of levels: a unit whose values are 0 < v₁ < v₂ … is v₁ where it is at least
     * v₁, and v₂ − v₁ more where it is at least v₂, and so on. Equal functions of different units are added up.
     */
    private ImmutableList<Term> terms(int channel) {
        Map<Diagram, Double> coefficients = new LinkedHashMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            double weight = filter.mix(channel, unit);
            if (weight != 0) {
                double below = 0;
                for (double level : Diagrams.values(units.get(unit))) {
                    if (level > 0) {
                        Diagram reached = diagrams.where(units.get(unit), value -> value >= level);
                        coefficients.merge(reached, weight * (level - below), Double::sum);
                        below = level;
                    }
                }
            }
        }
        return coefficients.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new Term(entry.getValue(), entry.getKey()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Names a unit that makes the channel {@code value}, which is no whole number. */
    private InexactNetworkException fractional(int channel, Diagram sum, double value) {
        BitSet ones = Diagrams.example(sum, each -> each == value);
        int culprit = IntStream.range(0, units.size())
                .filter(unit -> isFraction(filter.mix(channel, unit) * Diagrams.evaluate(units.get(unit), ones::get)))
                .findFirst()
                .orElse(-1);
        return new InexactNetworkException(
                culprit < 0
                        ? "channel %s is not a bit: its bias is %s"
                                .formatted(
                                        channelName(channel),
                                        filter.mixBias().values().get(channel))
                        : "hidden unit %s is not exact on bits: with it, channel %s can become %s"
                                .formatted(unitName(culprit), channelName(channel), value));
    }

    private static boolean isFraction(double value) {
        return Math.rint(value) != value;
    }

    private String channelName(int channel) {
        return filter.channels().get(channel).name();
    }
}
