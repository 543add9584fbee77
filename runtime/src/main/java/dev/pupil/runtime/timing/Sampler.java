package dev.pupil.runtime.timing;

import com.google.common.base.Stopwatch;
import dev.pupil.runtime.engine.PredictionException;
import java.time.Duration;

/**
 * Takes samples of how long something takes, after it has been done for a while.
 *
 * @param warmUp how long it is done before
 * @param samples how many samples
 * @param each how long a sample is at least
 */
record Sampler(Duration warmUp, int samples, Duration each) {
    private static final double NANOSECONDS = 1e9;

    /** Something to be timed. */
    @FunctionalInterface
    interface Work {
        /** Does it once; returns how many units of work that is. */
        double run() throws PredictionException;
    }

    /** Seconds that a unit of work takes. */
    Timing time(Work work) throws PredictionException {
        Stopwatch watch = Stopwatch.createStarted();
        do {
            work.run();
        } while (watch.elapsed().compareTo(warmUp) < 0);
        double[] seconds = new double[samples];
        for (int sample = 0; sample < samples; sample++) {
            seconds[sample] = sample(work);
        }
        return Timing.of(seconds);
    }

    private double sample(Work work) throws PredictionException {
        Stopwatch watch = Stopwatch.createStarted();
        double units = 0;
        do {
            units += work.run();
        } while (watch.elapsed().compareTo(each) < 0);
        return watch.elapsed().toNanos() / NANOSECONDS / units;
    }
}
