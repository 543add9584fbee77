/** Tests that hold what programs are compiled to, so that a change of the compiler says what it changes. */
@NullMarked
package dev.pupil.compiler.pinned;

import org.jspecify.annotations.NullMarked;
