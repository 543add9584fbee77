package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Refuses elements that only data can tell (a wave visits every pixel once, in an order that is known beforehand) and
 * elements of local arrays.
 */
final class IndexCheck {
    private IndexCheck() {}

    static void check(Statement statement) throws NotASweepException {
        List<Expression.Element> elements = elements(statement);
        for (Expression.Element element : elements) {
            if (element.array().kind() == Variable.Kind.LOCAL) {
                throw new NotASweepException(
                        element.span(),
                        "'" + element.array().name()
                                + "' is an array that every example has for itself, and only memory"
                                + " and the example's own bits have an element in every pixel");
            }
        }
        checkChosenByData(elements);
    }

    /** Refuses elements that only data can tell. */
    static void checkChosenByData(Statement statement) throws NotASweepException {
        checkChosenByData(elements(statement));
    }

    private static List<Expression.Element> elements(Statement statement) {
        return Stream.concat(statement.reads(), statement.assignments().map(Statement.Assign::target))
                .filter(Expression.Element.class::isInstance)
                .map(Expression.Element.class::cast)
                .toList();
    }

    private static void checkChosenByData(List<Expression.Element> elements) throws NotASweepException {
        for (Expression.Element element : elements) {
            for (Expression index : element.indices()) {
                if (!(index instanceof Expression.Index) && !(index instanceof Expression.Constant)) {
                    throw new NotASweepException(
                            index.span(),
                            "which element of '" + element.array().name()
                                    + "' is meant here depends on data, and a wave"
                                    + " passes all elements in an order that is fixed beforehand");
                }
            }
        }
    }
}
