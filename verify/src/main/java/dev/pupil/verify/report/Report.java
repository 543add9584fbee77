package dev.pupil.verify.report;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Source;
import java.util.Optional;

/**
 * All that was found out about one weight file.
 *
 * @param subject the file's name as the user gave it
 * @param sha256 of the weight file's bytes, in hexadecimal digits
 * @param source the program, where it could be read
 * @param findings one for each obligation that was to be checked, in their order
 */
public record Report(String subject, String sha256, Optional<Source> source, ImmutableList<Finding> findings) {
    /** Whether every obligation holds. */
    public boolean holds() {
        return findings.stream().allMatch(Finding::holds);
    }
}
