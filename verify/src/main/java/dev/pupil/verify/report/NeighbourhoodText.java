package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pupil.verify.report.Neighbourhood.Pixel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Neighbourhoods as plain text, three by three boxes; the pixel that goes wrong is the one in the middle:
 *
 * <pre>
 * ┌─────────┬─────────────┬─────────┐
 * │ outside │ outside     │ outside │
 * ├─────────┼─────────────┼─────────┤
 * │ lane 0  │ lane +1     │ outside │
 * │         │ running = 1 │         │
 * …
 * </pre>
 */
final class NeighbourhoodText {
    private static final int SIDE = Neighbourhood.SIDE;

    private NeighbourhoodText() {}

    static String of(Neighbourhood neighbourhood) {
        List<List<ImmutableList<String>>> rows = Lists.partition(
                neighbourhood.pixels().stream().map(NeighbourhoodText::lines).toList(), SIDE);
        int[] widths = new int[SIDE];
        for (List<ImmutableList<String>> row : rows) {
            for (int column = 0; column < SIDE; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return rows.stream()
                .map(row -> boxes(row, widths))
                .collect(Collectors.joining(
                        rule(widths, "├", "┼", "┤\n"), rule(widths, "┌", "┬", "┐\n"), rule(widths, "└", "┴", "┘")));
    }

    /** What a pixel holds, a line for each thing worth drawing. */
    static ImmutableList<String> lines(Pixel pixel) {
        if (!pixel.inside()) {
            return ImmutableList.of("outside");
        }
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        lines.add("lane " + (pixel.lane() > 0 ? "+" : "") + pixel.lane());
        for (String field : pixel.marked()) {
            lines.add(field + " = " + pixel.fields().getOrDefault(field, 0));
        }
        return lines.build();
    }

    private static String boxes(List<ImmutableList<String>> row, int[] widths) {
        int height = row.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < height; line++) {
            for (int column = 0; column < SIDE; column++) {
                List<String> lines = row.get(column);
                text.append("│ ")
                        .append(padded(line < lines.size() ? lines.get(line) : "", widths[column]))
                        .append(' ');
            }
            text.append("│\n");
        }
        return text.toString();
    }

    private static String rule(int[] widths, String left, String middle, String right) {
        StringBuilder text = new StringBuilder(left);
        for (int column = 0; column < SIDE; column++) {
            text.append(column > 0 ? middle : "").append("─".repeat(widths[column] + 2));
        }
        return text.append(right).toString();
    }

    private static int width(List<String> lines) {
        return lines.stream().mapToInt(NeighbourhoodText::columns).max().orElse(0);
    }

    private static int columns(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - columns(text));
    }
}
