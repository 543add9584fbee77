/**
 * Instruction selection and scheduling. What comes in: a typed program. What goes out: a {@link
 * dev.pupil.compiler.lower.processor.instruction.Schedule} in which every loop is a scan, a wave or counted, and in which control
 * never reads what has not come yet ({@link dev.pupil.compiler.lower.processor.schedule.Stalls}).
 */
@NullMarked
package dev.pupil.compiler.lower.processor.schedule;

import org.jspecify.annotations.NullMarked;
