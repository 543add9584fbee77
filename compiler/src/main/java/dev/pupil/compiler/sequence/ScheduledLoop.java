package dev.pupil.compiler.sequence;

import dev.pupil.compiler.pass.Pass.Trigger;
import dev.pupil.compiler.program.Statement;
import java.util.Optional;

/**
 * What became of a loop.
 *
 * @param routine where it is
 * @param loop the loop
 * @param node the scan, or the loop of instructions
 * @param objection why it is not one scan; empty if it is
 */
public record ScheduledLoop(Trigger routine, Statement.For loop, Node node, Optional<String> objection) {}
