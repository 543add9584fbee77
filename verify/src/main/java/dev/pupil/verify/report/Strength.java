package dev.pupil.verify.report;

/** How something was established. Reports use these words as they are defined here, and for nothing else. */
public enum Strength {
    /** By reading. */
    CHECKED("checked"),
    /** For all inputs of the stated kind. */
    PROVED("proved"),
    /** All cases up to a stated size. */
    EXHAUSTED("exhausted"),
    /** So many random cases, of a stated seed. */
    TESTED("tested");

    private final String word;

    Strength(String word) {
        this.word = word;
    }

    /** The word that reports use. */
    public String word() {
        return word;
    }
}
