@NullMarked
package dev.pupil.verify.tape;

import org.jspecify.annotations.NullMarked;
