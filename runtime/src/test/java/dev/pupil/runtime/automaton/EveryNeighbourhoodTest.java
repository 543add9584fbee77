package dev.pupil.runtime.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.circuit.ChannelSharing;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.circuit.CircuitBuilder;
import dev.pupil.compiler.circuit.CircuitWriter;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.symbolic.InvariantProver;
import dev.pupil.compiler.circuit.symbolic.LaneStep;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import dev.pupil.compiler.circuit.symbolic.Signal;
import dev.pupil.compiler.circuit.symbolic.Symbols;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A channel's next value is right in every neighbourhood that can occur, and no unit can be done without. */
class EveryNeighbourhoodTest {
    private static final Automaton PARITY = InvariantProver.prove(ParityAutomaton.build());

    private static final Layout LAYOUT = ChannelSharing.layout(PARITY, Layout.separate(PARITY));
    private static final Circuit CIRCUIT = CircuitBuilder.build(PARITY, LAYOUT);

    private final Symbols symbols = new Symbols(PARITY, LAYOUT);
    private final Reachable reachable = new Reachable(symbols, PARITY.invariants(), 1);

    @Test
    void everyChannelIsRightInEveryNeighbourhood() {
        for (Mix mix : CIRCUIT.mixes().subList(1, CIRCUIT.mixes().size())) {
            assertThat(firstDifference(mix, CIRCUIT.units())).as(mix.channel()).isEmpty();
        }
    }

    @Test
    void everyUnitIsNeeded() {
        for (Mix mix : CIRCUIT.mixes().subList(1, CIRCUIT.mixes().size())) {
            for (Summand summand : mix.summands()) {
                ImmutableList<Summand> others = mix.summands().stream()
                        .filter(other -> !other.equals(summand))
                        .collect(ImmutableList.toImmutableList());
                Mix broken = new Mix(mix.channel(), others, mix.bias());
                assertThat(firstDifference(broken, CIRCUIT.units()))
                        .as("%s without %s", mix.channel(), summand.unit())
                        .isPresent();
            }
        }
    }

    @Test
    void aBiasThatIsOneTooHighIsNoticed() {
        for (Mix mix : CIRCUIT.mixes().subList(1, CIRCUIT.mixes().size())) {
            for (Summand summand : mix.summands()) {
                List<Unit> broken = CIRCUIT.units().stream()
                        .map(unit -> unit.name().equals(summand.unit())
                                ? new Unit(unit.name(), unit.inputs(), unit.bias() + 1, unit.origin())
                                : unit)
                        .toList();
                assertThat(firstDifference(mix, broken))
                        .as("%s with %s raised", mix.channel(), summand.unit())
                        .isPresent();
            }
        }
    }

    /** A neighbourhood that can occur, by the variables that are 1, in which the sum is not the channel's next value. */
    private Optional<BitSet> firstDifference(Mix mix, List<Unit> units) {
        Decision expected = symbols.decisions().constant(false);
        for (Layout.Bit bit : LAYOUT.channels().get(mix.channel())) {
            expected = symbols.decisions()
                    .or(expected, symbols.next(PARITY.field(bit.field()), 0, 0).get(bit.number()));
        }
        Decision next = expected;
        BitSet variables = symbols.decisions().support(next);
        mix.summands()
                .forEach(summand -> unit(units, summand.unit()).inputs().forEach(input -> read(input, variables)));
        int[] ascending = variables.stream().toArray();
        return Decisions.assignments(reachable.care(variables), ascending).stream()
                .map(assignment -> ones(assignment, ascending))
                .filter(ones -> value(mix, units, ones) != (Decisions.evaluate(next, ones) ? 1 : 0))
                .filter(ones -> occurs(ones, ascending))
                .findFirst();
    }

    /** Whether the variables can have these values; {@link Reachable#care} may allow more. */
    private boolean occurs(BitSet ones, int[] variables) {
        Decision all = symbols.decisions().constant(true);
        for (int variable : variables) {
            Decision one = symbols.decisions().variable(variable);
            all = symbols.decisions()
                    .and(all, ones.get(variable) ? one : symbols.decisions().not(one));
        }
        return reachable.example(all).isPresent();
    }

    private static BitSet ones(long assignment, int[] variables) {
        BitSet ones = new BitSet();
        for (int i = 0; i < variables.length; i++) {
            ones.set(variables[i], (assignment >> i & 1) == 1);
        }
        return ones;
    }

    private void read(Input input, BitSet variables) {
        if (input.channel().equals(CircuitWriter.LANE)) {
            for (LaneStep step : LaneStep.values()) {
                variables.set(symbols.variable(new Signal.Lane(step, 0, 0)));
            }
        } else {
            variables.set(variable(input));
        }
    }

    private int variable(Input input) {
        return symbols.variable(
                new Signal.Channel(input.channel(), input.at().row(), input.at().column()));
    }

    private static Unit unit(List<Unit> units, String name) {
        return units.stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private double value(Mix mix, List<Unit> units, BitSet ones) {
        double sum = mix.bias();
        for (Summand summand : mix.summands()) {
            Unit unit = unit(units, summand.unit());
            double inside = unit.bias();
            for (Input input : unit.inputs()) {
                inside += input.weight() * value(input, ones);
            }
            sum += summand.coefficient() * Math.max(0, inside);
        }
        return sum;
    }

    private int value(Input input, BitSet ones) {
        if (!input.channel().equals(CircuitWriter.LANE)) {
            return ones.get(variable(input)) ? 1 : 0;
        }
        int lane = 0;
        for (LaneStep step : LaneStep.values()) {
            boolean taken = ones.get(symbols.variable(new Signal.Lane(step, 0, 0)));
            lane += taken ? (step == LaneStep.NEGATIVE ? -1 : 1) : 0;
        }
        return lane;
    }
}
