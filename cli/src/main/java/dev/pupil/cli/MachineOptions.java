package dev.pupil.cli;

import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How a machine that is no learner is run. */
final class MachineOptions {
    private static final int LARGEST_MARGIN = 8_000_000;
    private static final long MOST_STEPS = 1_000_000_000_000_000_000L;

    @Option(
            names = "--tape",
            paramLabel = "TAPE",
            description = {
                "For machines: what is on the tape, a symbol each character, or symbols between commas; rows between",
                "slashes; _ is blank. The head starts at the first. Without it the tape is blank."
            })
    private Optional<String> tape = Optional.empty();

    @Option(
            names = "--margin",
            paramLabel = "CELLS",
            description =
                    "For machines: how many blank cells there are around the tape. Without it, as many as it takes.")
    private Optional<Integer> margin = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "STEPS",
            description = "For machines: how many steps it may take. Without it, as many as the machine says.")
    private Optional<Long> steps = Optional.empty();

    /** The tape's text, empty for a blank one. */
    String tape() {
        return tape.orElse("");
    }

    /** How many blank cells, if that is given. */
    Optional<Integer> margin() throws Refusal {
        if (margin.isPresent() && (margin.get() < 1 || margin.get() > LARGEST_MARGIN)) {
            throw new Refusal("--margin is a number from 1 to " + LARGEST_MARGIN + ", not " + margin.get());
        }
        return margin;
    }

    /** How many steps, if that is given. */
    OptionalLong steps() throws Refusal {
        if (steps.isPresent() && (steps.get() < 1 || steps.get() > MOST_STEPS)) {
            throw new Refusal("--steps is a number from 1 to " + MOST_STEPS + ", not " + steps.get());
        }
        return steps.stream().mapToLong(Long::longValue).findAny();
    }

    /** Refuses options that something that is no such machine can't follow. */
    void refuseAny(String what) throws Refusal {
        if (tape.isPresent() || margin.isPresent() || steps.isPresent()) {
            throw new Refusal("--tape, --margin and --steps are for machines that start on a tape, and " + what);
        }
    }
}
