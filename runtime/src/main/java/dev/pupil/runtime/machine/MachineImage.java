package dev.pupil.runtime.machine;

import dev.pupil.compiler.lower.machine.TapeReader;
import dev.pupil.runtime.engine.PredictionException;

/** One image that steps on, whichever engine computes it. Must be closed. Not for use by several threads. */
public interface MachineImage extends TapeReader.Image, AutoCloseable {
    /**
     * Takes a step.
     *
     * @return whether anything has changed; if not, no further step changes anything
     * @throws PredictionException if the network is broken
     */
    boolean step() throws PredictionException;

    @Override
    void close();
}
