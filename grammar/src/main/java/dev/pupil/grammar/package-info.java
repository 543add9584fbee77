/**
 * The parser's front door. {@link dev.pupil.grammar.PupilParser} turns a {@link dev.pupil.grammar.source.Source} into
 * the {@linkplain dev.pupil.grammar.tree surface tree} or refuses it with every syntax error found; no text makes it
 * throw anything else.
 */
@NullMarked
package dev.pupil.grammar;

import org.jspecify.annotations.NullMarked;
