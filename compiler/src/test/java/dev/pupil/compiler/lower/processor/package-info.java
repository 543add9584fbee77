/** Tests of schedules; what they predict is compared with the program's meaning in the verify module. */
@NullMarked
package dev.pupil.compiler.lower.processor;

import org.jspecify.annotations.NullMarked;
