package dev.pupil.verify.trial.random;

/**
 * How a program keeps to what a scan can do. Columns have an order in the scan; a disciplined routine uses them in that
 * order. One that strays now and then is a near miss, or is not, in ways that nobody thought of.
 */
final class Discipline {
    private final Choice choice;
    private final boolean isDown;
    private final boolean keepsLabel;
    private final double strays;
    private int stage;

    /** Where in a row something lives. */
    enum Where {
        ANYWHERE,
        OWN,
        FIRST,
        DIAGONAL,
        LABEL
    }

    Discipline(Choice choice, boolean isDown) {
        this.choice = choice;
        this.isDown = isDown;
        this.keepsLabel = choice.chance(0.5);
        this.strays = choice.of(0.0, 0.0, 0.01, 0.05, 0.2);
    }

    /** Whether loops over columns run downwards. */
    boolean isDown() {
        return strays() != isDown;
    }

    /** Whether the label is only read, so that every column knows it. */
    boolean keepsLabel() {
        return keepsLabel;
    }

    /** Whether to leave the discipline this once. */
    boolean strays() {
        return choice.chance(strays);
    }

    /** A scan starts in a new row. */
    void enterRow() {
        stage = 0;
    }

    /** Only the label column takes part from now on. */
    void leaveRows() {
        stage = rank(Where.LABEL);
    }

    /** Perhaps goes on to a later column. */
    void advance(boolean inRows) {
        if (stage < 2 && choice.chance(0.2)) {
            stage = inRows ? stage + 1 : 2;
        }
    }

    /** After a loop over columns. */
    void pass() {
        if (choice.chance(0.8)) {
            stage = 2;
        }
    }

    boolean canLoop() {
        return stage < 2 || strays();
    }

    boolean isAtDiagonal() {
        return stage == 1;
    }

    boolean canRead(Where where, boolean inLoop) {
        return switch (where) {
            case ANYWHERE, OWN -> true;
            case FIRST, DIAGONAL, LABEL -> (rank(where) <= stage && (!inLoop || choice.chance(0.15))) || strays();
        };
    }

    boolean canAssign(Where where, boolean inLoop) {
        return switch (where) {
            case ANYWHERE, OWN -> true;
            case FIRST, DIAGONAL, LABEL -> (rank(where) == stage && !inLoop) || strays();
        };
    }

    private int rank(Where where) {
        return switch (where) {
            case FIRST -> isDown ? 2 : 0;
            case DIAGONAL -> 1;
            case LABEL -> isDown ? 0 : 2;
            case ANYWHERE, OWN -> 0;
        };
    }
}
