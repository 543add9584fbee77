/** Tests of schedules; what they predict is compared with the program's meaning in the verify module. */
@NullMarked
package dev.pupil.compiler.sequence;

import org.jspecify.annotations.NullMarked;
