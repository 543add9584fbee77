/** Tests of the lowering to passes; what it gives is compared with the program's meaning in the verify module. */
@NullMarked
package dev.pupil.compiler.lower.sweep;

import org.jspecify.annotations.NullMarked;
