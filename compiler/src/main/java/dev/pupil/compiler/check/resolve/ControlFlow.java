package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.StatementNode;
import java.util.List;

/**
 * Finds statements that are never reached and paths through {@code predict} that return nothing. What leaves a body where
 * it must not is somebody else's to report, and leaves nothing here.
 */
final class ControlFlow {
    private final Findings findings;
    private final boolean predicting;

    private ControlFlow(Findings findings, boolean predicting) {
        this.findings = findings;
        this.predicting = predicting;
    }

    /** Reports statements that are never reached. */
    static void check(List<StatementNode> body, Findings findings) {
        new ControlFlow(findings, false).completes(body, false);
    }

    /** As {@link #check}, and reports if the end of {@code predict} can be reached. */
    static void checkReturns(MemberNode.Predict predict, Findings findings) {
        if (new ControlFlow(findings, true).completes(predict.body(), false)) {
            Span end = predict.span();
            findings.report(DiagnosticCode.MISSING_RETURN.at(
                    new Span(end.endLine(), end.endColumn() - 1, end.endLine(), end.endColumn()),
                    "'predict' can end without an answer",
                    "end it with a 'return', for example 'return 0;'"));
        }
    }

    /** Whether execution can go on after the last of these statements. */
    private boolean completes(List<StatementNode> body, boolean inLoop) {
        boolean reached = true;
        boolean reported = false;
        for (StatementNode statement : body) {
            if (!reached && !reported) {
                findings.report(DiagnosticCode.UNREACHABLE.at(
                        firstLine(statement.span()), "this is never reached", "remove it, or what leaves before it"));
                reported = true;
            }
            reached &= completes(statement, inLoop);
        }
        return reached;
    }

    private boolean completes(StatementNode statement, boolean inLoop) {
        return switch (statement) {
            case StatementNode.If node -> {
                boolean whenTrue = completes(node.whenTrue(), inLoop);
                boolean whenFalse = completes(node.whenFalse(), inLoop);
                yield whenTrue || whenFalse;
            }
            case StatementNode.For node -> {
                completes(node.body(), true);
                yield true;
            }
            case StatementNode.Block node -> completes(node.body(), inLoop);
            case StatementNode.Return node -> !predicting;
            case StatementNode.Break node -> !inLoop;
            case StatementNode.Continue node -> !inLoop;
            case StatementNode.Declaration node -> true;
            case StatementNode.Assignment node -> true;
            case StatementNode.Call node -> true;
        };
    }

    /** A statement's span; the start of one that goes over several lines. */
    private static Span firstLine(Span span) {
        return span.line() == span.endLine()
                ? span
                : new Span(span.line(), span.column(), span.line(), span.column() + 1);
    }
}
