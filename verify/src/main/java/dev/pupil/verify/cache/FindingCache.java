package dev.pupil.verify.cache;

import dev.pupil.verify.report.Finding;
import dev.pupil.verify.report.Obligation;
import java.util.Optional;

/** Remembers what holds. All methods may be called from several threads. */
public interface FindingCache {
    /** Remembers nothing. */
    FindingCache NONE = new FindingCache() {
        @Override
        public Optional<Finding> recall(Key key, Obligation obligation) {
            return Optional.empty();
        }

        @Override
        public void remember(Key key, Finding finding) {}
    };

    /** What was remembered under {@code key}, if anything was, {@linkplain Finding#remembered() marked} as such. */
    Optional<Finding> recall(Key key, Obligation obligation);

    /**
     * Remembers a finding.
     *
     * @param finding one that holds
     */
    void remember(Key key, Finding finding);
}
