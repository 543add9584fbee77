package dev.pupil.compiler.check.resolve;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.StatementNode;
import dev.pupil.grammar.tree.TypeNode;
import java.util.List;
import java.util.Optional;

/** Resolves the statements of one block; inner blocks have resolvers of their own. */
final class StatementResolver {
    private final Setting setting;
    private final Scope scope;
    private final Frame frame;
    private final ImmutableList.Builder<Statement> resolved = ImmutableList.builder();

    private StatementResolver(Setting setting, Scope scope, Frame frame) {
        this.setting = setting;
        this.scope = scope;
        this.frame = frame;
    }

    /** Resolves a block whose names go into {@code scope}; what is wrong is reported and left out. */
    static ImmutableList<Statement> block(Setting setting, Scope scope, Frame frame, List<StatementNode> body) {
        StatementResolver resolver = new StatementResolver(setting, scope, frame);
        body.forEach(resolver::statement);
        return resolver.resolved.build();
    }

    private ImmutableList<Statement> inner(Frame innerFrame, List<StatementNode> body) {
        return block(setting, scope.inner(), innerFrame, body);
    }

    private void statement(StatementNode statement) {
        if (setting.exhausted()) {
            return;
        }
        attempt(() -> {
            setting.count(statement.span(), frame);
            switch (statement) {
                case StatementNode.Declaration node -> declaration(node);
                case StatementNode.Assignment node -> assignment(node);
                case StatementNode.Call node -> call(node);
                case StatementNode.If node -> conditional(node);
                case StatementNode.For node -> loop(node);
                case StatementNode.Break node -> {
                    refuseOutsideLoop("break", node.span());
                    resolved.add(new Statement.Break(node.span()));
                }
                case StatementNode.Continue node -> {
                    refuseOutsideLoop("continue", node.span());
                    resolved.add(new Statement.Continue(node.span()));
                }
                case StatementNode.Return node -> answer(node);
                case StatementNode.Block node -> resolved.addAll(inner(frame.branch(), node.body()));
            }
        });
    }

    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (Refusal refusal) {
            setting.findings().report(refusal);
        }
    }

    private void declaration(StatementNode.Declaration node) {
        Optional<Type> type = Optional.empty();
        try {
            type = Optional.of(TypeResolver.resolve(node.type(), scope));
        } catch (Refusal refusal) {
            setting.findings().report(adviseType(node, refusal));
        }
        for (MemberNode.Declarator declarator : node.declarators()) {
            try {
                declare(type.orElseThrow(Refusal::reportedAlready), declarator);
            } catch (Refusal refusal) {
                setting.findings().report(refusal);
                scope.declareBroken(declarator.name());
            }
        }
    }

    /** {@code memry bit x} and the like end up as declarations with an unknown type. */
    private static Refusal adviseType(StatementNode.Declaration node, Refusal refusal) {
        boolean unknown = node.type() instanceof TypeNode.Named
                && refusal.diagnostic()
                        .filter(found -> found.code().equals(DiagnosticCode.UNKNOWN_NAME.code())
                                && found.help().isEmpty())
                        .isPresent();
        return unknown
                ? Refusal.of(DiagnosticCode.UNKNOWN_NAME.at(
                        node.type().span(),
                        "there is no type "
                                + Excerpt.quote(
                                        ((TypeNode.Named) node.type()).name().text()),
                        "there are 'bit', 'int lo..hi', 'int' and 'enum { a, b }'"))
                : refusal;
    }

    private void declare(Type type, MemberNode.Declarator declarator) {
        ImmutableList<Affine> dimensions = TypeResolver.dimensions(declarator.dimensions(), scope);
        Optional<Expression> value = declarator
                .initial()
                .map(node ->
                        Types.asValueOf(type, ExpressionResolver.in(scope, type).resolve(node)));
        Optional<Integer> known = value.isEmpty() ? Optional.of(0) : Initialisers.constant(value.get());
        Span place = value.map(Expression::span).orElse(declarator.name().span());
        if (known.isPresent()) {
            Initialisers.check(type, known.get(), place);
        } else if (!dimensions.isEmpty()) {
            throw Refusal.of(DiagnosticCode.NOT_CONSTANT.at(
                    place, "the elements of an array start with a number, and this is not one"));
        }
        // Run once, a known initial value is part of the variable; in a loop it is assigned each time round.
        boolean assigned = known.isEmpty() || frame.repeated();
        Variable variable = setting.variables()
                .create(declarator.name(), Variable.Kind.LOCAL, type, dimensions, assigned ? 0 : known.get());
        scope.declare(declarator.name(), new Symbol.Stored(variable));
        if (assigned) {
            Expression start = value.orElseGet(() -> zero(type, place));
            resolved.add(fill(variable, start, declarator.span()));
        }
    }

    private static Expression zero(Type type, Span span) {
        Type zeroType = type instanceof Type.Enumeration || Types.isBit(type) ? type : new Type.Ranged(0, 0);
        return new Expression.Constant(0, zeroType, span);
    }

    /** Assigns {@code start} to a scalar or to every element of an array. */
    private Statement fill(Variable variable, Expression start, Span span) {
        ImmutableList<Variable> loops = variable.dimensions().stream()
                .map(dimension -> setting.variables()
                        .create(new NameNode("i", span), Variable.Kind.LOOP, Resolved.UNKNOWN, ImmutableList.of(), 0))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Expression> indices = loops.stream()
                .map(loop -> AffineFolding.expression(Affine.of(loop), span))
                .collect(ImmutableList.toImmutableList());
        Expression target = loops.isEmpty()
                ? new Expression.Read(variable, variable.declared())
                : new Expression.Element(variable, indices, variable.declared());
        Statement statement = new Statement.Assign(target, start, span);
        for (int i = loops.size() - 1; i >= 0; i--) {
            statement = new Statement.For(
                    loops.get(i),
                    Affine.constant(0),
                    variable.dimensions().get(i),
                    false,
                    ImmutableList.of(statement),
                    span);
        }
        return statement;
    }

    private void assignment(StatementNode.Assignment node) {
        Expression target = target(node.target());
        ExpressionResolver values = ExpressionResolver.in(scope, target.type());
        Expression operand = values.resolve(node.value());
        Expression value = node.operator().isEmpty()
                ? operand
                : ExpressionResolver.combine(node.operator().get(), target, operand, node.span());
        resolved.add(new Statement.Assign(target, Types.asValueOf(target.type(), value), node.span()));
    }

    private Expression target(ExpressionNode node) {
        if (node instanceof ExpressionNode.Name name) {
            refuseReadOnly(name.name());
        }
        Expression target = ExpressionResolver.in(scope).resolve(node);
        Variable variable = switch (target) {
            case Expression.Read read -> read.variable();
            case Expression.Element element -> element.array();
            default -> throw new IllegalStateException("not a place: " + target);
        };
        if (frame.predicting() && variable.kind() == Variable.Kind.MEMORY) {
            throw Refusal.of(DiagnosticCode.PREDICT_CHANGES_MEMORY.at(
                    node.span(),
                    "'predict' must not change memory, and this changes " + Excerpt.quote(variable.name()),
                    "use a local variable, or change the query"));
        }
        return target;
    }

    private void refuseReadOnly(NameNode name) {
        Symbol symbol = scope.get(name);
        boolean changeable =
                symbol instanceof Symbol.Stored stored && stored.variable().kind() != Variable.Kind.LOOP;
        if (!changeable) {
            throw Refusal.of(DiagnosticCode.NOT_ASSIGNABLE.at(
                    name.span(),
                    Excerpt.quote(name.text()) + " is " + symbol.description() + " and cannot be assigned",
                    "declare a local variable for it"));
        }
    }

    private void call(StatementNode.Call node) {
        resolved.addAll(Procedures.inline(setting, scope, frame, node));
    }

    private void conditional(StatementNode.If node) {
        Optional<Expression> condition = Optional.empty();
        try {
            condition = Optional.of(ExpressionResolver.in(scope).resolveBit(node.condition()));
        } catch (Refusal refusal) {
            setting.findings().report(refusal);
        }
        ImmutableList<Statement> whenTrue = inner(frame.branch(), node.whenTrue());
        ImmutableList<Statement> whenFalse = inner(frame.branch(), node.whenFalse());
        condition.ifPresent(known -> resolved.add(
                new Statement.If(known, whenTrue, whenFalse, node.condition().span())));
    }

    private void loop(StatementNode.For node) {
        Scope body = scope.inner();
        try {
            Affine low = bound(node.low());
            Affine high = bound(node.high());
            Variable variable = setting.variables()
                    .create(node.variable(), Variable.Kind.LOOP, Resolved.UNKNOWN, ImmutableList.of(), 0);
            body.declare(node.variable(), new Symbol.Stored(variable));
            ImmutableList<Statement> statements = block(setting, body, frame.loop(), node.body());
            resolved.add(new Statement.For(variable, low, high, node.descending(), statements, node.header()));
        } catch (Refusal refusal) {
            setting.findings().report(refusal);
            body.declareBroken(node.variable());
            block(setting, body, frame.loop(), node.body());
        }
    }

    private Affine bound(ExpressionNode node) {
        return AffineFolding.required(
                Types.asNumber(ExpressionResolver.in(scope).resolve(node)),
                "a loop's bound must be a sum of numbers, sizes and loop variables",
                "loop over the whole range and skip what an 'if' rules out");
    }

    private void refuseOutsideLoop(String keyword, Span span) {
        if (!frame.breakable()) {
            throw Refusal.of(DiagnosticCode.OUTSIDE_LOOP.at(span, "'" + keyword + "' is not in a loop of this body"));
        }
    }

    private void answer(StatementNode.Return node) {
        if (!frame.calls().isEmpty()) {
            throw Refusal.of(DiagnosticCode.RETURN_OUTSIDE_PREDICT.at(
                    node.span(), "a procedure returns nothing", "assign the result to memory or to an array"));
        }
        if (!frame.predicting()) {
            throw Refusal.of(DiagnosticCode.RETURN_OUTSIDE_PREDICT.at(
                    node.span(), "'learn' returns nothing", "put what follows into an 'if'"));
        }
        Expression value = ExpressionResolver.in(scope, Type.BIT).resolve(node.value());
        resolved.add(new Statement.Return(Types.asValueOf(Type.BIT, value), node.span()));
    }
}
