/**
 * How long a network's steps take on different engines, measured side by side in one process. What comes in: a network
 * and image sizes. What goes out: for each size, each engine's time for one step of one image, and how near the fastest
 * comes to what the machine can do at all. Invariant: every figure is a median of several samples, taken after warming
 * up, with their spread.
 */
@NullMarked
package dev.pupil.runtime.timing;

import org.jspecify.annotations.NullMarked;
