package dev.pupil.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A stream that remembers the first failure to write to it and drops what comes after, so that a print stream on top,
 * which keeps failures to itself, can be asked at the end whether its reader got everything.
 */
final class WatchedOutput extends OutputStream {
    private final OutputStream target;
    private Optional<IOException> failure = Optional.empty();

    WatchedOutput(OutputStream target) {
        this.target = target;
    }

    /** The first failure. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(int value) {
        attempt(() -> target.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> target.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(target::flush);
    }

    private void attempt(Action action) {
        if (failure.isEmpty()) {
            try {
                action.run();
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
