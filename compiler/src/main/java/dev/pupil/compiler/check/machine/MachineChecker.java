package dev.pupil.compiler.check.machine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Machine.Lesson;
import dev.pupil.compiler.program.Machine.State;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.tree.MachineNode;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.PartNode;
import java.util.List;
import java.util.Optional;

/** Gives the names of a machine their meaning and makes sure that nothing is missing. */
public final class MachineChecker {
    /** The name of a symbol that is blank without being declared so. */
    private static final String BLANK = "blank";

    private final MachineNode node;
    private final Findings findings = new Findings();

    private MachineChecker(MachineNode node) {
        this.node = node;
    }

    /**
     * The machine.
     *
     * @throws DiagnosticException with everything found wrong, if anything is
     */
    public static Machine check(Source source, MachineNode node) throws DiagnosticException {
        MachineChecker checker = new MachineChecker(node);
        MachineNames symbols = checker.symbols();
        MachineNames states = checker.states();
        int blank = checker.blank(symbols);
        int start = checker.start(states);
        ImmutableList<State> rules =
                new TransitionChecker(symbols, states, checker.findings).states(checker.all(PartNode.State.class));
        Optional<Lesson> lesson = checker.lesson(symbols);
        ImmutableSet<Integer> answers = checker.answers(symbols);
        Polynomial steps = checker.steps();
        checker.findings.refuseIfAny(source);
        return new Machine(
                node.name().text(),
                node.documentation(),
                symbols.texts(),
                blank,
                rules,
                start,
                answers,
                steps,
                lesson,
                source);
    }

    private boolean learns() {
        return !node.sizes().isEmpty();
    }

    private <T extends PartNode> ImmutableList<T> all(Class<T> kind) {
        return node.parts().stream().filter(kind::isInstance).map(kind::cast).collect(ImmutableList.toImmutableList());
    }

    /** The one part of a kind; says so if there are more. */
    private <T extends PartNode> Optional<T> one(Class<T> kind, String word) {
        ImmutableList<T> all = all(kind);
        for (T other : all.subList(Math.min(1, all.size()), all.size())) {
            findings.report(DiagnosticCode.REPEATED_MEMBER.at(other.span(), "a machine has one '" + word + "'"));
        }
        return all.stream().findFirst();
    }

    private void missing(String what, String help) {
        findings.report(DiagnosticCode.MISSING_MEMBER.at(
                node.name().span(), "machine '" + node.name().text() + "' " + what, help));
    }

    private int known(MachineNames names, NameNode name) {
        return names.number(name, findings).orElse(0);
    }

    private MachineNames symbols() {
        Optional<PartNode.Symbols> part = one(PartNode.Symbols.class, "symbols");
        if (part.isEmpty()) {
            missing("has no symbols", "write 'symbols 0, 1, blank;'");
        }
        return MachineNames.of("symbol", part.map(PartNode.Symbols::names).orElse(ImmutableList.of()), findings);
    }

    private MachineNames states() {
        List<NameNode> names =
                all(PartNode.State.class).stream().map(PartNode.State::name).toList();
        if (names.isEmpty()) {
            missing("has no states", "write 'state NAME { SYMBOL -> write SYMBOL, right, NAME; }'");
        }
        return MachineNames.of("state", names, findings);
    }

    private int blank(MachineNames symbols) {
        Optional<PartNode.Blank> part = one(PartNode.Blank.class, "blank");
        if (part.isPresent()) {
            return known(symbols, part.get().symbol());
        }
        int blank = symbols.texts().indexOf(BLANK);
        if (blank < 0 && !symbols.texts().isEmpty()) {
            missing(
                    "has no blank symbol",
                    "call one of its symbols 'blank', or say which one it is: 'blank "
                            + symbols.texts().getFirst() + ";'");
        }
        return Math.max(0, blank);
    }

    private int start(MachineNames states) {
        Optional<PartNode.Start> part = one(PartNode.Start.class, "start");
        if (part.isEmpty()) {
            String first = states.texts().stream().findFirst().orElse("NAME");
            missing("does not say which state it starts in", "write 'start " + first + ";'");
        }
        return part.map(start -> known(states, start.state())).orElse(0);
    }

    private Optional<Lesson> lesson(MachineNames symbols) {
        Optional<PartNode.Features> features = one(PartNode.Features.class, "features");
        Optional<PartNode.Labels> labels = one(PartNode.Labels.class, "labels");
        Optional<PartNode.Query> query = one(PartNode.Query.class, "query");
        if (!learns()) {
            features.ifPresent(part -> refuse(part, "features"));
            labels.ifPresent(part -> refuse(part, "labels"));
            query.ifPresent(part -> refuse(part, "query"));
            return Optional.empty();
        }
        if (features.isEmpty()) {
            missing("learns, and does not say what features are on its tape", "write 'features ZERO, ONE;'");
        }
        if (labels.isEmpty()) {
            missing("learns, and does not say what labels are on its tape", "write 'labels ZERO, ONE;'");
        }
        if (query.isEmpty()) {
            missing(
                    "learns, and does not say what is on its tape where the query's label would be",
                    "write 'query SYMBOL;'");
        }
        if (features.isEmpty() || labels.isEmpty() || query.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Lesson(
                known(symbols, features.get().zero()),
                known(symbols, features.get().one()),
                known(symbols, labels.get().zero()),
                known(symbols, labels.get().one()),
                known(symbols, query.get().symbol())));
    }

    private void refuse(PartNode part, String word) {
        findings.report(DiagnosticCode.PART_OF_LEARNER.at(
                part.span(),
                "only a machine that learns from examples has '" + word + "'",
                "write 'machine " + node.name().text() + "(d features, m examples)'"));
    }

    private ImmutableSet<Integer> answers(MachineNames symbols) {
        Optional<PartNode.Answer> part = one(PartNode.Answer.class, "answer");
        if (part.isEmpty() && learns()) {
            missing(
                    "learns, and does not say which symbol under its head predicts 1 when it halts",
                    "write 'answer SYMBOL;'");
        }
        return part.map(PartNode.Answer::symbols).orElse(ImmutableList.of()).stream()
                .map(symbol -> known(symbols, symbol))
                .collect(ImmutableSet.toImmutableSet());
    }

    private Polynomial steps() {
        MachineSizes sizes = MachineSizes.of(node, findings);
        Optional<PartNode.Steps> part = one(PartNode.Steps.class, "steps");
        if (part.isEmpty()) {
            if (learns()) {
                missing(
                        "learns, and does not say how many steps it takes at most",
                        "write a closed form, such as 'steps 2*m*d + 3*m + 7;'");
            }
            return Polynomial.constant(Machine.USUAL_STEPS);
        }
        try {
            return sizes.steps(part.get().most());
        } catch (Refusal refusal) {
            refusal.diagnostic().ifPresent(this::report);
            return Polynomial.constant(1);
        }
    }

    private void report(Diagnostic diagnostic) {
        findings.report(diagnostic);
    }
}
