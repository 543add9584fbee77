package dev.pupil.cli;

import dev.pupil.cli.Console.Abilities;
import dev.pupil.verify.Checks;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a run of the command line printed and returned.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int status, String out, String err) {

    /** Runs {@code pupil} with these words, its output going to files. */
    static CommandLineRun pupil(Object... words) {
        return pupil(Abilities.PLAIN, words);
    }

    /** Runs {@code pupil} with these words, its output going where {@code abilities} says. */
    static CommandLineRun pupil(Abilities abilities, Object... words) {
        return pupil(abilities, Checks.standard(), words);
    }

    /** Runs {@code pupil} with these words, its output going where {@code abilities} says, and other checks. */
    static CommandLineRun pupil(Abilities abilities, Checks checks, Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] arguments = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            arguments[i] = words[i].toString();
        }
        int status = Pupil.run(new Console(out, err, abilities), checks, arguments);
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
