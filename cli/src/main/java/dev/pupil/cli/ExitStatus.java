package dev.pupil.cli;

/** What a run ends with, for the shell. */
final class ExitStatus {
    /** What was asked for is done. */
    static final int DONE = 0;

    /** A check that was asked for failed. */
    static final int CHECK_FAILED = 1;

    /** Bad input, bad usage, or a file that can't be read or written. */
    static final int BAD_INPUT = 2;

    /** A fault of this program, as in BSD's sysexits. */
    static final int INTERNAL_ERROR = 70;

    /** The reader of standard output went away: what a shell reports for a program that SIGPIPE ended. */
    static final int BROKEN_PIPE = 141;

    /** The launcher was killed: what a shell reports for a program that SIGKILL ended. */
    static final int KILLED = 137;

    private ExitStatus() {}
}
