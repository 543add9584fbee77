package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
