package dev.pupil.compiler.circuit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.logic.Threshold;
import dev.pupil.compiler.symbolic.LaneStep;
import dev.pupil.compiler.symbolic.Signal;
import dev.pupil.compiler.symbolic.Symbols;
import dev.pupil.compiler.term.Offset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives names to channels and units and writes the circuit down. Every unit is written once, however many use it. */
final class CircuitWriter {
    /** The first channel's name. */
    static final String LANE = "lane";

    private static final Origin LANE_ORIGIN = new Origin("lane", Optional.empty());

    private final Symbols symbols;
    private final ImmutableMap<Signal, String> channels;
    private final List<Unit> units = new ArrayList<>();
    private final List<Mix> mixes = new ArrayList<>();
    private final Map<Threshold, String> plainUnits = new LinkedHashMap<>();
    private final Map<GatedStep, ImmutableList<Summand>> stepUnits = new LinkedHashMap<>();

    CircuitWriter(Symbols symbols, List<NextBit> bits) {
        this.symbols = symbols;
        this.channels = bits.stream()
                .collect(ImmutableMap.toImmutableMap(
                        bit -> new Signal.Bit(bit.field().name(), bit.bit(), 0, 0), NextBit::name));
    }

    /**
     * The circuit.
     *
     * @param bits every bit of every field
     * @param realisations how they are computed, in the same order
     */
    Circuit write(List<NextBit> bits, List<Realisation> realisations) {
        Automaton automaton = symbols.automaton();
        ImmutableList.Builder<Channel> written = ImmutableList.builder();
        written.add(new Channel(
                LANE, ImmutableList.of(new Role(LANE, 0, "", "memory times input, or workspace", LANE_ORIGIN))));
        writeLane();
        for (int i = 0; i < bits.size(); i++) {
            NextBit bit = bits.get(i);
            Field field = bit.field();
            written.add(new Channel(
                    bit.name(),
                    ImmutableList.of(new Role(field.name(), bit.bit(), "", field.meaning(), field.origin()))));
            write(bit, realisations.get(i));
        }
        return new Circuit(
                automaton.name(),
                written.build(),
                ImmutableList.copyOf(units),
                ImmutableList.copyOf(mixes),
                head(automaton.head()),
                automaton.geometry(),
                symbols.encodings());
    }

    /** The lane is carried unchanged: relu(a + 2) − 2. */
    private void writeLane() {
        units.add(new Unit("lane#1", ImmutableList.of(input(LANE, 1)), 2, LANE_ORIGIN));
        mixes.add(new Mix(LANE, ImmutableList.of(new Summand("lane#1", 1)), -2));
    }

    private void write(NextBit bit, Realisation realisation) {
        ImmutableList.Builder<Summand> summands = ImmutableList.builder();
        int number = units.size();
        realisation
                .plain()
                .coefficients()
                .forEach((threshold, coefficient) -> summands.add(new Summand(
                        plainUnits.computeIfAbsent(threshold, key -> unit(bit, number, inputs(key, 1), key.bias())),
                        coefficient)));
        realisation
                .steps()
                .forEach((step, coefficient) -> stepUnits
                        .computeIfAbsent(step, key -> stepUnits(bit, number, key))
                        .forEach(summand ->
                                summands.add(new Summand(summand.unit(), coefficient * summand.coefficient()))));
        mixes.add(new Mix(bit.name(), summands.build(), realisation.plain().bias()));
    }

    /** Adds a unit, named after the bit and how many units it has added since there were {@code first}. */
    private String unit(NextBit bit, int first, ImmutableList<Input> inputs, double bias) {
        String name = bit.name() + "#" + (units.size() - first + 1);
        units.add(new Unit(name, inputs, bias, bit.field().origin()));
        return name;
    }

    /** A step is the difference of two units, half a step before and after the middle between two values of the lane. */
    private ImmutableList<Summand> stepUnits(NextBit bit, int first, GatedStep step) {
        ImmutableList<Input> inputs = ImmutableList.<Input>builder()
                .add(input(LANE, step.step() == LaneStep.NEGATIVE ? -2 : 2))
                .addAll(inputs(step.gate(), GATE))
                .build();
        double start = (step.step() == LaneStep.WORKSPACE ? -2.5 : -0.5)
                + GATE * (step.gate().bias() - 1);
        return ImmutableList.of(
                new Summand(unit(bit, first, inputs, start), 1), new Summand(unit(bit, first, inputs, start - 1), -1));
    }

    /** By how much a gate that is closed lowers a step: at least the most that 2·lane − ½ can be. */
    private static final int GATE = 4;

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
            case Signal.Bit bit -> channels.getOrDefault(new Signal.Bit(bit.field(), bit.bit(), 0, 0), bit.field());
        };
    }

    /**
     * The lane counts where {@code select} is 1, with slope 1, and nowhere else; an answer counts 1 or −1.
     */
    private static ImmutableList<HeadUnit> head(Automaton.Head head) {
        return ImmutableList.of(
                new HeadUnit("memorise#1", ImmutableList.of(input(LANE, 1), input(head.select(), 4)), -3, 1),
                new HeadUnit("memorise#2", ImmutableList.of(input(head.select(), 4)), -3, -1),
                new HeadUnit("answer#1", ImmutableList.of(input(head.answered(), 1), input(head.answer(), 1)), -1, 2),
                new HeadUnit("answer#2", ImmutableList.of(input(head.answered(), 1)), 0, -1));
    }

    private static Input input(String channel, double weight) {
        return new Input(channel, Offset.CENTER, weight);
    }
}
