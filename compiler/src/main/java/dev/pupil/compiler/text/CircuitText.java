package dev.pupil.compiler.text;

import dev.pupil.compiler.circuit.Circuit;
import dev.pupil.compiler.circuit.Circuit.HeadUnit;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Mix;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.circuit.Circuit.Unit;
import java.util.ArrayList;
import java.util.List;

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
        output.line(0).add(StageParts.text(circuit.geometry())).line(0);
        StageParts.printEncodings(circuit.encodings(), output);
        output.line(0);
        StageParts.printChannels(circuit.channels(), output);
        output.line(0);
        circuit.units().forEach(unit -> print(unit, output.line(0)));
        output.line(0);
        circuit.mixes().forEach(mix -> print(mix, output.line(0)));
        output.line(0);
        circuit.head().forEach(unit -> print(unit, output.line(0)));
        StageParts.printInvariants(circuit.invariants(), output);
        return output.finish();
    }

    private static void print(Unit unit, Output output) {
        output.add("unit %s = relu(".formatted(Quoting.name(unit.name())));
        printInputs(unit.inputs(), unit.bias(), output);
        output.add(")").wrap(StageParts.text(unit.origin()), INDENT);
    }

    private static void print(Mix mix, Output output) {
        output.add("next %s = ".formatted(Quoting.name(mix.channel())));
        printSummands(mix.summands(), mix.bias(), output);
    }

    private static void print(HeadUnit unit, Output output) {
        output.add("head %s = %s*relu(".formatted(Quoting.name(unit.name()), Numbers.text(unit.coefficient())));
        printInputs(unit.inputs(), unit.bias(), output);
        output.add(")");
    }

    private static void printInputs(List<Input> inputs, double constant, Output output) {
        List<String> parts = new ArrayList<>();
        inputs.forEach(input -> add(parts, input.weight(), Quoting.name(input.channel()) + input.at()));
        print(parts, constant, output);
    }

    private static void printSummands(List<Summand> summands, double constant, Output output) {
        List<String> parts = new ArrayList<>();
        summands.forEach(summand -> add(parts, summand.coefficient(), Quoting.name(summand.unit())));
        print(parts, constant, output);
    }

    private static void add(List<String> parts, double weight, String name) {
        String multiple = Math.abs(weight) == 1 ? name : Numbers.text(Math.abs(weight)) + "*" + name;
        parts.add(sign(parts, weight) + multiple);
    }

    /** A weighted sum such as {@code inside - 2*started@right + 0.5}; the constant comes last. */
    private static void print(List<String> parts, double constant, Output output) {
        if (parts.isEmpty() || !Numbers.isPlainZero(constant)) {
            parts.add(sign(parts, constant) + Numbers.text(Math.abs(constant)));
        }
        output.add(parts.getFirst());
        parts.subList(1, parts.size()).forEach(part -> output.wrap(part, INDENT));
    }

    private static String sign(List<String> before, double number) {
        boolean isNegative = Numbers.isNegative(number);
        return before.isEmpty() ? (isNegative ? "-" : "") : isNegative ? "- " : "+ ";
    }
}
