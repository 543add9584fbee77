package dev.pupil.cli;

import java.util.Optional;

/** The launcher, which started Java, told by properties who it is, and waits for the exit status. */
final class Launcher {
    private Launcher() {}

    /** Ends this process when the launcher has been killed: whoever did that wanted to end Pupil. */
    static void endTogether() {
        Optional.ofNullable(Long.getLong("pupil.launcher"))
                .flatMap(ProcessHandle::of)
                .ifPresent(launcher -> launcher.onExit().thenRun(() -> System.exit(ExitStatus.KILLED)));
    }

    /**
     * What Java ends with for an exit status of Pupil's. Where Java can't start it ends with the status that says that a
     * check failed, so that the launcher asks for another one there.
     */
    static int status(int status) {
        return status == ExitStatus.CHECK_FAILED ? Integer.getInteger("pupil.checkFailed", status) : status;
    }
}
