package dev.pupil.verify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itIsMadeAndGetsThreeFiles() throws Exception {
        Path target = folder.resolve("new/reports");

        ReportFolder.in(target).write(SampleReports.ALL);

        assertThat(target).isDirectoryContaining("glob:**/report.html");
        assertThat(target.toFile().list()).containsExactlyInAnyOrder("report.html", "junit.xml", "report.json");
    }

    @Test
    void aFileInItsPlaceIsToldAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("reports"), "");

        assertThatThrownBy(() -> ReportFolder.in(file)).isInstanceOf(IOException.class);
    }
}
