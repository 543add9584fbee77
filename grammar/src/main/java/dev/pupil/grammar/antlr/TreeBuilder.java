package dev.pupil.grammar.antlr;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.DefinitionNode;
import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.LearnerNode;
import dev.pupil.grammar.tree.MachineNode;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.SizeNode;
import dev.pupil.grammar.tree.StatementNode;
import dev.pupil.grammar.tree.TypeNode;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Turns the parse tree of a text without syntax errors into the surface tree. */
final class TreeBuilder {
    private final CommonTokenStream tokens;
    private final ExpressionBuilder expressions = new ExpressionBuilder();

    TreeBuilder(CommonTokenStream tokens) {
        this.tokens = tokens;
    }

    DefinitionNode definition(PupilParser.FileContext file) {
        return file.learner() == null ? machine(file.machine()) : learner(file.learner());
    }

    private LearnerNode learner(PupilParser.LearnerContext rule) {
        ImmutableList<MemberNode> members =
                rule.member().stream().map(this::member).collect(ImmutableList.toImmutableList());
        return new LearnerNode(
                ExpressionBuilder.name(rule.name()),
                documentation(rule.getStart()),
                sizes(rule.size()),
                members,
                Spans.of(rule));
    }

    private MachineNode machine(PupilParser.MachineContext rule) {
        PartBuilder parts = new PartBuilder(expressions);
        return new MachineNode(
                ExpressionBuilder.name(rule.name()),
                documentation(rule.getStart()),
                sizes(rule.size()),
                rule.part().stream().map(parts::part).collect(ImmutableList.toImmutableList()),
                Spans.of(rule));
    }

