/**
 * What is verified, and how thoroughly.
 *
 * <p>What comes in: a weight file's bytes. What goes out: a {@link dev.pupil.verify.subject.Subject}, whose two halves have
 * nothing in common but the program's text: the weights, and the automaton that the program means.
 */
@NullMarked
package dev.pupil.verify.subject;

import org.jspecify.annotations.NullMarked;
