package dev.pupil.explain;

import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.TermEvaluator;
import dev.pupil.compiler.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What hidden units can see, and what they make of it by plain arithmetic. */
final class Neighbourhoods {
    private final Filter filter;
    private final int unit;

    /** The weights that are not 0. */
    private final List<Input> inputs = new ArrayList<>();

    Neighbourhoods(Filter filter, int unit) {
        this.filter = filter;
        this.unit = unit;
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                if (filter.convolution(unit, channel, tap) != 0) {
                    inputs.add(new Input(channel, tap));
                }
            }
        }
    }

    private record Input(int channel, int tap) {}

    /** How many bits a unit's inputs have, the lane's four values two. */
    int bits() {
        return inputs.stream().mapToInt(input -> input.channel == 0 ? 2 : 1).sum();
    }

    /** Everything that the unit can see: each bit 0 and 1, the lane −1 to 2. */
    void all(Consumer<Seen> each) {
        for (int code = 0; code < 1 << bits(); code++) {
            double[][] values = new double[filter.channels().size()][Filter.TAPS];
            int rest = code;
            for (Input input : inputs) {
                int base = input.channel == 0 ? 4 : 2;
                values[input.channel][input.tap] = rest % base - (input.channel == 0 ? 1 : 0);
                rest /= base;
            }
            each.accept(new Seen(values));
        }
    }

    /** A neighbourhood's channels at each tap. */
    final class Seen implements TermEvaluator.Neighbourhood {
        private final double[][] values;

        Seen(double[][] values) {
            this.values = values;
        }

        /** What the unit's sum is, before it is cut off. */
        double sum() {
            double sum = filter.convolutionBias().values().get(unit);
            for (Input input : inputs) {
                sum += filter.convolution(unit, input.channel, input.tap) * values[input.channel][input.tap];
            }
            return sum;
        }

        @Override
        public int field(String name, Offset at) {
            for (int channel = 0; channel < filter.channels().size(); channel++) {
                if (filter.channels().get(channel).name().equals(name)) {
                    return (int) values[channel][(at.row() + 1) * 3 + at.column() + 1];
                }
            }
            throw new AssertionError("no channel " + name);
        }

        @Override
        public int lane() {
            return (int) values[0][Filter.TAPS / 2];
        }

        @Override
        public String toString() {
            TreeMap<String, Double> seen = new TreeMap<>();
            inputs.forEach(input -> seen.put(
                    filter.channels().get(input.channel).name() + Filter.offset(input.tap),
                    values[input.channel][input.tap]));
            return seen.toString();
        }
    }
}
