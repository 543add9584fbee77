package dev.pupil.compiler.automaton;

/** How open addressing spreads its keys. */
final class Hashes {
    /** 2³² divided by the golden ratio: neighbouring keys come far apart (Knuth, volume 3, section 6.4). */
    private static final int GOLDEN = 0x9E3779B9;

    private Hashes() {}

    /** A hash whose low bits depend on all bits of {@code key}. */
    static int spread(int key) {
        int product = key * GOLDEN;
        return product ^ (product >>> 15);
    }
}
