package dev.pupil.grammar.antlr;

import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.ExpressionNode;

/** Widens an expression's span to the parentheses around it. */
final class Parentheses {
    private Parentheses() {}

    static ExpressionNode around(ExpressionNode inner, Span span) {
        return switch (inner) {
            case ExpressionNode.Literal number -> new ExpressionNode.Literal(number.value(), span);
            case ExpressionNode.Name name -> new ExpressionNode.Name(name.name(), span);
            case ExpressionNode.Subscript element ->
                new ExpressionNode.Subscript(element.array(), element.indices(), span);
            case ExpressionNode.Property property ->
                new ExpressionNode.Property(property.owner(), property.property(), span);
            case ExpressionNode.Call call -> new ExpressionNode.Call(call.function(), call.arguments(), span);
            case ExpressionNode.Unary unary -> new ExpressionNode.Unary(unary.operator(), unary.operand(), span);
            case ExpressionNode.Binary binary ->
                new ExpressionNode.Binary(binary.operator(), binary.left(), binary.right(), span);
            case ExpressionNode.Conditional choice ->
                new ExpressionNode.Conditional(choice.condition(), choice.whenTrue(), choice.whenFalse(), span);
        };
    }
}
