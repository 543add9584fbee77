package dev.pupil.runtime.automaton;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.circuit.FieldReader;
import java.util.List;
import java.util.function.Function;

/** Executes a circuit pixel by pixel, as the arithmetic that it stands for. Slow and plain: a reference for engines. */
public final class CircuitSimulator {
    private final Circuit circuit;
    private final ImmutableMap<String, Integer> channels;
    private final ImmutableMap<String, Integer> units;
    private final FieldReader fields;

    /** A simulator of {@code circuit}. */
    public CircuitSimulator(Circuit circuit) {
        this.circuit = circuit;
        this.channels = numbers(circuit.channels(), Channel::name);
        this.units = numbers(circuit.units(), Unit::name);
        this.fields = new FieldReader(circuit.channels(), circuit.encodings());
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

    /** An image between two steps: a value for every channel, row and column. */
    public static final class Image {
        private final double[][][] values;

        private Image(double[][][] values) {
            this.values = values;
        }

        /** Number of rows. */
        public int rows() {
            return values[0].length;
        }

        /** Number of columns. */
        public int columns() {
            return values[0][0].length;
        }
    }

    /**
     * The image before the first step.
     *
     * @param lane the analog lane by row and column
     */
    public Image start(int[][] lane) {
        double[][][] values = new double[circuit.channels().size()][lane.length][lane[0].length];
        for (int row = 0; row < lane.length; row++) {
            for (int column = 0; column < lane[row].length; column++) {
                values[0][row][column] = lane[row][column];
            }
        }
        return new Image(values);
    }

    /** The image after one more step. */
    public Image step(Image image) {
        double[] hidden = new double[circuit.units().size()];
        double[][][] next = new double[circuit.channels().size()][image.rows()][image.columns()];
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                for (int unit = 0; unit < hidden.length; unit++) {
                    hidden[unit] = relu(image, circuit.units().get(unit), row, column);
                }
                for (Mix mix : circuit.mixes()) {
                    double sum = mix.bias();
                    for (Summand summand : mix.summands()) {
                        sum += summand.coefficient() * hidden[number(units, summand.unit())];
                    }
                    next[number(channels, mix.channel())][row][column] = sum;
                }
            }
        }
        return new Image(next);
    }

    /** The network's output: the head summed over all pixels. */
    public double output(Image image) {
        double output = 0;
        for (int row = 0; row < image.rows(); row++) {
            for (int column = 0; column < image.columns(); column++) {
                for (HeadUnit unit : circuit.head()) {
                    output += unit.coefficient() * Math.max(0, sum(image, unit.inputs(), row, column) + unit.bias());
                }
            }
        }
        return output;
    }

    private double relu(Image image, Unit unit, int row, int column) {
        return Math.max(0, sum(image, unit.inputs(), row, column) + unit.bias());
    }

    private double sum(Image image, List<Input> inputs, int row, int column) {
        double sum = 0;
        for (Input input : inputs) {
            int atRow = row + input.at().row();
            int atColumn = column + input.at().column();
            if (atRow >= 0 && atRow < image.rows() && atColumn >= 0 && atColumn < image.columns()) {
                sum += input.weight() * image.values[number(channels, input.channel())][atRow][atColumn];
            }
        }
        return sum;
    }

    /**
     * The value of the field called {@code name} at a pixel.
     *
     * @throws IllegalArgumentException if there is no such field
     * @throws IllegalStateException if the channels hold no code of the field
     */
    public int field(Image image, String name, int row, int column) {
        return fields.value(name, channel -> image.values[channel][row][column]);
    }
}
