package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Unit;
import dev.pupil.compiler.text.antlr.StagesParser;
import dev.pupil.compiler.text.antlr.StagesParser.CircuitContext;
import dev.pupil.compiler.text.antlr.StagesParser.HeadUnitContext;
import dev.pupil.compiler.text.antlr.StagesParser.MixContext;
import dev.pupil.compiler.text.antlr.StagesParser.UnitContext;

/**
 * Stage 4 as text: how fields are written in bits, what channels hold, the hidden units, how they make up each channel's
 * next value, the head, and what may be relied on:
 *
 * <pre>
 * circuit parity
 * image: max(m + 1, d + 1) rows, d + 1 columns, 3*(m + d) + 6 steps
 *
 * encoding up.count, carry: 2 bits, 0 -&gt; 0, 1 -&gt; 1, 2 -&gt; 2
 *
 * channel started: started bit 0 "the learner has started here" [prelude]
 *
 * unit started#1 = relu(inside + 2*started@right - 1) [prelude]
 *
 * next started = started#1 - started#2 + 1
 *
 * head answer#1 = 2*relu(answered + answer - 1)
 *
 * invariant !running | started
 * </pre>
 */
public final class CircuitText {
    private static final int INDENT = 4;

    private CircuitText() {}

    /** The text of a circuit, all of whose numbers must be finite. */
    public static String print(Circuit circuit) {
        Output output = new Output();
        output.add("circuit ").add(Quoting.name(circuit.name()));
        output.line(0).add(Images.text(circuit.geometry())).line(0);
        Encodings.print(circuit.encodings(), output);
        output.line(0);
        Channels.print(circuit.channels(), output);
        output.line(0);
        circuit.units().forEach(unit -> print(unit, output.line(0)));
        output.line(0);
        circuit.mixes().forEach(mix -> print(mix, output.line(0)));
        output.line(0);
        circuit.head().forEach(unit -> print(unit, output.line(0)));
        Invariants.print(circuit.invariants(), output);
        return output.finish();
    }

    private static void print(Unit unit, Output output) {
        output.add("unit %s = relu(".formatted(Quoting.name(unit.name())));
        Sums.printInputs(unit.inputs(), unit.bias(), output, INDENT);
        output.add(")").wrap(Origins.text(unit.origin()), INDENT);
    }

    private static void print(Mix mix, Output output) {
        output.add("next %s = ".formatted(Quoting.name(mix.channel())));
        Sums.printSummands(mix.summands(), mix.bias(), output, INDENT);
    }

    private static void print(HeadUnit unit, Output output) {
        output.add("head %s = %s*relu(".formatted(Quoting.name(unit.name()), Numbers.text(unit.coefficient())));
        Sums.printInputs(unit.inputs(), unit.bias(), output, INDENT);
        output.add(")");
    }

    /**
     * The circuit that was printed.
     *
     * @throws StageTextException if the text is no circuit's
     */
    public static Circuit parse(String text) throws StageTextException {
        return StageParsing.parse(text, StagesParser::circuit, CircuitText::read);
    }

    private static Circuit read(CircuitContext circuit) {
        Fault.checkUnique(Lists.transform(circuit.unit(), UnitContext::name), "units");
        Fault.checkUnique(Lists.transform(circuit.mix(), MixContext::name), "next values of a channel");
        Fault.checkUnique(Lists.transform(circuit.headUnit(), HeadUnitContext::name), "units of the head");
        return new Circuit(
                Quoting.read(circuit.name()),
                Channels.read(circuit.channel()),
                circuit.unit().stream().map(CircuitText::read).collect(ImmutableList.toImmutableList()),
                circuit.mix().stream().map(CircuitText::read).collect(ImmutableList.toImmutableList()),
                circuit.headUnit().stream().map(CircuitText::read).collect(ImmutableList.toImmutableList()),
                Images.read(circuit.image()),
                Encodings.read(circuit.encoding()),
                Invariants.read(circuit.invariant()));
    }

    private static Unit read(UnitContext unit) {
        Sums.Sum sum = Sums.read(unit.sum());
        return new Unit(Quoting.read(unit.name()), sum.inputs(), sum.constant(), Origins.read(unit.origin()));
    }

    private static Mix read(MixContext mix) {
        Sums.Sum sum = Sums.read(mix.sum());
        return new Mix(Quoting.read(mix.name()), sum.summands(), sum.constant());
    }

    private static HeadUnit read(HeadUnitContext unit) {
        Sums.Sum sum = Sums.read(unit.sum());
        return new HeadUnit(Quoting.read(unit.name()), sum.inputs(), sum.constant(), Numbers.read(unit.number()));
    }
}
