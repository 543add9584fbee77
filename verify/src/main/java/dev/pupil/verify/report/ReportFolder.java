package dev.pupil.verify.report;

import dev.pupil.compiler.disk.AtomicFile;
import dev.pupil.compiler.disk.TemporaryFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that reports are written to: {@code report.html}, {@code junit.xml} and {@code report.json}, all of them with
 * all reports.
 */
public final class ReportFolder {
    private final Path folder;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a folder, if it isn't there, and tries whether files can be made in it: before the work, whose results would
     * be lost.
     *
     * @throws IOException if not
     */
    public static ReportFolder in(Path folder) throws IOException {
        Files.createDirectories(folder);
        TemporaryFile.tryIn(folder);
        return new ReportFolder(folder);
    }

    /**
     * Writes reports, in place of those of an earlier time.
     *
     * @throws IOException if a file can't be written, which is then as it was
     */
    public void write(List<Report> reports) throws IOException {
        write("report.html", HtmlReport.text(reports));
        write("junit.xml", JUnitXml.text(reports));
        write("report.json", JsonReport.text(reports) + "\n");
    }

    private void write(String name, String text) throws IOException {
        AtomicFile.write(folder.resolve(name), ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
