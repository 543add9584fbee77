/** Rules that the code of all modules keeps. */
@NullMarked
package dev.pupil.architecture;

import org.jspecify.annotations.NullMarked;
