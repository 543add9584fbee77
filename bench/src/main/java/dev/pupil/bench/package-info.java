/** Benchmarks inside one process, with JMH; {@code bench/README.md} says how to run them and what they gave. */
@NullMarked
package dev.pupil.bench;

import org.jspecify.annotations.NullMarked;
