package dev.pupil.grammar.tree;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Span;

/**
 * A whole learner.
 *
 * @param name its name
 * @param documentation the documentation comment before it without its stars, empty if there is none
 * @param sizes the sizes it names, in order
 * @param members memory, enumerations, procedures, {@code learn} and {@code predict}, in order
 * @param span from {@code learner} to the closing brace
 */
public record LearnerNode(
        NameNode name,
        String documentation,
        ImmutableList<SizeNode> sizes,
        ImmutableList<MemberNode> members,
        Span span)
        implements DefinitionNode {}
