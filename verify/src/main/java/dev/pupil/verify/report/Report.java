package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Source;
import java.util.Optional;

/**
 * All that was found out about one weight file, or why nothing could be.
 *
 * @param subject the file's name as the user gave it
 * @param sha256 of the weight file's bytes, in hexadecimal digits; empty if there is no weight file
 * @param source the program, where it could be read
 * @param findings one for each obligation that was to be checked, in their order
 * @param failure why nothing could be checked, in the words that the user gets; empty if it could
 */
public record Report(
        String subject,
        Optional<String> sha256,
        Optional<Source> source,
        ImmutableList<Finding> findings,
        Optional<String> failure) {
    /** What was found out about a weight file. */
    public static Report of(String subject, String sha256, Optional<Source> source, ImmutableList<Finding> findings) {
        return new Report(subject, Optional.of(sha256), source, findings, Optional.empty());
    }

    /** Of a file that can't be verified: a program that can't be compiled, or a file that can't be read. */
    public static Report failed(String subject, String reason) {
        return new Report(subject, Optional.empty(), Optional.empty(), ImmutableList.of(), Optional.of(reason));
    }

    /** Whether every obligation holds. */
    public boolean holds() {
        return failure.isEmpty() && findings.stream().allMatch(Finding::holds);
    }
}
