package dev.pupil.junit;

import com.google.common.collect.ImmutableList;
import dev.pupil.verify.report.CounterexampleText;
import dev.pupil.verify.report.Established;
import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Report;
import dev.pupil.verify.report.Verdict;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;

/**
 * The test for one obligation of one network: fails unless it holds, and then runs the method.
 *
 * @param finding what came of the obligation
 * @param report all that came of the network
 * @param isOneOfMany whether other networks are tested beside this one
 */
record FindingTest(Finding finding, Report report, boolean isOneOfMany)
        implements TestTemplateInvocationContext, InvocationInterceptor, ParameterResolver {

    @Override
    public String getDisplayName(int invocationIndex) {
        return (isOneOfMany ? report.subject() + ": " : "") + obligation() + ": " + outcome();
    }

    private String obligation() {
        return finding.obligation().code() + " " + finding.obligation().title();
    }

    private String outcome() {
        return switch (finding.conclusion().verdict()) {
            case Verdict.Holds holds -> established();
            case Verdict.Refuted refuted -> "refuted";
            case Verdict.Undecided undecided -> "undecided";
        };
    }

    private String established() {
        ImmutableList<Established> established =
                Established.of(finding.conclusion().evidence());
        return established.isEmpty()
                ? "holds"
                : established.stream()
                        .map(each -> each.strength().word() + ", " + each.cases())
                        .collect(Collectors.joining("; "));
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        switch (finding.conclusion().verdict()) {
            case Verdict.Holds holds -> invocation.proceed();
            case Verdict.Refuted refuted -> {
                invocation.skip();
                throw new AssertionFailedError("%s: %s: refuted%n%s"
                        .formatted(
                                report.subject(),
                                obligation(),
                                CounterexampleText.of(refuted.counterexample(), report.source())));
            }
            case Verdict.Undecided undecided -> {
                invocation.skip();
                throw new AssertionFailedError(
                        "%s: %s: undecided, since %s".formatted(report.subject(), obligation(), undecided.reason()));
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Finding.class || type == Report.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Finding.class ? finding : report;
    }
}
