/**
 * Files as they are left behind: those that are written are there whole or not at all, those that are only needed
 * meanwhile are gone in the end, and what can't be written says which file or folder that is.
 */
@NullMarked
package dev.pupil.compiler.disk;

import org.jspecify.annotations.NullMarked;
