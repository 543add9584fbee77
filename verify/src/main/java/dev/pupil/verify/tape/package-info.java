/**
 * What is checked of machines that start on a tape in the place of what learners have data for.
 *
 * <p>What comes in: a {@linkplain dev.pupil.verify.subject.Subject subject} whose memory is not learned but written. What
 * goes out: conclusions. Invariant: whatever executes the machine is compared with the machine's meaning, {@link
 * dev.pupil.runtime.reference.Walk}, on the same tapes.
 */
@NullMarked
package dev.pupil.verify.tape;

import org.jspecify.annotations.NullMarked;
