package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

final class JUnitXmlTest {
    @Test
    void theFileIsAsAgreed() throws Exception {
        assertThat(JUnitXml.text(ImmutableList.of(SampleReports.HOLDING, SampleReports.BROKEN)))
                .isEqualTo(Resources.toString(
                        Resources.getResource(JUnitXmlTest.class, "junit.xml"), StandardCharsets.UTF_8));
    }

    @Test
    void surefireReadsASuiteForEachFileAndACaseForEachObligation() throws Exception {
        List<ReportTestSuite> suites = read(ImmutableList.of(SampleReports.HOLDING, SampleReports.BROKEN));

        assertThat(suites).hasSize(2);
        ReportTestSuite broken = suites.getLast();
        assertThat(broken.getNumberOfTests()).isEqualTo(4);
        assertThat(broken.getNumberOfFailures()).isEqualTo(2);
        assertThat(broken.getNumberOfErrors()).isEqualTo(1);
        assertThat(broken.getNumberOfSkipped()).isZero();
        assertThat(broken.getTestCases())
                .extracting(ReportTestCase::getFullClassName, ReportTestCase::getName)
                .contains(tuple("pupil.broken_pupil", "V2 the weights compute the automaton's rules"));
    }

    @Test
    void surefireReadsTheCounterexample() throws Exception {
        ReportTestCase step = read(ImmutableList.of(SampleReports.BROKEN))
                .getFirst()
                .getTestCases()
                .get(1);

        assertThat(step.hasFailure()).isTrue();
        assertThat(step.getFailureMessage()).isEqualTo("channel 'memory' becomes 0 where the rule says 1");
        assertThat(step.getFailureDetail()).contains("│ outside │ lane +1    │");
    }

    @Test
    void aFileThatCannotBeVerifiedIsAnErrorWithTheDiagnostic() throws Exception {
        ReportTestSuite suite = read(ImmutableList.of(SampleReports.FAILED)).getFirst();

        assertThat(suite.getNumberOfTests()).isEqualTo(1);
        assertThat(suite.getNumberOfErrors()).isEqualTo(1);
        ReportTestCase only = suite.getTestCases().getFirst();
        assertThat(only.hasError()).isTrue();
        assertThat(only.getFailureMessage()).isEqualTo("typo.pupil:3:9: error[PUP0101]: there is no 'sen'");
        assertThat(only.getFailureDetail()).contains("^^^");
    }

    @Test
    void theFileIsValidForReadersThatAreStrict() throws Exception {
        Validator validator = SchemaFactory.newDefaultInstance()
                .newSchema(Resources.getResource(JUnitXmlTest.class, "junit.xsd"))
                .newValidator();

        validator.validate(new StreamSource(new StringReader(JUnitXml.text(SampleReports.ALL))));
    }

    @Test
    void filesWhoseNamesDifferInADotOnlyAreTwoSuites() throws Exception {
        List<ReportTestSuite> suites =
                read(ImmutableList.of(Report.failed("a.b.pupil", "one"), Report.failed("a_b.pupil", "two")));

        assertThat(suites)
                .extracting(ReportTestSuite::getFullClassName)
                .containsExactly("pupil.a_b_pupil", "pupil.a_b_pupil (2)");
    }

    @Test
    void anyTextLeavesTheFileReadable() throws Exception {
        ReportTestCase hostile = read(ImmutableList.of(SampleReports.HOSTILE))
                .getFirst()
                .getTestCases()
                .getFirst();

        assertThat(hostile.getFailureMessage())
                .isEqualTo("<b>&amp;\"'</script>-->]]> \uFFFD\uFFFD[31m\uFFFD\uFFFD \uD83E\uDDD1 ÄÖ");
    }

    private static List<ReportTestSuite> read(List<Report> reports) throws Exception {
        byte[] bytes = JUnitXml.text(reports).getBytes(StandardCharsets.UTF_8);
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    }
}
