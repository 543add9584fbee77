/**
 * What was found out before, so that only what changed is checked again.
 *
 * <p>What comes in: {@linkplain dev.pupil.verify.report.Finding findings}, each under a
 * {@linkplain dev.pupil.verify.cache.Key key} made of the contents of everything that it depends on: the weight file's
 * bytes, the claimed program, the settings, and the code of Pupil itself. What goes out: the same findings, when asked
 * for under an equal key, in this process or another. Invariants: only what holds is kept; a file in the cache that is
 * not as it was written is as good as none; a cache that can't be written only costs time.
 */
@NullMarked
package dev.pupil.verify.cache;

import org.jspecify.annotations.NullMarked;
