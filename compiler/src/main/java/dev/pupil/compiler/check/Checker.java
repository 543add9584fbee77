package dev.pupil.compiler.check;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.machine.MachineChecker;
import dev.pupil.compiler.check.range.RangeChecker;
import dev.pupil.compiler.check.resolve.Resolved;
import dev.pupil.compiler.check.resolve.Resolver;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Program;
import dev.pupil.grammar.PupilParser;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.LearnerNode;
import dev.pupil.grammar.tree.MachineNode;

/** The front end: text in, typed program or machine out. */
public final class Checker {
    private Checker() {}

    /**
     * Parses and checks a file.
     *
     * @throws DiagnosticException with everything found wrong, if anything is
     */
    public static Definition definition(Source source) throws DiagnosticException {
        return switch (PupilParser.parse(source)) {
            case LearnerNode learner -> check(source, learner);
            case MachineNode machine -> MachineChecker.check(source, machine);
        };
    }

    /**
     * Parses and checks a learner that is written as a program.
     *
     * @throws DiagnosticException with everything found wrong, if anything is, or if it is a machine
     */
    public static Program check(Source source) throws DiagnosticException {
        return switch (PupilParser.parse(source)) {
            case LearnerNode learner -> check(source, learner);
            case MachineNode machine ->
                throw refusal(
                        source,
                        machine.name().span(),
                        DiagnosticCode.UNEXPECTED,
                        "expected a learner, and '" + machine.name().text() + "' is a machine");
        };
    }

    private static Program check(Source source, LearnerNode learner) throws DiagnosticException {
        try {
            Findings findings = new Findings();
            Resolved resolved = Resolver.resolve(source, learner, findings);
            findings.refuseIfAny(source);
            Program program = RangeChecker.check(resolved, findings);
            findings.refuseIfAny(source);
            return program;
        } catch (StackOverflowError deeper) {
            // Limits on nesting keep this from happening; a caller with a tiny stack still gets a message.
            throw refusal(source, learner.name().span(), DiagnosticCode.NESTED_TOO_DEEPLY, "nested too deeply");
        } catch (ArithmeticException larger) {
            throw refusal(
                    source,
                    learner.name().span(),
                    DiagnosticCode.NUMBER_TOO_LARGE,
                    "some value's range in this learner is too large to compute with");
        }
    }

    private static DiagnosticException refusal(Source source, Span span, DiagnosticCode code, String message) {
        return new DiagnosticException(source, ImmutableList.of(code.at(span, message)));
    }
}
