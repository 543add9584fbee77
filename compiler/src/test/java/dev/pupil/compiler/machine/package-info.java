@NullMarked
package dev.pupil.compiler.machine;

import org.jspecify.annotations.NullMarked;
