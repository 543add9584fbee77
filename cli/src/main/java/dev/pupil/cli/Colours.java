package dev.pupil.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours rendered diagnostics by their layout. */
final class Colours {
    private static final Pattern ERROR = Pattern.compile("(?m)^error\\[\\w+]");
    private static final Pattern UNDERLINE = Pattern.compile("(?m)(?<=\\| {1,200})\\^+$");
    private static final Pattern MARGIN = Pattern.compile("(?m)^ *(?:-->|\\d+ \\||\\||= help:)");

    private Colours() {}

    /** Rendered diagnostics, with colours if they can be shown. */
    static String diagnostics(String rendered, boolean colour) {
        if (!colour) {
            return rendered;
        }
        String errors = ERROR.matcher(rendered).replaceAll(match -> paint(match.group(), Style.bold, Style.fg_red));
        String underlined =
                UNDERLINE.matcher(errors).replaceAll(match -> paint(match.group(), Style.bold, Style.fg_red));
        return MARGIN.matcher(underlined).replaceAll(match -> paint(match.group(), Style.fg_blue));
    }

    /** Text in some styles. */
    static String paint(String text, Style... styles) {
        StringBuilder painted = new StringBuilder();
        for (Style style : styles) {
            painted.append(style.on());
        }
        return painted.append(text).append(Style.reset.on()).toString();
    }
}
