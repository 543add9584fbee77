/**
 * The checker of machines. What comes in: the surface tree of a machine. What goes out: a {@link
 * dev.pupil.compiler.program.Machine} in which every state that can be reached says what to do with every symbol, or every reason
 * why there is none.
 */
@NullMarked
package dev.pupil.compiler.check.machine;

import org.jspecify.annotations.NullMarked;
