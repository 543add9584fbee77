/**
 * Builds circuits. What comes in: a step's rules as decision diagrams. What goes out: one circuit for all channels, of
 * functions with at most three inputs, as processors compute them with one instruction. Each hidden unit stays a term of
 * its own, and a channel is the lowest digit of their sum in binary; the other digits tell where it is no bit. Invariant:
 * the circuit has the rules' values for every value of the bits.
 */
@NullMarked
package dev.pupil.runtime.bits.gate;

import org.jspecify.annotations.NullMarked;
