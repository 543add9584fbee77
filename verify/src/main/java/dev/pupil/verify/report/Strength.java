package dev.pupil.verify.report;

/** How something was established. Reports use these words as they are defined here, and for nothing else. */
public enum Strength {
    /** By reading. */
    CHECKED("checked", "by reading"),
    /** For all inputs of the stated kind. */
    PROVED("proved", "for all inputs of the stated kind"),
    /** All cases up to a stated size. */
    EXHAUSTED("exhausted", "in all cases up to the stated size"),
    /** So many random cases, of a stated seed. */
    TESTED("tested", "in so many random cases, of the stated seed");

    private final String word;
    private final String meaning;

    Strength(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** The word that reports use. */
    public String word() {
        return word;
    }

    /** What the word means, as a clause that goes on after it. */
    public String meaning() {
        return meaning;
    }
}
