package dev.pupil.compiler.automaton;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.automaton.term.Term;

/**
 * One value that every pixel holds between steps, and how it changes.
 *
 * @param name an identifier, unique in the automaton
 * @param meaning what it is, in a few words
 * @param low smallest value
 * @param high largest value, at least {@code low}
 * @param rest the value before the first step and outside the image, within the range
 * @param next its next value
 * @param origin where it comes from
 */
public record Field(String name, String meaning, int low, int high, int rest, Term next, Origin origin) {
    public Field {
        checkArgument(low <= rest && rest <= high, "%s rests at %s, outside %s..%s", name, rest, low, high);
    }
}
