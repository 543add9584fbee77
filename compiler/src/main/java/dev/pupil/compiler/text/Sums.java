package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.circuit.Circuit.Input;
import dev.pupil.compiler.circuit.Circuit.Summand;
import dev.pupil.compiler.text.antlr.StagesParser.AmountContext;
import dev.pupil.compiler.text.antlr.StagesParser.MultipleContext;
import dev.pupil.compiler.text.antlr.StagesParser.NeighbourContext;
import dev.pupil.compiler.text.antlr.StagesParser.SingleContext;
import dev.pupil.compiler.text.antlr.StagesParser.SumContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Weighted sums such as {@code inside - 2*started@right + 0.5}; the constant comes last. */
final class Sums {
    private Sums() {}

    /**
     * A sum as it was read.
     *
     * @param weighted the values that are summed up
     * @param constant the rest
     */
    record Sum(ImmutableList<Weighted> weighted, double constant) {
        /** As the inputs of a hidden unit. */
        ImmutableList<Input> inputs() {
            return weighted.stream()
                    .map(part -> new Input(part.name, part.at, part.weight))
                    .collect(ImmutableList.toImmutableList());
        }

        /** As the summands of a channel. */
        ImmutableList<Summand> summands() {
            return weighted.stream()
                    .map(part -> {
                        if (!part.at.equals(Offset.CENTER)) {
                            throw Fault.at(part.place, "a hidden unit is only seen by its own pixel");
                        }
                        return new Summand(part.name, part.weight);
                    })
                    .collect(ImmutableList.toImmutableList());
        }
    }

    /** {@code weight} times the value called {@code name} at a neighbour, written at {@code place}. */
    record Weighted(double weight, String name, Offset at, ParserRuleContext place) {}

    static void printInputs(List<Input> inputs, double constant, Output output, int indent) {
        List<String> parts = new ArrayList<>();
        inputs.forEach(input -> add(parts, input.weight(), Quoting.name(input.channel()) + input.at()));
        print(parts, constant, output, indent);
    }

    static void printSummands(List<Summand> summands, double constant, Output output, int indent) {
        List<String> parts = new ArrayList<>();
        summands.forEach(summand -> add(parts, summand.coefficient(), Quoting.name(summand.unit())));
        print(parts, constant, output, indent);
    }

    private static void add(List<String> parts, double weight, String name) {
        String multiple = Math.abs(weight) == 1 ? name : Numbers.text(Math.abs(weight)) + "*" + name;
        parts.add(sign(parts, weight) + multiple);
    }

    private static void print(List<String> parts, double constant, Output output, int indent) {
        if (parts.isEmpty() || !Numbers.isPlainZero(constant)) {
            parts.add(sign(parts, constant) + Numbers.text(Math.abs(constant)));
        }
        output.add(parts.getFirst());
        parts.subList(1, parts.size()).forEach(part -> output.wrap(part, indent));
    }

    private static String sign(List<String> before, double number) {
        boolean isNegative = Numbers.isNegative(number);
        return before.isEmpty() ? (isNegative ? "-" : "") : isNegative ? "- " : "+ ";
    }

    static Sum read(SumContext sum) {
        ImmutableList.Builder<Weighted> weighted = ImmutableList.builder();
        Optional<Double> constant = add(sum.first.MINUS() != null, sum.first.amount(), Optional.empty(), weighted);
        for (var more : sum.more()) {
            constant = add(more.MINUS() != null, more.amount(), constant, weighted);
        }
        return new Sum(weighted.build(), constant.orElse(0.0));
    }

    /** Adds one part; returns the constant, if this was it. */
    private static Optional<Double> add(
            boolean isNegative,
            AmountContext amount,
            Optional<Double> constant,
            ImmutableList.Builder<Weighted> weighted) {
        if (constant.isPresent()) {
            throw Fault.at(amount, "a sum's constant comes last, and there is one at most");
        }
        int sign = isNegative ? -1 : 1;
        switch (amount) {
            case MultipleContext multiple -> {
                double magnitude = sign * Numbers.read(multiple.magnitude());
                if (multiple.neighbour() == null) {
                    return Optional.of(magnitude);
                }
                weighted.add(weighted(magnitude, multiple.neighbour()));
            }
            case SingleContext single -> weighted.add(weighted(sign, single.neighbour()));
            default -> throw Fault.at(amount, "expected a part of a sum");
        }
        return Optional.empty();
    }

    private static Weighted weighted(double weight, NeighbourContext neighbour) {
        return new Weighted(weight, Quoting.read(neighbour.name()), Offsets.offset(neighbour.OFFSET()), neighbour);
    }
}
