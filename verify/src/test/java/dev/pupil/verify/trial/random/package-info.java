/** Random programs, as text, made to reach every corner of what can be lowered to waves. */
@NullMarked
package dev.pupil.verify.trial.random;

import org.jspecify.annotations.NullMarked;
