package dev.pupil.grammar.tree;

/** What a file defines. */
public sealed interface DefinitionNode permits LearnerNode, MachineNode {
    /** Its name. */
    NameNode name();
}
