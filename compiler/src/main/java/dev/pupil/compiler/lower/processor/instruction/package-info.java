/**
 * The processor's instruction set: what an {@link dev.pupil.compiler.lower.processor.instruction.Instruction} does, what it
 * {@linkplain dev.pupil.compiler.lower.processor.instruction.Effects reads and writes}, how {@linkplain
 * dev.pupil.compiler.lower.processor.instruction.Durations long} it takes, the {@linkplain
 * dev.pupil.compiler.lower.processor.instruction.RegisterFile registers} that it works with; and the {@link
 * dev.pupil.compiler.lower.processor.instruction.Schedule} that is made of instructions.
 */
@NullMarked
package dev.pupil.compiler.lower.processor.instruction;

import org.jspecify.annotations.NullMarked;
