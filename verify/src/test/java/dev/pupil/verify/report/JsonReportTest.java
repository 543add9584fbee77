package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonReportTest {
    @Test
    void theFileIsAsAgreed() throws Exception {
        assertThat(JsonReport.text(ImmutableList.of(SampleReports.HOLDING, SampleReports.BROKEN)) + "\n")
                .isEqualTo(Resources.toString(
                        Resources.getResource(JsonReportTest.class, "report.json"), StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatCannotBeVerifiedIsAnEntryWithTheError() {
        JsonNode report = JsonMapper.shared()
                .readTree(JsonReport.text(ImmutableList.of(SampleReports.FAILED)))
                .get(0);

        assertThat(report.get("holds").asBoolean()).isFalse();
        assertThat(report.get("error").asString()).contains("there is no 'sen'");
        assertThat(report.get("sha256").isNull()).isTrue();
    }

    @Test
    void anyTextIsKept() {
        JsonNode report =
                JsonMapper.shared().readTree(JsonReport.text(SampleReports.ALL)).get(2);

        assertThat(report.get("subject").asString()).isEqualTo(SampleReports.NASTY);
    }
}
