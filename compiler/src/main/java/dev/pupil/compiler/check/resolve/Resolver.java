package dev.pupil.compiler.check.resolve;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.LearnerNode;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.SizeNode;
import dev.pupil.grammar.tree.StatementNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first stage: declares what a learner declares and resolves its bodies. */
public final class Resolver {
    private final LearnerNode learner;
    private final Findings findings;
    private final Scope scope = Scope.global();
    private final Variables variables = new Variables();
    private final List<Variable> memory = new ArrayList<>();

    private Resolver(LearnerNode learner, Findings findings) {
        this.learner = learner;
        this.findings = findings;
    }

    /** Resolves a learner; what comes out may be used only if nothing was found wrong. */
    public static Resolved resolve(Source source, LearnerNode learner, Findings findings) {
        return new Resolver(learner, findings).resolve(source);
    }

    private Resolved resolve(Source source) {
        String featuresName = size(false).orElse("");
        String examplesName = size(true).orElse("");
        refuseMissingFeatures(featuresName);
        Enumerations.declare(learner, scope, findings);
        for (MemberNode member : learner.members()) {
            declare(member);
        }
        Setting setting = new Setting(findings, variables);
        Optional<MemberNode.Learn> learn = single(MemberNode.Learn.class, "learn (example v) { ... }");
        Optional<MemberNode.Predict> predict = single(MemberNode.Predict.class, "predict (query v) { ... }");
        Body learned = body(setting, false, learn.map(MemberNode.Learn::example), learn.map(MemberNode.Learn::body));
        Body predicted =
                body(setting, true, predict.map(MemberNode.Predict::query), predict.map(MemberNode.Predict::body));
        learn.ifPresent(node -> ControlFlow.check(node.body(), findings));
        predict.ifPresent(node -> ControlFlow.checkReturns(node, findings));
        checkProcedures(setting);
        Program program = new Program(
                learner.name().text(),
                learner.documentation(),
                featuresName,
                examplesName,
                ImmutableList.copyOf(memory),
                learned.example(),
                learned.statements(),
                predicted.example(),
                predicted.statements(),
                source);
        return new Resolved(program, variables.inferred());
    }

    private Optional<String> size(boolean ofExamples) {
        Optional<String> found = Optional.empty();
        for (SizeNode size : learner.sizes()) {
            if (size.ofExamples() == ofExamples) {
                declareSize(size, found.isPresent());
                found = found.or(() -> Optional.of(size.name().text()));
            }
        }
        return found;
    }

    private void declareSize(SizeNode size, boolean repeated) {
        String role = size.ofExamples() ? "examples" : "features";
        if (repeated) {
            findings.report(
                    DiagnosticCode.REPEATED_MEMBER.at(size.span(), "the number of " + role + " has a name already"));
        }
        declare(size.name(), new Symbol.Size(size.ofExamples() ? Affine.ofExamples() : Affine.ofFeatures()));
    }

    private void refuseMissingFeatures(String featuresName) {
        if (featuresName.isEmpty()) {
            findings.report(DiagnosticCode.MISSING_MEMBER.at(
                    learner.name().span(),
                    "the number of features has no name",
                    "write 'learner " + learner.name().text() + "(d features)'"));
        }
    }

    private void declare(NameNode name, Symbol symbol) {
        try {
            scope.declare(name, symbol);
        } catch (Refusal refusal) {
            findings.report(refusal);
        }
    }

    private void declare(MemberNode member) {
        switch (member) {
            case MemberNode.Memory node -> declareMemory(node);
            case MemberNode.Procedure node -> declare(node.name(), new Symbol.Procedure(node));
            case MemberNode.Enumeration node -> {} // declared before everything else
            case MemberNode.Learn node -> {}
            case MemberNode.Predict node -> {}
        }
    }

    private void declareMemory(MemberNode.Memory node) {
        Optional<Type> type = Optional.empty();
        try {
            type = Optional.of(TypeResolver.resolve(node.type(), scope));
        } catch (Refusal refusal) {
            findings.report(refusal);
        }
        for (MemberNode.Declarator declarator : node.declarators()) {
            try {
                memory.add(memory(type.orElseThrow(Refusal::reportedAlready), declarator));
            } catch (Refusal refusal) {
                findings.report(refusal);
                scope.declareBroken(declarator.name());
            }
        }
    }

    private Variable memory(Type type, MemberNode.Declarator declarator) {
        ImmutableList<Affine> dimensions = TypeResolver.dimensions(declarator.dimensions(), scope);
        int initial = 0;
        if (declarator.initial().isPresent()) {
            Expression value = Types.asValueOf(
                    type,
                    ExpressionResolver.in(scope, type)
                            .resolve(declarator.initial().get()));
            initial = Initialisers.constant(value)
                    .orElseThrow(() -> Refusal.of(DiagnosticCode.NOT_CONSTANT.at(
                            value.span(), "memory starts with a number, and this is not one")));
        }
        Span place = declarator
                .initial()
                .map(node -> node.span())
                .orElse(declarator.name().span());
        Initialisers.check(type, initial, place);
        Variable variable = variables.create(declarator.name(), Variable.Kind.MEMORY, type, dimensions, initial);
        scope.declare(declarator.name(), new Symbol.Stored(variable));
        return variable;
    }

    private <T extends MemberNode> Optional<T> single(Class<T> kind, String example) {
        List<T> found = learner.members().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        String name = example.substring(0, example.indexOf(' '));
        if (found.isEmpty()) {
            findings.report(DiagnosticCode.MISSING_MEMBER.at(
                    kind.equals(MemberNode.Learn.class) ? learner.name().span() : end(learner.span()),
                    Excerpt.quote(learner.name().text()) + " has no '" + name + "'",
                    "write '" + example + "'"));
        }
        found.stream()
                .skip(1)
                .forEach(again -> findings.report(DiagnosticCode.REPEATED_MEMBER.at(
                        keyword(again.span(), name), "a learner has one '" + name + "', and this is another")));
        return found.stream().findFirst();
    }

    private static Span end(Span span) {
        return new Span(span.endLine(), span.endColumn() - 1, span.endLine(), span.endColumn());
    }

    private static Span keyword(Span span, String keyword) {
        return new Span(span.line(), span.column(), span.line(), span.column() + keyword.length());
    }

    private record Body(Variable example, ImmutableList<Statement> statements) {}

    private Body body(
            Setting setting,
            boolean predicting,
            Optional<NameNode> name,
            Optional<ImmutableList<StatementNode>> statements) {
        NameNode known = name.orElse(new NameNode("v", learner.name().span()));
        Variable example = variables.create(
                known,
                Variable.Kind.EXAMPLE,
                Type.BIT,
                ImmutableList.of(Affine.ofFeatures().plus(Affine.constant(1))),
                0);
        if (statements.isEmpty()) {
            return new Body(example, ImmutableList.of());
        }
        Scope inner = scope.inner();
        try {
            inner.declare(known, new Symbol.Stored(example));
        } catch (Refusal refusal) {
            findings.report(refusal);
        }
        return new Body(
                example, StatementResolver.block(setting, inner, Frame.outermost(predicting), statements.get()));
    }

    /** Names and kinds are checked in every procedure, called or not; ranges are where it is called. */
    private void checkProcedures(Setting setting) {
        for (MemberNode member : learner.members()) {
            if (member instanceof MemberNode.Procedure procedure) {
                ControlFlow.check(procedure.body(), findings);
                if (!setting.wasInlined(procedure.name().text())) {
                    Procedures.checkAlone(setting, scope, procedure);
                }
            }
        }
    }
}
