package dev.pupil.runtime.data;

import java.util.Optional;

/**
 * Finds out how bits are written: 0 and 1, or −1 and +1. A file that has both 0 and −1 has neither meaning and is
 * refused.
 */
final class BitScale {
    private Optional<String> firstZero = Optional.empty();
    private Optional<String> firstMinus = Optional.empty();

    /**
     * The bit that a value stands for.
     *
     * @param value −1, 0 or 1
     * @param place where it is
     * @throws DataException if an earlier value was written in the other way
     */
    boolean bit(int value, Place place) throws DataException {
        if (value == 0 && firstZero.isEmpty()) {
            firstZero = Optional.of(place.inside());
            refuseMixture(place, "0", "-1", firstMinus);
        }
        if (value == -1 && firstMinus.isEmpty()) {
            firstMinus = Optional.of(place.inside());
            refuseMixture(place, "-1", "0", firstZero);
        }
        return value == 1;
    }

    private static void refuseMixture(Place place, String here, String there, Optional<String> otherPlace)
            throws DataException {
        if (otherPlace.isPresent()) {
            throw new DataException(
                    place.full(),
                    "%s here, but %s at %s: values must be all 0/1 or all -1/+1"
                            .formatted(here, there, otherPlace.get()));
        }
    }

    /** How values are written, as far as they tell. */
    @Override
    public String toString() {
        return firstZero.isPresent() ? "0/1" : firstMinus.isPresent() ? "-1/+1" : "all 1";
    }

    /** A place in a file; its text is made only when it is needed. */
    interface Place {
        /** The file and the place in it, as messages begin. */
        String full();

        /** The place in the file. */
        String inside();
    }
}
