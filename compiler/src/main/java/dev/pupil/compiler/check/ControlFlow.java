package dev.pupil.compiler.check;

import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.StatementNode;
import java.util.List;

/** Finds statements that are never reached and paths through {@code predict} that return nothing. */
final class ControlFlow {
    private ControlFlow() {}

    /** Reports statements that are never reached. */
    static void check(List<StatementNode> body, Findings findings) {
        completes(body, findings);
    }

    /** As {@link #check}, and reports if the end of {@code predict} can be reached. */
    static void checkReturns(MemberNode.Predict predict, Findings findings) {
        if (completes(predict.body(), findings)) {
            Span end = predict.span();
            findings.report(DiagnosticCode.MISSING_RETURN.at(
                    new Span(end.endLine(), end.endColumn() - 1, end.endLine(), end.endColumn()),
                    "'predict' can end without an answer",
                    "end it with a 'return', for example 'return 0;'"));
        }
    }

    /** Whether execution can go on after the last of these statements. */
    private static boolean completes(List<StatementNode> body, Findings findings) {
        boolean reached = true;
        boolean reported = false;
        for (StatementNode statement : body) {
            if (!reached && !reported) {
                findings.report(DiagnosticCode.UNREACHABLE.at(
                        firstLine(statement.span()), "this is never reached", "remove it, or what leaves before it"));
                reported = true;
            }
            reached &= completes(statement, findings);
        }
        return reached;
    }

    private static boolean completes(StatementNode statement, Findings findings) {
        return switch (statement) {
            case StatementNode.If node -> completes(node.whenTrue(), findings) | completes(node.whenFalse(), findings);
            case StatementNode.For node -> {
                completes(node.body(), findings);
                yield true;
            }
            case StatementNode.Block node -> completes(node.body(), findings);
            case StatementNode.Return node -> false;
            case StatementNode.Break node -> false;
            case StatementNode.Continue node -> false;
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
