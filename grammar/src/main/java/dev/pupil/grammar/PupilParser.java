package dev.pupil.grammar;

import dev.pupil.grammar.antlr.Parsing;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.tree.DefinitionNode;
import dev.pupil.grammar.tree.ExpressionNode;

/** Parses Pupil text. Every method gives a whole tree or refuses with all syntax errors found. */
public final class PupilParser {
    private PupilParser() {}

    /**
     * Parses a file: one learner, or one machine.
     *
     * @throws DiagnosticException if the text is anything else
     */
    public static DefinitionNode parse(Source source) throws DiagnosticException {
        return Parsing.definition(source);
    }

    /**
     * Parses one expression.
     *
     * @throws DiagnosticException if the text is anything else
     */
    public static ExpressionNode parseExpression(Source source) throws DiagnosticException {
        return Parsing.expression(source);
    }
}
