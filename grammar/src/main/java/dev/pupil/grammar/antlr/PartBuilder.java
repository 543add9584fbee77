package dev.pupil.grammar.antlr;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.PartNode;
import dev.pupil.grammar.tree.PartNode.Move;
import java.util.List;
import java.util.Optional;

/** Turns the parts of a machine without syntax errors into the surface tree. */
final class PartBuilder {
    private final ExpressionBuilder expressions;

    PartBuilder(ExpressionBuilder expressions) {
        this.expressions = expressions;
    }

    PartNode part(PupilParser.PartContext part) {
        Span span = Spans.of(part);
        return switch (part) {
            case PupilParser.SymbolsContext rule -> new PartNode.Symbols(symbols(rule.symbol()), span);
            case PupilParser.BlankContext rule -> new PartNode.Blank(symbol(rule.symbol()), span);
            case PupilParser.StartContext rule -> new PartNode.Start(ExpressionBuilder.name(rule.name()), span);
            case PupilParser.StateContext rule ->
                new PartNode.State(
                        ExpressionBuilder.name(rule.name()),
                        rule.transition().stream()
                                .map(PartBuilder::transition)
                                .collect(ImmutableList.toImmutableList()),
                        span);
            case PupilParser.FeaturesContext rule ->
                new PartNode.Features(symbol(rule.symbol(0)), symbol(rule.symbol(1)), span);
            case PupilParser.LabelsContext rule ->
                new PartNode.Labels(symbol(rule.symbol(0)), symbol(rule.symbol(1)), span);
            case PupilParser.QueryContext rule -> new PartNode.Query(symbol(rule.symbol()), span);
            case PupilParser.AnswerContext rule -> new PartNode.Answer(symbols(rule.symbol()), span);
            case PupilParser.StepsContext rule -> new PartNode.Steps(expressions.expression(rule.expression()), span);
            default -> throw new IllegalStateException("not a part: " + part.getClass());
        };
    }

    private static PartNode.Transition transition(PupilParser.TransitionContext rule) {
        return new PartNode.Transition(
                symbols(rule.pattern().symbol()),
                Optional.ofNullable(rule.symbol()).map(PartBuilder::symbol),
                move(rule.move()),
                ExpressionBuilder.name(rule.name()),
                Spans.of(rule));
    }

    private static Move move(PupilParser.MoveContext rule) {
        return switch (rule.getStart().getType()) {
            case PupilParser.LEFT -> Move.LEFT;
            case PupilParser.RIGHT -> Move.RIGHT;
            case PupilParser.UP -> Move.UP;
            case PupilParser.DOWN -> Move.DOWN;
            case PupilParser.STAY -> Move.STAY;
            default -> throw new IllegalStateException("not a move: " + rule.getText());
        };
    }

    private static ImmutableList<NameNode> symbols(List<PupilParser.SymbolContext> rules) {
        return rules.stream().map(PartBuilder::symbol).collect(ImmutableList.toImmutableList());
    }

    private static NameNode symbol(PupilParser.SymbolContext rule) {
        return new NameNode(rule.getText(), Spans.of(rule));
    }
}
