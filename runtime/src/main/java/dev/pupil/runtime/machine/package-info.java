/**
 * Machines that are no learners, run by the network that they are compiled to.
 *
 * <p>What comes in: an untrained weight file and a {@linkplain dev.pupil.compiler.lower.machine.StartingTape tape}, which is written
 * into the memory layer. What goes out: a {@link dev.pupil.runtime.machine.MachineRun}, read from the image once it stands
 * still. Invariant: how often the machine has stepped is read from how often the network has, and from nothing else.
 */
@NullMarked
package dev.pupil.runtime.machine;

import org.jspecify.annotations.NullMarked;
