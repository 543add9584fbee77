package dev.pupil.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a run prints, and what its readers can show. */
final class Console {
    private final WatchedOutput results;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Abilities abilities;

    /**
     * What the two streams end in.
     *
     * @param colourOut whether standard output shows colours
     * @param colourErr whether standard error shows colours
     * @param progress whether standard error is a terminal, on which a line may be drawn again
     */
    record Abilities(boolean colourOut, boolean colourErr, boolean progress) {
        /** Files and pipes. */
        static final Abilities PLAIN = new Abilities(false, false, false);
    }

    /**
     * A console on two streams, which get UTF-8.
     *
     * @param out gets the results
     * @param err gets messages and progress
     */
    Console(OutputStream out, OutputStream err, Abilities abilities) {
        this.results = new WatchedOutput(out);
        this.out = new PrintWriter(new OutputStreamWriter(results, StandardCharsets.UTF_8));
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
        this.abilities = abilities;
    }

    /** For results. */
    PrintWriter out() {
        return out;
    }

    /** For everything else. */
    PrintWriter err() {
        return err;
    }

    /** What the streams can show. */
    Abilities abilities() {
        return abilities;
    }

    /** Prints one line that is no result. */
    void note(String line) {
        err.println(line);
    }

    /** Why results did not reach their reader, if they did not; everything printed so far has been sent. */
    Optional<IOException> outputFailure() {
        out.flush();
        return results.failure();
    }
}
