/** Holds the example programs to what is said of them: their expected results and the table of sizes in README. */
@NullMarked
package dev.pupil.examples;

import org.jspecify.annotations.NullMarked;
