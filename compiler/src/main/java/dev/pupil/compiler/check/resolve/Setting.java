package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import java.util.HashSet;
import java.util.Set;

/** What resolving all bodies of one learner shares. */
final class Setting {
    /** Inlining procedures that call others twice doubles the program each time; this is where it ends. */
    private static final int MOST_STATEMENTS = 20_000;

    private static final int DEEPEST = 400;

    private final Findings findings;
    private final Variables variables;
    private final Set<String> inlined = new HashSet<>();
    private int statements;

    Setting(Findings findings, Variables variables) {
        this.findings = findings;
        this.variables = variables;
    }

    Findings findings() {
        return findings;
    }

    Variables variables() {
        return variables;
    }

    /**
     * Counts a statement, each inlined copy on its own.
     *
     * @throws Refusal if there are too many or it is nested too deeply
     */
    void count(Span span, Frame frame) {
        statements++;
        if (statements > MOST_STATEMENTS) {
            Refusal refusal = Refusal.of(DiagnosticCode.PROGRAM_TOO_LARGE.at(
                    span,
                    "the program has more than " + MOST_STATEMENTS + " statements with its procedures inlined here"));
            throw statements == MOST_STATEMENTS + 1 ? refusal : Refusal.reportedAlready();
        }
        if (frame.depth() > DEEPEST) {
            throw Refusal.of(DiagnosticCode.NESTED_TOO_DEEPLY.at(
                    span, "nested too deeply", "loops, branches and calls may be nested " + DEEPEST + " deep"));
        }
    }

    /** Notes that a procedure's body is resolved somewhere. */
    void inlining(String procedure) {
        inlined.add(procedure);
    }

    /** Whether a procedure's body has been resolved at least once. */
    boolean wasInlined(String procedure) {
        return inlined.contains(procedure);
    }

    /** Whether nothing more can be resolved. */
    boolean exhausted() {
        return statements > MOST_STATEMENTS;
    }
}
