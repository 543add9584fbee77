package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.text.antlr.StagesParser.InvariantContext;
import java.util.List;

/** What holds at every pixel, at the end of a stage's text: one term a line. */
final class Invariants {
    private static final int INDENT = 2;

    private Invariants() {}

    static void print(List<Term> invariants, Output output) {
        TermPrinter terms = new TermPrinter(output);
        output.add(invariants.isEmpty() ? "" : "\n");
        for (Term invariant : invariants) {
            output.line(0).add("invariant ");
            terms.print(invariant, Precedence.CHOICE, INDENT);
        }
    }

    static ImmutableList<Term> read(List<InvariantContext> invariants) {
        return invariants.stream()
                .map(invariant -> TermReader.read(invariant.term()))
                .collect(ImmutableList.toImmutableList());
    }
}
