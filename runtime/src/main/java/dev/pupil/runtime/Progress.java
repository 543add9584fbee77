package dev.pupil.runtime;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done from 0 to {@code total}, never decreasing
     * @param total the whole
     */
    void report(long done, long total);
}
