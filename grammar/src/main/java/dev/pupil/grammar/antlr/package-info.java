/**
 * What is built around ANTLR: the grammar's generated lexer and parser live here, next to what reports and recovers
 * from syntax errors and what turns parse trees into the {@linkplain dev.pupil.grammar.tree surface tree}. Nothing
 * outside {@link dev.pupil.grammar.PupilParser} uses this package.
 */
@NullMarked
package dev.pupil.grammar.antlr;

import org.jspecify.annotations.NullMarked;
