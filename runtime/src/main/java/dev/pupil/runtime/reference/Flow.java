package dev.pupil.runtime.reference;

/** Where execution goes after a statement. */
enum Flow {
    /** On to the next statement. */
    NEXT,
    /** Out of the innermost loop. */
    BREAK,
    /** To the next round of the innermost loop. */
    CONTINUE,
    /** Out of the body; the answer is in {@link Store#ANSWER}. */
    RETURN
}
