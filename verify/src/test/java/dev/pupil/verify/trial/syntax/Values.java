package dev.pupil.verify.trial.syntax;

import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.ExpressionNode.BinaryOperator;
import dev.pupil.verify.trial.syntax.Cells.Range;
import java.util.List;

/**
 * Evaluates expressions.
 *
 * @param names what can be seen
 * @param wanted the range of what the value is for, into which {@code clamp} brings it
 */
record Values(Names names, Range wanted) {
    /** The value of an expression where there is nothing to clamp to. */
    static long of(Names names, ExpressionNode expression) {
        return new Values(names, Range.WIDE).of(expression);
    }

    static List<Long> of(Names names, List<ExpressionNode> expressions) {
        return expressions.stream().map(expression -> of(names, expression)).toList();
    }

    long of(ExpressionNode expression) {
        return switch (expression) {
            case ExpressionNode.Literal literal -> literal.value();
            case ExpressionNode.Name name -> names.get(name.name().text()).get(List.of());
            case ExpressionNode.Subscript subscript ->
                names.get(subscript.array().text()).get(of(names, subscript.indices()));
            case ExpressionNode.Property property -> {
                Cells example = names.get(property.owner().text());
                yield example.get(label(example));
            }
            case ExpressionNode.Call call -> call(call);
            case ExpressionNode.Unary unary ->
                switch (unary.operator()) {
                    case NOT -> 1 - of(unary.operand());
                    case NEGATE -> -of(unary.operand());
                };
            case ExpressionNode.Binary binary ->
                apply(binary.operator(), of(names, binary.left()), of(names, binary.right()));
            case ExpressionNode.Conditional conditional ->
                of(names, conditional.condition()) == 1 ? of(conditional.whenTrue()) : of(conditional.whenFalse());
        };
    }

    /** The index of an example's label. */
    static List<Long> label(Cells example) {
        return List.of(example.dimensions().getFirst() - 1L);
    }

    private long call(ExpressionNode.Call call) {
        List<Long> arguments = of(names, call.arguments());
        return switch (call.function().text()) {
            case "min" -> arguments.stream().min(Long::compare).orElseThrow();
            case "max" -> arguments.stream().max(Long::compare).orElseThrow();
            case "clamp" -> wanted.clamp(arguments.getFirst());
            case String other -> throw new IllegalStateException("no function " + other);
        };
    }

    static long apply(BinaryOperator operator, long left, long right) {
        return switch (operator) {
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case EQUAL -> left == right ? 1 : 0;
            case NOT_EQUAL -> left != right ? 1 : 0;
            case LESS -> left < right ? 1 : 0;
            case LESS_OR_EQUAL -> left <= right ? 1 : 0;
            case GREATER -> left > right ? 1 : 0;
            case GREATER_OR_EQUAL -> left >= right ? 1 : 0;
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
        };
    }
}
