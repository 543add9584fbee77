package dev.pupil.compiler.check.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.finding.Spelling;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.MachineNode;
import dev.pupil.grammar.tree.SizeNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sizes that a machine names, and what it says in them.
 *
 * @param values what each name stands for
 */
record MachineSizes(ImmutableMap<String, Polynomial> values) {
    private static final String EXPLANATION = "the number of steps is a sum of products of sizes and numbers";

    /** The sizes that a machine names; what is wrong with them is reported. */
    static MachineSizes of(MachineNode machine, Findings findings) {
        Map<String, Polynomial> values = new HashMap<>();
        for (SizeNode size : machine.sizes()) {
            Polynomial value = size.ofExamples() ? Polynomial.EXAMPLES : Polynomial.FEATURES;
            if (values.containsValue(value)) {
                findings.report(DiagnosticCode.REPEATED_MEMBER.at(
                        size.span(),
                        "the number of " + (size.ofExamples() ? "examples" : "features") + " has a name already"));
            } else if (values.putIfAbsent(size.name().text(), value) != null) {
                findings.report(DiagnosticCode.DUPLICATE_NAME.at(
                        size.name().span(), "there is a size '" + size.name().text() + "' already"));
            }
        }
        return new MachineSizes(ImmutableMap.copyOf(values));
    }

    /**
     * A number of steps.
     *
     * @throws Refusal if it is none, or can be less than 1
     */
    Polynomial steps(ExpressionNode expression) {
        Polynomial steps = value(expression);
        if (!isPositive(steps, expression.span())) {
            throw Refusal.of(DiagnosticCode.OUT_OF_RANGE.at(
                    expression.span(),
                    "a machine takes at least 1 step at all sizes, and %s can be less than 1".formatted(steps)));
        }
        return steps;
    }

    private static boolean isPositive(Polynomial steps, Span span) {
        try {
            return Bounds.atLeast(steps, Polynomial.constant(1));
        } catch (ArithmeticException overflow) {
            throw tooLarge(span);
        }
    }

    private Polynomial value(ExpressionNode expression) {
        try {
            return switch (expression) {
                case ExpressionNode.Literal literal -> Polynomial.constant(literal.value());
                case ExpressionNode.Name name -> named(name);
                case ExpressionNode.Unary unary ->
                    switch (unary.operator()) {
                        case NEGATE -> value(unary.operand()).negate();
                        case NOT -> throw noSize(unary);
                    };
                case ExpressionNode.Binary binary ->
                    switch (binary.operator()) {
                        case ADD -> value(binary.left()).plus(value(binary.right()));
                        case SUBTRACT ->
                            value(binary.left()).plus(value(binary.right()).negate());
                        case MULTIPLY -> value(binary.left()).times(value(binary.right()));
                        case AND, OR, XOR, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                            throw noSize(binary);
                    };
                case ExpressionNode.Subscript subscript -> throw noSize(subscript);
                case ExpressionNode.Property property -> throw noSize(property);
                case ExpressionNode.Call call -> throw noSize(call);
                case ExpressionNode.Conditional conditional -> throw noSize(conditional);
            };
        } catch (ArithmeticException overflow) {
            throw tooLarge(expression.span());
        }
    }

    private Polynomial named(ExpressionNode.Name name) {
        String text = name.name().text();
        return Optional.ofNullable(values.get(text)).orElseThrow(() -> {
            String message = "there is no size '" + text + "'";
            return Refusal.of(Spelling.nearest(text, ImmutableList.sortedCopyOf(values.keySet()))
                    .map(nearest ->
                            DiagnosticCode.UNKNOWN_NAME.at(name.span(), message, "did you mean '" + nearest + "'?"))
                    .orElseGet(() -> DiagnosticCode.UNKNOWN_NAME.at(name.span(), message)));
        });
    }

    private static Refusal noSize(ExpressionNode expression) {
        return Refusal.of(DiagnosticCode.TYPE_MISMATCH.at(
                expression.span(), EXPLANATION, "write it with '+', '-' and '*', such as '2*m*d + 3*m + 7'"));
    }

    private static Refusal tooLarge(Span span) {
        return Refusal.of(DiagnosticCode.NUMBER_TOO_LARGE.at(span, "this is too large to compute with"));
    }
}
