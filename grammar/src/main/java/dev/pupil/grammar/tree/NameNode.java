package dev.pupil.grammar.tree;

import dev.pupil.grammar.source.Span;

/** A name where it stands. */
public record NameNode(String text, Span span) {}
