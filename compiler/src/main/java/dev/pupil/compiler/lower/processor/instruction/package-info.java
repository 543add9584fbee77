/**
 * The processor's instruction set. An {@link dev.pupil.compiler.lower.processor.instruction.Instruction} answers for itself:
 * what it {@linkplain dev.pupil.compiler.lower.processor.instruction.Effects reads and writes}, how it {@linkplain
 * dev.pupil.compiler.lower.processor.instruction.Ending ends}, which {@linkplain
 * dev.pupil.compiler.lower.processor.instruction.Order order} it sends, how it is {@linkplain
 * dev.pupil.compiler.lower.processor.instruction.Listing written down}. A {@link
 * dev.pupil.compiler.lower.processor.instruction.Schedule} is made of instructions, over a {@linkplain
 * dev.pupil.compiler.lower.processor.instruction.RegisterFile register file}. Who adds an instruction adds a record here, and
 * the rules of the cells that carry it out.
 */
@NullMarked
package dev.pupil.compiler.lower.processor.instruction;

import org.jspecify.annotations.NullMarked;
