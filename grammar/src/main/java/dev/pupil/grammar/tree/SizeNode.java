package dev.pupil.grammar.tree;

import dev.pupil.grammar.source.Span;

/**
 * A size that a definition names: {@code d features} or {@code m examples}.
 *
 * @param name what it is called
 * @param ofExamples whether it is the number of examples rather than that of features
 * @param span its whole text
 */
public record SizeNode(NameNode name, boolean ofExamples, Span span) {}
