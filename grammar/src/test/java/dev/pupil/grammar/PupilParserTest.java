package dev.pupil.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.ExpressionNode.Binary;
import dev.pupil.grammar.tree.ExpressionNode.BinaryOperator;
import dev.pupil.grammar.tree.ExpressionNode.Conditional;
import dev.pupil.grammar.tree.LearnerNode;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.StatementNode;
import org.junit.jupiter.api.Test;

class PupilParserTest {
    @Test
    void everyNodeHasTheSpanOfItsText() throws DiagnosticException {
        Binary sum = (Binary) expression("a + (b[k]  ^ 1)");
        assertThat(sum.span()).isEqualTo(new Span(1, 1, 1, 16));
        assertThat(sum.left().span()).isEqualTo(new Span(1, 1, 1, 2));
        assertThat(sum.right().span()).isEqualTo(new Span(1, 5, 1, 16));
        Binary exclusive = (Binary) sum.right();
        assertThat(exclusive.left().span()).isEqualTo(new Span(1, 6, 1, 10));
        assertThat(exclusive.right().span()).isEqualTo(new Span(1, 14, 1, 15));
    }

    @Test
    void columnsCountCodePoints() throws DiagnosticException {
        LearnerNode learner = learner("/* 🦊🦊 */ learner a(d features) { }");
        assertThat(learner.name().span()).isEqualTo(new Span(1, 18, 1, 19));
    }

    @Test
    void aStatementGoesOverSeveralLines() throws DiagnosticException {
        LearnerNode learner = learner("learner a(d features) {\r\n learn (example v) {\n  for j in 0..d {\n  }\n }\n}");
        MemberNode.Learn learn = (MemberNode.Learn) learner.members().getFirst();
        StatementNode.For loop = (StatementNode.For) learn.body().getFirst();
        assertThat(loop.span()).isEqualTo(new Span(3, 3, 4, 4));
        assertThat(loop.header()).isEqualTo(new Span(3, 3, 3, 16));
    }

    @Test
    void andBindsTighterThanExclusiveOrAndThatThanOr() throws DiagnosticException {
        Binary or = (Binary) expression("a | b ^ c & d");
        assertThat(or.operator()).isEqualTo(BinaryOperator.OR);
        Binary xor = (Binary) or.right();
        assertThat(xor.operator()).isEqualTo(BinaryOperator.XOR);
        assertThat(((Binary) xor.right()).operator()).isEqualTo(BinaryOperator.AND);
    }

    @Test
    void comparisonsBindTighterThanLogicAndLooserThanArithmetic() throws DiagnosticException {
        Binary and = (Binary) expression("a + 1 < b & c == d");
        assertThat(and.operator()).isEqualTo(BinaryOperator.AND);
        assertThat(((Binary) and.left()).operator()).isEqualTo(BinaryOperator.LESS);
        assertThat(((Binary) and.right()).operator()).isEqualTo(BinaryOperator.EQUAL);
    }

    @Test
    void subtractionAssociatesToTheLeftAndChoiceToTheRight() throws DiagnosticException {
        Binary difference = (Binary) expression("a - b - c");
        assertThat(((Binary) difference.left()).operator()).isEqualTo(BinaryOperator.SUBTRACT);
        Conditional choice = (Conditional) expression("a ? b : c ? d : e");
        assertThat(choice.whenFalse()).isInstanceOf(Conditional.class);
    }

    @Test
    void onlyADocumentationCommentRightBeforeTheLearnerIsItsDocumentation() throws DiagnosticException {
        String learner = " learner a(d features) { }";
        assertThat(learner("/** Learns. */" + learner).documentation()).isEqualTo("Learns.");
        assertThat(learner("/**\n * Learns\n *   more.\n */" + learner).documentation())
                .isEqualTo("Learns\n  more.");
        assertThat(learner("/* Learns. */" + learner).documentation()).isEmpty();
        assertThat(learner("/**/" + learner).documentation()).isEmpty();
        assertThat(learner("/** Old. */ /* new */" + learner).documentation()).isEmpty();
        assertThat(learner(learner).documentation()).isEmpty();
    }

    @Test
    void wordsThatMeanSomethingInOnePlaceOnlyAreNamesElsewhere() throws DiagnosticException {
        LearnerNode learner = learner("learner example(features features, examples examples) {"
                + " memory bit query[features]; learn (example example) { query[0] = example[0]; } }");
        assertThat(learner.members()).hasSize(2);
    }

    @Test
    void commentsAreSpaces() throws DiagnosticException {
        assertThat(expression("1 /* one */ + // and\n 2")).isInstanceOf(Binary.class);
    }

    @Test
    void anExpressionIsTheWholeText() {
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> expression("a + b c"));
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> expression(""));
    }

    private static ExpressionNode expression(String text) throws DiagnosticException {
        return PupilParser.parseExpression(new Source("test.pupil", text));
    }

    private static LearnerNode learner(String text) throws DiagnosticException {
        return (LearnerNode) PupilParser.parse(new Source("test.pupil", text));
    }
}
