package dev.pupil.grammar.source;

/**
 * A program text with the name that messages call it by.
 *
 * @param name what messages print before the line, usually the path as the user wrote it
 * @param text the whole text
 */
public record Source(String name, String text) {}
