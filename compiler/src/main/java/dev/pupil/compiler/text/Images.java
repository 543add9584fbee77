package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.program.size.SizeExpressionParser;
import dev.pupil.compiler.text.antlr.StagesParser.ImageContext;
import dev.pupil.compiler.text.antlr.StagesParser.SizeContext;
import org.antlr.v4.runtime.misc.Interval;

/** The image's size and the number of steps: {@code image: m + 1 rows, d + 1 columns, 3*(m + d) + 5 steps}. */
final class Images {
    private Images() {}

    static String text(Geometry geometry) {
        return "image: %s rows, %s columns, %s steps".formatted(geometry.rows(), geometry.columns(), geometry.steps());
    }

    static Geometry read(ImageContext image) {
        return new Geometry(read(image.height), read(image.width), read(image.depth));
    }

    private static SizeExpression read(SizeContext size) {
        String text = size.getStart()
                .getInputStream()
                .getText(new Interval(
                        size.getStart().getStartIndex(), size.getStop().getStopIndex()));
        return SizeExpressionParser.parse(text)
                .orElseThrow(() -> Fault.at(
                        size, "a size is written like 'max(m + 1, d + 1)', 'm + 2*d' or '3*(m + d) - 5', and only so"));
    }
}
