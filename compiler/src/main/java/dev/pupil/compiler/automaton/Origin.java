package dev.pupil.compiler.automaton;

import dev.pupil.grammar.source.Span;
import java.util.Optional;

/**
 * Where a field, rule, unit or weight comes from.
 *
 * @param part the part of the construction: {@code prelude}, {@code lanes}, {@code learn}, {@code predict}, …
 * @param span the source text, where there is one
 */
public record Origin(String part, Optional<Span> span) {}
