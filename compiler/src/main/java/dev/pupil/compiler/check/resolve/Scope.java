package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.finding.Spelling;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.NameNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The names visible at one place: those of a block and, behind them, those of the blocks around it. */
final class Scope {
    private final Optional<Scope> outer;
    private final Map<String, Declared> names = new LinkedHashMap<>();

    private record Declared(Symbol symbol, Span span) {}

    private Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    /** A scope with nothing around it. */
    static Scope global() {
        return new Scope(Optional.empty());
    }

    /** The scope of the learner's own names, which is all that a procedure sees of its callers. */
    Scope outermost() {
        return outer.map(Scope::outermost).orElse(this);
    }

    /** A new innermost block. */
    Scope inner() {
        return new Scope(Optional.of(this));
    }

    /**
     * Declares a name.
     *
     * @throws Refusal if the name is visible already
     */
    void declare(NameNode name, Symbol symbol) {
        Optional<Declared> earlier = find(name.text());
        if (earlier.isPresent()) {
            throw Refusal.of(DiagnosticCode.DUPLICATE_NAME.at(
                    name.span(),
                    Excerpt.quote(name.text()) + " is already "
                            + earlier.get().symbol().description() + " here",
                    "it was declared in line " + earlier.get().span().line() + "; use another name"));
        }
        names.put(name.text(), new Declared(symbol, name.span()));
    }

    /** Declares a name whose declaration was refused, unless it is visible already. */
    void declareBroken(NameNode name) {
        if (find(name.text()).isEmpty()) {
            names.put(name.text(), new Declared(new Symbol.Broken(), name.span()));
        }
    }

    /** What a name means here, if anything. */
    Optional<Symbol> lookUp(String name) {
        return find(name).map(Declared::symbol);
    }

    /**
     * What a name means here.
     *
     * @throws Refusal if it means nothing
     */
    Symbol get(NameNode name) {
        Symbol symbol = lookUp(name.text()).orElseThrow(() -> unknown(name));
        if (symbol instanceof Symbol.Broken) {
            throw Refusal.reportedAlready();
        }
        return symbol;
    }

    private Refusal unknown(NameNode name) {
        String message = "nothing is called " + Excerpt.quote(name.text()) + " here";
        return Refusal.of(Spelling.nearest(name.text(), visible())
                .map(nearest -> DiagnosticCode.UNKNOWN_NAME.at(
                        name.span(), message, "did you mean " + Excerpt.quote(nearest) + "?"))
                .orElseGet(() -> DiagnosticCode.UNKNOWN_NAME.at(name.span(), message)));
    }

    private Optional<Declared> find(String name) {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            Declared declared = scope.get().names.get(name);
            if (declared != null) {
                return Optional.of(declared);
            }
        }
        return Optional.empty();
    }

    private Iterable<String> visible() {
        TreeSet<String> visible = new TreeSet<>();
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer) {
            visible.addAll(scope.get().names.keySet());
        }
        return visible;
    }
}
