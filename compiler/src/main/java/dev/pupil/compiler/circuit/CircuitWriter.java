package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.circuit.logic.Threshold;
import dev.pupil.compiler.circuit.symbolic.LaneStep;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Signal;
import dev.pupil.compiler.circuit.symbolic.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives names to channels and units and writes the circuit down. Every unit is written once, however many use it. */
public final class CircuitWriter {
    /** The first channel's name. */
    public static final String LANE = Role.LANE.field();

    /** By how much a gate that is closed lowers a step: at least the most that 2·lane − ½ can be. */
    private static final int GATE = 4;

    private final Symbols symbols;
    private final UnitOrigins origins;
    private final List<Unit> units = new ArrayList<>();
    private final List<Mix> mixes = new ArrayList<>();
    private final Map<Threshold, String> plainUnits = new LinkedHashMap<>();
    private final Map<GatedStep, ImmutableList<Summand>> stepUnits = new LinkedHashMap<>();

    CircuitWriter(Symbols symbols, UnitOrigins origins) {
        this.symbols = symbols;
        this.origins = origins;
    }

    /**
     * The circuit.
     *
     * @param rules every channel but the lane
     * @param realisations how they are computed, in the same order
     */
    Circuit write(List<ChannelRule> rules, List<Realisation> realisations) {
        Automaton automaton = symbols.automaton();
        ImmutableList.Builder<Channel> written = ImmutableList.builder();
        written.add(new Channel(LANE, ImmutableList.of(Role.LANE)));
        writeLane();
        for (int i = 0; i < rules.size(); i++) {
            ChannelRule rule = rules.get(i);
            written.add(new Channel(
                    rule.name(),
                    rule.parts().stream().map(CircuitWriter::role).collect(ImmutableList.toImmutableList())));
            write(rule, realisations.get(i));
        }
        return new Circuit(
                automaton.name(),
                written.build(),
                ImmutableList.copyOf(units),
                ImmutableList.copyOf(mixes),
                head(automaton.head()),
                automaton.geometry(),
                symbols.layout().encodings(),
                automaton.invariants());
    }

    private static Role role(ChannelRule.Part part) {
        Field field = part.field();
        return new Role(field.name(), part.bit(), part.when(), field.meaning(), field.origin());
    }

    /** The lane is carried unchanged: relu(a + 2) − 2. */
    private void writeLane() {
        units.add(new Unit("lane#1", ImmutableList.of(input(LANE, 1)), 2, Role.LANE.origin()));
        mixes.add(new Mix(LANE, ImmutableList.of(new Summand("lane#1", 1)), -2));
    }

    private void write(ChannelRule rule, Realisation realisation) {
        ImmutableList.Builder<Summand> summands = ImmutableList.builder();
        int first = units.size();
        realisation
                .plain()
                .coefficients()
                .forEach((threshold, coefficient) -> summands.add(new Summand(
                        plainUnits.computeIfAbsent(threshold, key -> {
                            String name = name(rule, first);
                            units.add(new Unit(name, inputs(key, 1), key.bias(), origins.of(key)));
                            return name;
                        }),
                        coefficient)));
        realisation
                .steps()
                .forEach((step, coefficient) -> stepUnits
                        .computeIfAbsent(step, key -> stepUnits(rule, first, key))
                        .forEach(summand ->
                                summands.add(new Summand(summand.unit(), coefficient * summand.coefficient()))));
        mixes.add(new Mix(rule.name(), summands.build(), realisation.plain().bias()));
    }

    /** The name of the next unit: after the channel and how many units have been added since there were {@code first}. */
    private String name(ChannelRule rule, int first) {
        return rule.name() + "#" + (units.size() - first + 1);
    }

    /** A step is the difference of two units, half a step before and after the middle between two values of the lane. */
    private ImmutableList<Summand> stepUnits(ChannelRule rule, int first, GatedStep step) {
        ImmutableList<Input> inputs = ImmutableList.<Input>builder()
                .add(input(LANE, step.step() == LaneStep.NEGATIVE ? -2 : 2))
                .addAll(inputs(step.gate(), GATE))
                .build();
        double start = (step.step() == LaneStep.WORKSPACE ? -2.5 : -0.5)
                + GATE * (step.gate().bias() - 1);
        Origin origin = origins.of(step);
        Unit begin = new Unit(name(rule, first), inputs, start, origin);
        units.add(begin);
        Unit end = new Unit(name(rule, first), inputs, start - 1, origin);
        units.add(end);
        return ImmutableList.of(new Summand(begin.name(), 1), new Summand(end.name(), -1));
    }

    private ImmutableList<Input> inputs(Threshold threshold, int factor) {
        return threshold.weights().entrySet().stream()
                .map(weight -> {
                    Signal signal = symbols.signal(weight.getKey());
                    return new Input(
                            channel(signal), new Offset(signal.row(), signal.column()), factor * weight.getValue());
                })
                .collect(ImmutableList.toImmutableList());
    }

    private String channel(Signal signal) {
        return switch (signal) {
            case Signal.Lane lane -> throw new IllegalArgumentException("a threshold reads the lane: " + lane);
            case Signal.After after -> throw new IllegalArgumentException("a threshold looks ahead: " + after);
            case Signal.Channel channel -> channel.name();
        };
    }

    /** The lane counts where {@code select} is 1, with slope 1, and nowhere else; an answer counts 1 or −1. */
    private ImmutableList<HeadUnit> head(Automaton.Head head) {
        ImmutableList<Input> select = all(4, head.select());
        ImmutableList<Input> memorise = ImmutableList.<Input>builder()
                .add(input(LANE, 1))
                .addAll(select)
                .build();
        ImmutableList<Input> answer = all(1, head.answered(), head.answer());
        ImmutableList<Input> answered = all(1, head.answered());
        return ImmutableList.of(
                new HeadUnit("memorise#1", memorise, 1 - positive(select), 1),
                new HeadUnit("memorise#2", select, 1 - positive(select), -1),
                new HeadUnit("answer#1", answer, 1 - positive(answer), 2),
                new HeadUnit("answer#2", answered, 1 - positive(answered), -1));
    }

    /** Inputs that say that all these fields are 1: the channels that hold them, and that it is the time when they do. */
    private ImmutableList<Input> all(int factor, String... fields) {
        Map<String, Integer> literals = new LinkedHashMap<>();
        for (String field : fields) {
            Layout.Place place = symbols.layout().place(new Layout.Bit(field, 0));
            boolean plain = symbols.layout().encoding(field).code(1) == 1;
            literals.put(place.channel(), plain ? factor : -factor);
            place.guard().ifPresent(guard -> literals.put(guard.channel(), guard.value() ? factor : -factor));
        }
        return literals.entrySet().stream()
                .map(literal -> input(literal.getKey(), literal.getValue()))
                .collect(ImmutableList.toImmutableList());
    }

    private static double positive(List<Input> inputs) {
        return inputs.stream().mapToDouble(input -> Math.max(0, input.weight())).sum();
    }

    private static Input input(String channel, double weight) {
        return new Input(channel, Offset.CENTER, weight);
    }
}
