package dev.pupil.cli;

import dev.pupil.compiler.disk.AtomicFile;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws what a step costs against the image's size. */
final class BenchPlot {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;

    private BenchPlot() {}

    /**
     * Refuses a picture that could not be drawn or written when all is measured.
     *
     * @throws Refusal if the file's name ends otherwise, it can't be written, or Java has no letters to draw
     */
    static void check(Path file) throws Refusal {
        if (!file.toString().endsWith(".png")) {
            throw new Refusal(file + ": pictures are written to a file that ends in .png");
        }
        OutputPlace.check(file);
        try {
            drawLetter();
        } catch (RuntimeException | Error missing) {
            throw new Refusal(file + ": Java can't draw letters on this machine, for want of fonts or of their library"
                    + " (Debian: apt-get install fontconfig fonts-dejavu-core)");
        }
    }

    /** What fails, in one of many ways, where there are no fonts. */
    private static void drawLetter() {
        needNoDisplay();
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
                .createGraphics()
                .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 1))
                .stringWidth("s");
    }

    private static void needNoDisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    /** Writes the picture. */
    static void write(BenchReport report, Path file) throws IOException {
        needNoDisplay();
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("One step of one image, network of %s".formatted(report.learner()))
                .xAxisTitle("pixels")
                .yAxisTitle("seconds")
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setLegendPosition(LegendPosition.InsideNW);
        add(chart, report, "nd4j", BenchReport.Row::nd4jSecondsPerStep);
        add(chart, report, "onnx (ONNX Runtime)", BenchReport.Row::onnxSecondsPerStep);
        add(chart, report, "bits", BenchReport.Row::bitsSecondsPerStep);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, picture, BitmapFormat.PNG);
        AtomicFile.write(file, ByteBuffer.wrap(picture.toByteArray()));
    }

    private static void add(XYChart chart, BenchReport report, String name, ToDoubleFunction<BenchReport.Row> seconds) {
        double[] pixels = report.rows().stream()
                .mapToDouble(row -> (double) row.image().get(0) * row.image().get(1))
                .toArray();
        chart.addSeries(
                        name,
                        pixels,
                        report.rows().stream().mapToDouble(seconds).toArray())
                .setMarker(SeriesMarkers.CIRCLE);
    }
}
