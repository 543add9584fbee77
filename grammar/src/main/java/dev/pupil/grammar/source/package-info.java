/**
 * Program text and what is said about it: a {@link dev.pupil.grammar.source.Source} holds the text, a
 * {@link dev.pupil.grammar.source.Span} points into it, a {@link dev.pupil.grammar.source.Diagnostic} is one message
 * about a span. Every later representation carries spans, down to the last weight.
 */
@NullMarked
package dev.pupil.grammar.source;

import org.jspecify.annotations.NullMarked;
