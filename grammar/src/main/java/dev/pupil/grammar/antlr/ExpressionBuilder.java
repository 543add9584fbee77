package dev.pupil.grammar.antlr;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.ExpressionNode.BinaryOperator;
import dev.pupil.grammar.tree.ExpressionNode.UnaryOperator;
import dev.pupil.grammar.tree.NameNode;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** Turns parsed expressions into {@link ExpressionNode}s. */
final class ExpressionBuilder {

    ImmutableList<ExpressionNode> expressions(List<PupilParser.ExpressionContext> rules) {
        return rules.stream().map(this::expression).collect(ImmutableList.toImmutableList());
    }

    ExpressionNode expression(PupilParser.ExpressionContext rule) {
        ExpressionNode condition = disjunction(rule.disjunction());
        if (rule.whenTrue == null) {
            return condition;
        }
        return new ExpressionNode.Conditional(
                condition, expression(rule.whenTrue), expression(rule.whenFalse), Spans.of(rule));
    }

    private ExpressionNode disjunction(PupilParser.DisjunctionContext rule) {
        return chain(rule.exclusion(), this::exclusion, i -> BinaryOperator.OR);
    }

    private ExpressionNode exclusion(PupilParser.ExclusionContext rule) {
        return chain(rule.conjunction(), this::conjunction, i -> BinaryOperator.XOR);
    }

    private ExpressionNode conjunction(PupilParser.ConjunctionContext rule) {
        return chain(rule.equality(), this::equality, i -> BinaryOperator.AND);
    }

    private ExpressionNode equality(PupilParser.EqualityContext rule) {
        return chain(rule.relation(), this::relation, i -> operator(rule.operators.get(i)));
    }

    private ExpressionNode relation(PupilParser.RelationContext rule) {
        return chain(rule.sum(), this::sum, i -> operator(rule.operator));
    }

    ExpressionNode sum(PupilParser.SumContext rule) {
        return chain(rule.product(), this::product, i -> operator(rule.operators.get(i)));
    }

    private ExpressionNode product(PupilParser.ProductContext rule) {
        return chain(rule.unary(), this::unary, i -> BinaryOperator.MULTIPLY);
    }

    ExpressionNode lowBound(PupilParser.LowBoundContext rule) {
        ExpressionNode start = boundStart(rule.boundStart());
        for (PupilParser.UnaryContext factor : rule.unary()) {
            start = binary(BinaryOperator.MULTIPLY, start, unary(factor));
        }
        for (int i = 0; i < rule.product().size(); i++) {
            start = binary(operator(rule.operators.get(i)), start, product(rule.product(i)));
        }
        return start;
    }

    private ExpressionNode boundStart(PupilParser.BoundStartContext rule) {
        if (rule.unary() != null) {
            return new ExpressionNode.Unary(UnaryOperator.NEGATE, unary(rule.unary()), Spans.of(rule));
        }
        return rule.expression() != null
                ? Parentheses.around(expression(rule.expression()), Spans.of(rule))
                : number(rule.NUMBER().getSymbol());
    }

    private ExpressionNode unary(PupilParser.UnaryContext rule) {
        if (rule.operator == null) {
            return primary(rule.primary());
        }
        UnaryOperator operator = rule.operator.getType() == PupilParser.NOT ? UnaryOperator.NOT : UnaryOperator.NEGATE;
        return new ExpressionNode.Unary(operator, unary(rule.operand), Spans.of(rule));
    }

    private ExpressionNode primary(PupilParser.PrimaryContext primary) {
        return switch (primary) {
            case PupilParser.NumberContext rule -> number(rule.NUMBER().getSymbol());
            case PupilParser.ParenthesisedContext rule ->
                Parentheses.around(expression(rule.expression()), Spans.of(rule));
            case PupilParser.ReferenceContext rule -> reference(rule);
            default -> throw new IllegalStateException("not a primary: " + primary.getClass());
        };
    }

    private ExpressionNode reference(PupilParser.ReferenceContext rule) {
        NameNode name = name(rule.name());
        if (rule.arguments() != null) {
            return new ExpressionNode.Call(name, expressions(rule.arguments().expression()), Spans.of(rule));
        }
        return rule.selector() == null
                ? new ExpressionNode.Name(name, name.span())
                : selected(name, rule.selector(), Spans.of(rule));
    }

    ExpressionNode selected(NameNode name, PupilParser.SelectorContext selector, Span span) {
        return switch (selector) {
            case PupilParser.LabelSelectorContext rule -> new ExpressionNode.Property(name, name(rule.name()), span);
            case PupilParser.IndexSelectorContext rule ->
                new ExpressionNode.Subscript(name, expressions(rule.expression()), span);
            default -> throw new IllegalStateException("not a selector: " + selector.getClass());
        };
    }

    static NameNode name(PupilParser.NameContext rule) {
        return new NameNode(rule.getText(), Spans.of(rule));
    }

    private static ExpressionNode number(Token token) {
        return new ExpressionNode.Literal(Integer.parseInt(token.getText()), Spans.of(token));
    }

    private static <R> ExpressionNode chain(
            List<R> operands, Function<R, ExpressionNode> build, Function<Integer, BinaryOperator> operator) {
        ExpressionNode result = build.apply(operands.getFirst());
        for (int i = 1; i < operands.size(); i++) {
            result = binary(operator.apply(i - 1), result, build.apply(operands.get(i)));
        }
        return result;
    }

    private static ExpressionNode binary(BinaryOperator operator, ExpressionNode left, ExpressionNode right) {
        return new ExpressionNode.Binary(operator, left, right, left.span().to(right.span()));
    }

    static BinaryOperator operator(Token token) {
        return switch (token.getType()) {
            case PupilParser.PLUS, PupilParser.ASSIGN_PLUS -> BinaryOperator.ADD;
            case PupilParser.MINUS, PupilParser.ASSIGN_MINUS -> BinaryOperator.SUBTRACT;
            case PupilParser.ASSIGN_AND -> BinaryOperator.AND;
            case PupilParser.ASSIGN_OR -> BinaryOperator.OR;
            case PupilParser.ASSIGN_XOR -> BinaryOperator.XOR;
            case PupilParser.EQUAL -> BinaryOperator.EQUAL;
            case PupilParser.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case PupilParser.LESS -> BinaryOperator.LESS;
            case PupilParser.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
            case PupilParser.GREATER -> BinaryOperator.GREATER;
            case PupilParser.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
            default -> throw new IllegalStateException("not an operator: " + token.getText());
        };
    }
}
