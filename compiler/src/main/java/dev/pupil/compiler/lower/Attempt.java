package dev.pupil.compiler.lower;

/** What came of an attempt to make a sweep of something. */
public sealed interface Attempt<T> {
    /** The sweep. */
    record Made<T>(T sweep) implements Attempt<T> {}

    /** Why there is none. */
    record Refused<T>(Objection objection) implements Attempt<T> {}

    /** Makes a sweep, or finds out why there is none. */
    interface Maker<T> {
        T make() throws NotASweepException;
    }

    /** Lets {@code maker} try. */
    static <T> Attempt<T> of(Maker<T> maker) {
        try {
            return new Made<>(maker.make());
        } catch (NotASweepException refusal) {
            return new Refused<>(refusal.objection());
        }
    }
}
