package dev.pupil.explain;

import com.google.common.collect.ImmutableMap;

/**
 * Short clauses for the meanings of bits that all programs share. A meaning that is not listed is taken as a noun, whose
 * value is 1 or 0.
 */
final class Phrases {
    /** What is said where the bit is 1, and where it is 0. */
    private record Phrase(String yes, String no) {}

    private static final ImmutableMap<String, Phrase> PHRASES = ImmutableMap.<String, Phrase>builder()
            .put("inside the image", new Phrase("inside the image", "outside the image, or before the first step"))
            .put("the lane is +1", new Phrase("the lane is +1", "the lane is not +1"))
            .put("the lane is +1 or -1", new Phrase("filled", "not filled"))
            .put("not workspace", new Phrase("not workspace", "workspace"))
            .put(
                    "in the first empty row, the next to be memorised",
                    new Phrase("in the first empty row", "not in the first empty row"))
            .put("memory is full, and labels and query have passed", new Phrase("memory is full", "memory is not full"))
            .put("the learner has started here", new Phrase("the learner has started", "the learner has not started"))
            .put(
                    "the learner started at least one step ago",
                    new Phrase("the learner is running", "the learner is not running"))
            .put(
                    "the column is the row's number, and not the label's",
                    new Phrase("on the diagonal", "off the diagonal"))
            .put(
                    "the column is greater than the row's number",
                    new Phrase("right of the diagonal", "not right of the diagonal"))
            .put(
                    "the column is less than the row's number",
                    new Phrase("left of the diagonal", "not left of the diagonal"))
            .put("in row 0", new Phrase("in row 0", "not in row 0"))
            .put("what comes by is the query", new Phrase("the query comes by", "no query comes by"))
            .put(
                    "what comes by is the query, on its way up",
                    new Phrase("the query comes by on its way up", "no query comes by on its way up"))
            .put(
                    "an example, or the query, comes by",
                    new Phrase("an example or the query comes by", "nothing comes by"))
            .put(
                    "an example, or the query, comes by, on its way up",
                    new Phrase("an example or the query comes by on its way up", "nothing comes by on its way up"))
            .put("the prediction is here", new Phrase("the prediction is here", "the prediction is not here"))
            .put(
                    "the prediction is here, and it is +1",
                    new Phrase("a prediction of +1 is here", "no prediction of +1 is here"))
            .buildOrThrow();

    private Phrases() {}

    /** That a bit with this meaning is 1, or 0. */
    static String bit(String meaning, boolean value) {
        Phrase phrase = PHRASES.get(meaning);
        if (phrase != null) {
            return value ? phrase.yes : phrase.no;
        }
        return value(meaning, value ? "1" : "0");
    }

    /** That something with this meaning has a value, or one of some values. */
    static String value(String meaning, String values) {
        String suffix = ", on its way up";
        String noun = meaning.endsWith(suffix)
                ? meaning.substring(0, meaning.length() - suffix.length()) + " (on its way up)"
                : meaning;
        return noun + " is " + values;
    }
}
