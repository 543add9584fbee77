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
import dev.pupil.grammar.tree.MemberNode.Parameter;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.StatementNode;

/**
 * Inlines calls. A scalar parameter is a value: a constant or affine argument is put in its place, so that it can bound
 * loops and index arrays, and any other argument is assigned to a fresh local first. An array parameter is another name
 * for the caller's array.
 */
final class Procedures {
    private final Setting setting;
    private final Scope outermost;
    private final Scope inside;
    private final ImmutableList.Builder<Statement> arguments = ImmutableList.builder();

    private Procedures(Setting setting, Scope outermost) {
        this.setting = setting;
        this.outermost = outermost;
        this.inside = outermost.inner();
    }

    /**
     * The statements of a call.
     *
     * @throws Refusal if it is not a call of a procedure with fitting arguments, or a recursive one
     */
    static ImmutableList<Statement> inline(Setting setting, Scope caller, Frame frame, StatementNode.Call call) {
        MemberNode.Procedure procedure = procedure(caller, call.procedure());
        String name = procedure.name().text();
        if (frame.calls().contains(name)) {
            throw Refusal.of(DiagnosticCode.RECURSION.at(
                    call.procedure().span(),
                    Excerpt.quote(name) + " calls itself"
                            + (frame.calls().getLast().equals(name)
                                    ? ""
                                    : " through " + Excerpt.quote(frame.calls().getLast())),
                    "procedures are inlined; use a loop"));
        }
        if (procedure.parameters().size() != call.arguments().size()) {
            throw Refusal.of(DiagnosticCode.ARGUMENT_COUNT.at(
                    call.span(),
                    "%s takes %s argument%s, and %s %s given"
                            .formatted(
                                    Excerpt.quote(name),
                                    procedure.parameters().size(),
                                    procedure.parameters().size() == 1 ? "" : "s",
                                    call.arguments().size(),
                                    call.arguments().size() == 1 ? "is" : "are")));
        }
        Procedures inlining = new Procedures(setting, caller.outermost());
        for (int i = 0; i < call.arguments().size(); i++) {
            inlining.bind(procedure.parameters().get(i), call.arguments().get(i), caller);
        }
        setting.inlining(name);
        ImmutableList<Statement> body =
                StatementResolver.block(setting, inlining.inside, frame.call(name), procedure.body());
        return inlining.arguments.addAll(body).build();
    }

    /** Checks names and kinds in a procedure that nothing calls. */
    static void checkAlone(Setting setting, Scope outermost, MemberNode.Procedure procedure) {
        Procedures alone = new Procedures(setting, outermost);
        for (Parameter parameter : procedure.parameters()) {
            try {
                alone.bindUnknown(parameter);
            } catch (Refusal refusal) {
                setting.findings().report(refusal);
                alone.inside.declareBroken(parameter.name());
            }
        }
        StatementResolver.block(
                setting,
                alone.inside,
                Frame.outermost(false).call(procedure.name().text()),
                procedure.body());
    }

