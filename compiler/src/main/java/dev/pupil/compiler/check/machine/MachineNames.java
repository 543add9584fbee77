package dev.pupil.compiler.check.machine;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.finding.Spelling;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.tree.NameNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The names of a machine's symbols, or of its states, which are numbered in the order of their declarations.
 *
 * @param kind what they are names of
 * @param texts each once
 */
record MachineNames(String kind, ImmutableList<String> texts) {
    /** The state that is none. */
    static final String HALT = "halt";

    /** The names declared; those that are declared twice, or can't be names, are reported. */
    static MachineNames of(String kind, List<NameNode> names, Findings findings) {
        Set<String> texts = new LinkedHashSet<>();
        for (NameNode name : names) {
            if (!texts.add(name.text())) {
                findings.report(DiagnosticCode.DUPLICATE_NAME.at(
                        name.span(), "there is a " + kind + " '" + name.text() + "' already"));
            }
            if (kind.equals("state") && name.text().equals(HALT)) {
                findings.report(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                        name.span(),
                        "'halt' is where a machine ends, and can't be one of its states",
                        "give the state another name"));
            }
        }
        return new MachineNames(kind, ImmutableList.copyOf(texts));
    }

    /** A name's number; nothing, and a message, if there is no such name. */
    OptionalInt number(NameNode name, Findings findings) {
        int number = texts.indexOf(name.text());
        if (number >= 0) {
            return OptionalInt.of(number);
        }
        String message = "there is no " + kind + " '" + name.text() + "'";
        findings.report(Spelling.nearest(name.text(), texts)
                .map(nearest -> DiagnosticCode.UNKNOWN_NAME.at(name.span(), message, "did you mean '" + nearest + "'?"))
                .orElseGet(() -> DiagnosticCode.UNKNOWN_NAME.at(name.span(), message)));
        return OptionalInt.empty();
    }
}
