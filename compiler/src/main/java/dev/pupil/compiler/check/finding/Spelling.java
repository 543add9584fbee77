package dev.pupil.compiler.check.finding;

import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Spelling {
    private Spelling() {}

    /** The candidate nearest to {@code name}, if about a third of its letters differ at most; the first of equals. */
    public static Optional<String> nearest(String name, Iterable<String> candidates) {
        int limit = (name.length() + 2) / 3;
        Optional<String> nearest = Optional.empty();
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - name.length()) > limit) {
                continue;
            }
            int distance = candidate.equalsIgnoreCase(name) ? 0 : distance(name, candidate);
            boolean sensible = distance < Math.max(name.length(), candidate.length());
            if (sensible && distance <= limit) {
                limit = distance - 1;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    /** Levenshtein's distance: the fewest insertions, deletions and replacements that turn one word into the other. */
    private static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String into = right.toLowerCase(Locale.ROOT);
        int[] row = new int[into.length() + 1];
        for (int j = 0; j <= into.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= into.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == into.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[into.length()];
    }
}
