package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Type;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.tree.LearnerNode;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.StatementNode;
import dev.pupil.grammar.tree.TypeNode;

/**
 * Declares every enumeration of a learner and its constants, wherever it is written; the same list of constants in two
 * places is one type.
 */
final class Enumerations {
    private final Scope scope;
    private final Findings findings;

    private Enumerations(Scope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void declare(LearnerNode learner, Scope scope, Findings findings) {
        Enumerations enumerations = new Enumerations(scope, findings);
        learner.members().forEach(enumerations::member);
    }

    private void member(MemberNode member) {
        switch (member) {
            case MemberNode.Memory node -> type(node.type());
            case MemberNode.Enumeration node -> named(node);
            case MemberNode.Procedure node -> {
                for (MemberNode.Parameter parameter : node.parameters()) {
                    if (parameter instanceof MemberNode.Parameter.Typed typed) {
                        type(typed.type());
                    }
                }
                node.body().forEach(this::statement);
            }
            case MemberNode.Learn node -> node.body().forEach(this::statement);
            case MemberNode.Predict node -> node.body().forEach(this::statement);
        }
    }

    private void statement(StatementNode statement) {
        switch (statement) {
            case StatementNode.Declaration node -> type(node.type());
            case StatementNode.If node -> {
                node.whenTrue().forEach(this::statement);
                node.whenFalse().forEach(this::statement);
            }
            case StatementNode.For node -> node.body().forEach(this::statement);
            case StatementNode.Block node -> node.body().forEach(this::statement);
            case StatementNode.Assignment node -> {}
            case StatementNode.Call node -> {}
            case StatementNode.Break node -> {}
            case StatementNode.Continue node -> {}
            case StatementNode.Return node -> {}
        }
    }

    private void named(MemberNode.Enumeration node) {
        type(node.type());
        try {
            scope.declare(node.name(), new Symbol.NamedType(TypeResolver.enumeration(node.type())));
        } catch (Refusal refusal) {
            findings.report(refusal);
            scope.declareBroken(node.name());
        }
    }

    private void type(TypeNode node) {
        if (!(node instanceof TypeNode.Enumeration enumeration)) {
            return;
        }
        try {
            Type.Enumeration type = TypeResolver.enumeration(enumeration);
            for (int i = 0; i < type.constants().size(); i++) {
                constant(enumeration.constants().get(i), new Symbol.Constant(type, i));
            }
        } catch (Refusal refusal) {
            findings.report(refusal);
            enumeration.constants().forEach(scope::declareBroken);
        }
    }

    private void constant(NameNode name, Symbol.Constant constant) {
        Symbol earlier = scope.lookUp(name.text()).orElse(constant);
        if (earlier instanceof Symbol.Constant other && !other.equals(constant)) {
            throw Refusal.of(DiagnosticCode.DUPLICATE_NAME.at(
                    name.span(),
                    Excerpt.quote(name.text()) + " is already a constant of " + Types.describe(other.type()),
                    "every enumeration needs constants of its own"));
        }
        if (scope.lookUp(name.text()).isEmpty() || !(earlier instanceof Symbol.Constant)) {
            scope.declare(name, constant);
        }
    }
}