    private static MemberNode.Procedure procedure(Scope caller, NameNode name) {
        if (ExpressionResolver.FUNCTIONS.contains(name.text())
                && caller.lookUp(name.text()).isEmpty()) {
            throw Refusal.of(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                    name.span(),
                    Excerpt.quote(name.text()) + " gives a value, which is not used",
                    "assign it: 'x = " + name.text() + "(...);'"));
        }
        Symbol symbol = caller.get(name);
        if (symbol instanceof Symbol.Procedure procedure) {
            return procedure.node();
        }
        throw Refusal.of(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                name.span(), Excerpt.quote(name.text()) + " is " + symbol.description() + ", not a procedure"));
    }

    private void bind(Parameter parameter, ExpressionNode argument, Scope caller) {
        switch (parameter) {
            case Parameter.Example node -> {
                Variable example = array(argument, caller, node.name());
                if (example.kind() != Variable.Kind.EXAMPLE) {
                    throw mismatch(argument.span(), node.name(), "an example");
                }
                inside.declare(node.name(), new Symbol.Stored(example));
            }
            case Parameter.Typed node -> {
                if (node.dimensions().isEmpty()) {
                    bindValue(node, argument, caller);
                } else {
                    bindArray(node, argument, caller);
                }
            }
        }
    }

    private void bindArray(Parameter.Typed node, ExpressionNode argument, Scope caller) {
        Type type = TypeResolver.resolve(node.type(), outermost);
        ImmutableList<Affine> dimensions = TypeResolver.dimensions(node.dimensions(), outermost);
        Variable array = array(argument, caller, node.name());
        if (!array.type().equals(type) || !array.dimensions().equals(dimensions)) {
            throw mismatch(argument.span(), node.name(), "an array of the parameter's type and sizes");
        }
        inside.declare(node.name(), new Symbol.Stored(array));
    }

    private static Variable array(ExpressionNode argument, Scope caller, NameNode parameter) {
        if (argument instanceof ExpressionNode.Name name
                && caller.get(name.name()) instanceof Symbol.Stored stored
                && stored.variable().isArray()) {
            return stored.variable();
        }
        throw mismatch(argument.span(), parameter, "the name of an array");
    }

    private static Refusal mismatch(Span span, NameNode parameter, String needed) {
        return Refusal.of(
                DiagnosticCode.TYPE_MISMATCH.at(span, Excerpt.quote(parameter.text()) + " must be given " + needed));
    }

    private void bindValue(Parameter.Typed node, ExpressionNode argument, Scope caller) {
        Type type = TypeResolver.resolve(node.type(), outermost);
        Expression value =
                Types.asValueOf(type, ExpressionResolver.in(caller, type).resolve(argument));
        if (value instanceof Expression.Constant constant) {
            Initialisers.check(type, constant.value(), value.span());
        }
        boolean inPlace = value instanceof Expression.Constant
                || (value instanceof Expression.Index && type.equals(Resolved.UNKNOWN));
        inside.declare(node.name(), new Symbol.Value(inPlace ? value : local(node, type, value)));
    }

    private Expression local(Parameter.Typed node, Type type, Expression value) {
        Variable local = setting.variables().create(node.name(), Variable.Kind.LOCAL, type, ImmutableList.of(), 0);
        Expression read = new Expression.Read(local, node.name().span());
        arguments.add(new Statement.Assign(read, value, value.span()));
        return read;
    }

    private void bindUnknown(Parameter parameter) {
        switch (parameter) {
            case Parameter.Example node -> {
                ImmutableList<Affine> dimensions =
                        ImmutableList.of(Affine.ofFeatures().plus(Affine.constant(1)));
                inside.declare(
                        node.name(),
                        new Symbol.Stored(setting.variables()
                                .create(node.name(), Variable.Kind.EXAMPLE, Type.BIT, dimensions, 0)));
            }
            case Parameter.Typed node -> {
                Type type = TypeResolver.resolve(node.type(), outermost);
                ImmutableList<Affine> dimensions = TypeResolver.dimensions(node.dimensions(), outermost);
                boolean affine = dimensions.isEmpty() && type.equals(Resolved.UNKNOWN);
                Variable unknown = setting.variables()
                        .create(node.name(), affine ? Variable.Kind.LOOP : Variable.Kind.LOCAL, type, dimensions, 0);
                inside.declare(node.name(), symbol(unknown, node.name().span()));
            }
        }
    }

    private static Symbol symbol(Variable unknown, Span span) {
        if (unknown.isArray()) {
            return new Symbol.Stored(unknown);
        }
        return new Symbol.Value(
                unknown.kind() == Variable.Kind.LOOP
                        ? AffineFolding.expression(Affine.of(unknown), span)
                        : new Expression.Read(unknown, span));
    }
}
