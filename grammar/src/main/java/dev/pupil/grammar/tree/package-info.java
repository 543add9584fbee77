/**
 * The surface tree: what the user wrote, nothing resolved and nothing lost but comments and spacing. It comes out of
 * {@link dev.pupil.grammar.PupilParser}; every node has the exact span of its text. A tree is well-formed syntax and
 * no more: names may be unknown and types may clash.
 */
@NullMarked
package dev.pupil.grammar.tree;

import org.jspecify.annotations.NullMarked;
