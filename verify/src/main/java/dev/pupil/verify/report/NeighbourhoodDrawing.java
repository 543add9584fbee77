package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.verify.report.Neighbourhood.Pixel;
import java.util.List;

/**
 * Draws a neighbourhood as SVG: nine squares with what the pixels hold. Pixels outside the image are hatched, its border
 * is a heavy line, and the pixel in the middle, which goes wrong, has a frame of its own.
 */
final class NeighbourhoodDrawing {
    private static final int SIDE = Neighbourhood.SIDE;
    private static final int MARGIN = 6;
    private static final int LINE = 18;
    private static final int PADDING = 10;
    private static final int HATCHING = 12;

    /** About as wide as a character of the font that the style sheet sets. */
    private static final int CHARACTER = 8;

    private static final int LEAST_WIDTH = 96;
    private static final int LEAST_HEIGHT = 64;

    private final ImmutableList<Pixel> pixels;
    private final int width;
    private final int height;

    private NeighbourhoodDrawing(Neighbourhood neighbourhood) {
        pixels = neighbourhood.pixels();
        List<ImmutableList<String>> texts =
                pixels.stream().map(NeighbourhoodText::lines).toList();
        int columns = texts.stream()
                .flatMap(List::stream)
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
        int lines = texts.stream().mapToInt(List::size).max().orElse(0);
        width = Math.max(LEAST_WIDTH, columns * CHARACTER + 2 * PADDING);
        height = Math.max(LEAST_HEIGHT, lines * LINE + 2 * PADDING);
    }

    static void draw(Markup markup, Neighbourhood neighbourhood) {
        new NeighbourhoodDrawing(neighbourhood).draw(markup);
    }

    private void draw(Markup markup) {
        String fullWidth = String.valueOf(SIDE * width + 2 * MARGIN);
        String fullHeight = String.valueOf(SIDE * height + 2 * MARGIN);
        ImmutableMap<String, String> frame = ImmutableMap.of(
                "class",
                "neighbourhood",
                "role",
                "img",
                "aria-label",
                "A pixel, in the middle, and its eight neighbours",
                "width",
                fullWidth,
                "height",
                fullHeight,
                "viewBox",
                "0 0 %s %s".formatted(fullWidth, fullHeight));
        markup.block("svg", frame, drawing -> {
            for (int place = 0; place < pixels.size(); place++) {
                drawPixel(drawing, place);
            }
            drawBorder(drawing);
            rectangle(drawing, "middle", left(1) + 3, top(1) + 3, width - 6, height - 6);
        });
    }

    private void drawPixel(Markup markup, int place) {
        Pixel pixel = pixels.get(place);
        int left = left(place % SIDE);
        int top = top(place / SIDE);
        rectangle(markup, pixel.inside() ? "inside lane" + pixel.lane() : "outside", left, top, width, height);
        if (!pixel.inside()) {
            hatch(markup, left, top);
        }
        ImmutableList<String> lines = NeighbourhoodText.lines(pixel);
        for (int line = 0; line < lines.size(); line++) {
            ImmutableMap<String, String> position = ImmutableMap.of(
                    "class", pixel.inside() && line == 0 ? "lane" : "field",
                    "x", String.valueOf(left + PADDING),
                    "y", String.valueOf(top + PADDING + (line + 1) * LINE - 4));
            markup.element("text", position, lines.get(line));
        }
    }

    /** Lines from the left and lower edges to the upper and right ones, all at 45 degrees. */
    private void hatch(Markup markup, int left, int top) {
        StringBuilder path = new StringBuilder();
        for (int distance = HATCHING; distance < width + height; distance += HATCHING) {
            path.append("M%s %sL%s %s"
                    .formatted(
                            left + Math.max(0, distance - height),
                            top + Math.min(distance, height),
                            left + Math.min(distance, width),
                            top + Math.max(0, distance - width)));
        }
        markup.empty("path", ImmutableMap.of("class", "hatching", "d", path.toString()));
    }

    private static void rectangle(Markup markup, String style, int left, int top, int width, int height) {
        markup.empty(
                "rect",
                ImmutableMap.of(
                        "class", style,
                        "x", String.valueOf(left),
                        "y", String.valueOf(top),
                        "width", String.valueOf(width),
                        "height", String.valueOf(height)));
    }

    /** A line wherever a pixel of the image has one beside it that is not. */
    private void drawBorder(Markup markup) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                if (column + 1 < SIDE && isInside(row, column) != isInside(row, column + 1)) {
                    border(markup, left(column + 1), top(row), left(column + 1), top(row + 1));
                }
                if (row + 1 < SIDE && isInside(row, column) != isInside(row + 1, column)) {
                    border(markup, left(column), top(row + 1), left(column + 1), top(row + 1));
                }
            }
        }
    }

    private static void border(Markup markup, int fromX, int fromY, int toX, int toY) {
        markup.empty(
                "line",
                ImmutableMap.of(
                        "class", "border",
                        "x1", String.valueOf(fromX),
                        "y1", String.valueOf(fromY),
                        "x2", String.valueOf(toX),
                        "y2", String.valueOf(toY)));
    }

    private boolean isInside(int row, int column) {
        return pixels.get(row * SIDE + column).inside();
    }

    private int left(int column) {
        return MARGIN + column * width;
    }

    private int top(int row) {
        return MARGIN + row * height;
    }
}
