package dev.pupil.verify.report;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Something that was established.
 *
 * @param strength how
 * @param statement what, as a clause that goes on after the strength's word: {@code all data sets up to d = 2, m = 3}
 * @param cases how many cases there were, at least 0
 * @param kind what a case is, in the plural: {@code data sets}
 */
public record Evidence(Strength strength, String statement, long cases, String kind) {
    public Evidence {
        checkArgument(cases >= 0, "%s cases", cases);
    }
}
