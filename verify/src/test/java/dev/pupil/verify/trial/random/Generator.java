package dev.pupil.verify.trial.random;

import java.util.function.LongFunction;

/** What makes random programs; each by number. */
public enum Generator {
    /** Waves, and near misses. */
    WAVES(ProgramGenerator::program),
    /** The same as parts of sequences. */
    WAVES_IN_A_SEQUENCE(ProgramGenerator::sequence),
    /** Whatever can be written. */
    WHOLE_LANGUAGE(FreeProgramGenerator::program),
    /** Whatever can be written in a few lines, so that its network is soon made. */
    SHORT(FreeProgramGenerator::shortProgram);

    private final LongFunction<String> programs;

    Generator(LongFunction<String> programs) {
        this.programs = programs;
    }

    /** The text of the program with the given number; the same number always gives the same program. */
    public String program(long seed) {
        return programs.apply(seed);
    }
}
