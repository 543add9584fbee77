package dev.pupil.compiler.text;

import dev.pupil.compiler.text.antlr.StagesParser;
import dev.pupil.grammar.source.Excerpt;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Something wrong at a place of a text; carries the exception through generated code, which declares none. */
final class Fault extends ParseCancellationException {
    private static final long serialVersionUID = 1L;

    private final StageTextException problem;

    private Fault(StageTextException problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong. */
    StageTextException problem() {
        return problem;
    }

    /** A fault at a token. */
    static Fault at(Token token, String problem) {
        return new Fault(new StageTextException(token.getLine(), token.getCharPositionInLine() + 1, problem));
    }

    /** A fault at the first token of a rule. */
    static Fault at(ParserRuleContext rule, String problem) {
        return at(rule.getStart(), problem);
    }

    /** What {@code construction} gives; what a value does not allow is a fault at {@code rule}. */
    static <T> T check(ParserRuleContext rule, Supplier<T> construction) {
        try {
            return construction.get();
        } catch (IllegalArgumentException notAllowed) {
            throw at(rule, String.valueOf(notAllowed.getMessage()));
        }
    }

    /** Refuses a name that comes twice. */
    static void checkUnique(Collection<StagesParser.NameContext> names, String what) {
        Set<String> seen = new HashSet<>();
        for (StagesParser.NameContext name : names) {
            if (!seen.add(Quoting.read(name))) {
                throw at(name, "there are two %s called %s".formatted(what, Excerpt.quote(name.getText())));
            }
        }
    }
}
