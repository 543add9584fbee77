package dev.pupil.verify.subject;

import dev.pupil.grammar.source.Source;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be verified.
 *
 * @param name what the user calls it
 * @param weights the weight file
 * @param claimed the program that the file is said to be compiled from, if anything is said
 */
public record Target(String name, Path weights, Optional<Source> claimed) {}
