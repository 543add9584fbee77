/** The extension as its users see it, and what the JUnit platform sees of it. */
@NullMarked
package dev.pupil.junit;

import org.jspecify.annotations.NullMarked;
