package dev.pupil.runtime.data;

/** A data file was refused. The message is one sentence for users that starts with the place. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param place the file, and where in it: {@code FILE}, {@code FILE:LINE:CELL} or {@code FILE: X[ROW, COLUMN]}
     * @param message what is wrong there, without a final full stop
     */
    public DataException(String place, String message) {
        super(place + ": " + message);
    }
}
