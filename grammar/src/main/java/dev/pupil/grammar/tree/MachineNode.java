package dev.pupil.grammar.tree;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/**
 * A whole machine.
 *
 * @param name its name
 * @param documentation the documentation comment before it without its stars, empty if there is none
 * @param sizes the sizes it names, in order; none if it is no learner
 * @param parts what stands between the braces, in order
 * @param span from {@code machine} to the closing brace
 */
public record MachineNode(
        NameNode name, String documentation, ImmutableList<SizeNode> sizes, ImmutableList<PartNode> parts, Span span)
        implements DefinitionNode {}
