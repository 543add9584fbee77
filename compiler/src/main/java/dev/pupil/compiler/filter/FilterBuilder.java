package dev.pupil.compiler.filter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import java.util.List;
import java.util.function.Function;

/** Writes circuits as tensors. */
public final class FilterBuilder {
    private static final int TAPS = 9;

    private final Circuit circuit;
    private final ImmutableMap<String, Integer> channels;
    private final ImmutableMap<String, Integer> units;

    private FilterBuilder(Circuit circuit) {
        this.circuit = circuit;
        this.channels = numbers(circuit.channels(), Channel::name);
        this.units = numbers(circuit.units(), Unit::name);
    }

    /** The circuit's numbers. */
    public static Filter build(Circuit circuit) {
        return new FilterBuilder(circuit).build();
    }

    private static <T> ImmutableMap<String, Integer> numbers(List<T> named, Function<T, String> name) {
        ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
        for (int i = 0; i < named.size(); i++) {
            numbers.put(name.apply(named.get(i)), i);
        }
        return numbers.buildOrThrow();
    }

    private static int number(ImmutableMap<String, Integer> numbers, String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("the circuit has no " + name);
        }
        return number;
    }

    private Filter build() {
        ImmutableList<UnitLabel> labels = circuit.units().stream()
                .map(unit -> new UnitLabel(unit.name(), unit.origin()))
                .collect(ImmutableList.toImmutableList());
        return new Filter(
                new Legend(circuit.name(), circuit.channels(), labels, circuit.encodings(), circuit.invariants()),
                convolutionWeight(),
                vector(circuit.units(), Unit::bias),
                mixWeight(),
                mixBias(),
                headHiddenWeight(),
                vector(circuit.head(), HeadUnit::bias),
                vector(circuit.head(), HeadUnit::coefficient),
                circuit.geometry());
    }

    private Tensor convolutionWeight() {
        double[] values = new double[units.size() * channels.size() * TAPS];
        for (Unit unit : circuit.units()) {
            for (Input input : unit.inputs()) {
                int filter = number(units, unit.name()) * channels.size() + number(channels, input.channel());
                int tap = 3 * (input.at().row() + 1) + input.at().column() + 1;
                values[filter * TAPS + tap] += input.weight();
            }
        }
        return Tensor.of(values, units.size(), channels.size(), 3, 3);
    }

    private Tensor mixWeight() {
        double[] values = new double[channels.size() * units.size()];
        for (Mix mix : circuit.mixes()) {
            for (Summand summand : mix.summands()) {
                int index = number(channels, mix.channel()) * units.size() + number(units, summand.unit());
                values[index] += summand.coefficient();
            }
        }
        return Tensor.of(values, channels.size(), units.size(), 1, 1);
    }

    private Tensor mixBias() {
        double[] values = new double[channels.size()];
        for (Mix mix : circuit.mixes()) {
            values[number(channels, mix.channel())] = mix.bias();
        }
        return Tensor.of(values, channels.size());
    }

    private Tensor headHiddenWeight() {
        double[] values = new double[circuit.head().size() * channels.size()];
        for (int j = 0; j < circuit.head().size(); j++) {
            for (Input input : circuit.head().get(j).inputs()) {
                values[j * channels.size() + number(channels, input.channel())] += input.weight();
            }
        }
        return Tensor.of(values, circuit.head().size(), channels.size());
    }

    private static <T> Tensor vector(List<T> items, Function<T, Double> value) {
        return Tensor.of(items.stream().mapToDouble(value::apply).toArray(), items.size());
    }
}