    private static ImmutableList<SizeNode> sizes(List<PupilParser.SizeContext> sizes) {
        return sizes.stream()
                .map(size -> new SizeNode(
                        ExpressionBuilder.name(size.name()),
                        size.role.getType() == PupilParser.EXAMPLES,
                        Spans.of(size)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The text of the last comment before a token if it starts with two stars, without stars and outer spaces. */
    private String documentation(Token before) {
        List<Token> hidden = tokens.getHiddenTokensToLeft(before.getTokenIndex());
        if (hidden == null || hidden.isEmpty()) {
            return "";
        }
        String comment = hidden.getLast().getText();
        return comment.startsWith("/**") && comment.length() > "/**/".length()
                ? comment.substring("/**".length(), comment.length() - "*/".length())
                        .replace("\r", "")
                        .replaceAll("(?m)^[ \\t\\r]*\\* ?", "")
                        .strip()
                : "";
    }

    private MemberNode member(PupilParser.MemberContext member) {
        return switch (member) {
            case PupilParser.MemoryContext rule ->
                new MemberNode.Memory(type(rule.type()), declarators(rule.declarator()), Spans.of(rule));
            case PupilParser.EnumerationContext rule ->
                new MemberNode.Enumeration(
                        ExpressionBuilder.name(rule.name()),
                        enumeration(rule.enumerationBody(), Spans.of(rule.enumerationBody())),
                        Spans.of(rule));
            case PupilParser.ProcedureContext rule ->
                new MemberNode.Procedure(
                        ExpressionBuilder.name(rule.name()),
                        rule.parameter().stream().map(this::parameter).collect(ImmutableList.toImmutableList()),
                        block(rule.block()),
                        Spans.of(rule));
            case PupilParser.LearnContext rule ->
                new MemberNode.Learn(ExpressionBuilder.name(rule.name()), block(rule.block()), Spans.of(rule));
            case PupilParser.PredictContext rule ->
                new MemberNode.Predict(ExpressionBuilder.name(rule.name()), block(rule.block()), Spans.of(rule));
            default -> throw new IllegalStateException("not a member: " + member.getClass());
        };
    }

    private MemberNode.Parameter parameter(PupilParser.ParameterContext parameter) {
        return switch (parameter) {
            case PupilParser.TypedParameterContext rule ->
                new MemberNode.Parameter.Typed(
                        type(rule.type()),
                        ExpressionBuilder.name(rule.name()),
                        expressions.expressions(rule.expression()),
                        Spans.of(rule));
            case PupilParser.ExampleParameterContext rule ->
                new MemberNode.Parameter.Example(ExpressionBuilder.name(rule.name()), Spans.of(rule));
            default -> throw new IllegalStateException("not a parameter: " + parameter.getClass());
        };
    }

    private TypeNode type(PupilParser.TypeContext rule) {
        return rule.typeName() == null
                ? spelledType(rule.spelledType())
                : new TypeNode.Named(new NameNode(rule.getText(), Spans.of(rule)));
    }

    private TypeNode spelledType(PupilParser.SpelledTypeContext type) {
        Span span = Spans.of(type);
        return switch (type) {
            case PupilParser.BitTypeContext rule -> new TypeNode.Bit(span);
            case PupilParser.IntegerTypeContext rule ->
                rule.lowBound() == null
                        ? new TypeNode.Wide(span)
                        : new TypeNode.Ranged(expressions.lowBound(rule.lowBound()), expressions.sum(rule.sum()), span);
            case PupilParser.EnumerationTypeContext rule -> enumeration(rule.enumerationBody(), span);
            default -> throw new IllegalStateException("not a type: " + type.getClass());
        };
    }

    private static TypeNode.Enumeration enumeration(PupilParser.EnumerationBodyContext rule, Span span) {
        return new TypeNode.Enumeration(
                rule.name().stream().map(ExpressionBuilder::name).collect(ImmutableList.toImmutableList()), span);
    }

    private ImmutableList<MemberNode.Declarator> declarators(List<PupilParser.DeclaratorContext> rules) {
        return rules.stream()
                .map(rule -> declarator(ExpressionBuilder.name(rule.name()), rule))
                .collect(ImmutableList.toImmutableList());
    }

    private MemberNode.Declarator declarator(NameNode name, PupilParser.DeclaratorContext rule) {
        int dimensions = rule.expression().size() - (rule.initial == null ? 0 : 1);
        return new MemberNode.Declarator(
                name,
                expressions.expressions(rule.expression().subList(0, dimensions)),
                Optional.ofNullable(rule.initial).map(expressions::expression),
                Spans.of(rule));
    }

    private ImmutableList<StatementNode> block(PupilParser.BlockContext rule) {
        return rule.statement().stream().map(this::statement).collect(ImmutableList.toImmutableList());
    }

    private StatementNode statement(PupilParser.StatementContext statement) {
        Span span = Spans.of(statement);
        return switch (statement) {
            case PupilParser.DeclarationContext rule ->
                new StatementNode.Declaration(spelledType(rule.spelledType()), declarators(rule.declarator()), span);
            case PupilParser.NamedContext rule ->
                named(ExpressionBuilder.name(rule.name()), rule.nameStatement(), span);
            case PupilParser.IfContext rule -> conditional(rule.conditional());
            case PupilParser.ForContext rule ->
                new StatementNode.For(
                        ExpressionBuilder.name(rule.name()),
                        expressions.expression(rule.low),
                        expressions.expression(rule.high),
                        rule.DOWN() != null,
                        block(rule.block()),
                        Spans.of(rule.getStart(), rule.high.getStop()),
                        span);
            case PupilParser.BreakContext rule -> new StatementNode.Break(span);
            case PupilParser.ContinueContext rule -> new StatementNode.Continue(span);
            case PupilParser.ReturnContext rule ->
                new StatementNode.Return(expressions.expression(rule.expression()), span);
            case PupilParser.NestedContext rule -> new StatementNode.Block(block(rule.block()), span);
            default -> throw new IllegalStateException("not a statement: " + statement.getClass());
        };
    }

    private StatementNode conditional(PupilParser.ConditionalContext rule) {
        ImmutableList<StatementNode> whenFalse = ImmutableList.of();
        if (rule.otherwise != null) {
            whenFalse = ImmutableList.of(conditional(rule.otherwise));
        } else if (rule.whenFalse != null) {
            whenFalse = block(rule.whenFalse);
        }
        return new StatementNode.If(
                expressions.expression(rule.expression()), block(rule.whenTrue), whenFalse, Spans.of(rule));
    }

    private StatementNode named(NameNode name, PupilParser.NameStatementContext statement, Span span) {
        return switch (statement) {
            case PupilParser.NamedTypeDeclarationContext rule ->
                new StatementNode.Declaration(new TypeNode.Named(name), declarators(rule.declarator()), span);
            case PupilParser.CallContext rule ->
                new StatementNode.Call(
                        name, expressions.expressions(rule.arguments().expression()), span);
            case PupilParser.AssignmentContext rule -> assignment(name, rule, span);
            default -> throw new IllegalStateException("not a statement: " + statement.getClass());
        };
    }

    private StatementNode assignment(NameNode name, PupilParser.AssignmentContext rule, Span span) {
        ExpressionNode target = rule.selector() == null
                ? new ExpressionNode.Name(name, name.span())
                : expressions.selected(name, rule.selector(), name.span().to(Spans.of(rule.selector())));
        Token operator = rule.assignmentOperator().getStart();
        return new StatementNode.Assignment(
                target,
                operator.getType() == PupilParser.ASSIGN
                        ? Optional.empty()
                        : Optional.of(ExpressionBuilder.operator(operator)),
                expressions.expression(rule.expression()),
                span);
    }
}
