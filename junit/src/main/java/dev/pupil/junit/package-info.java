/**
 * Verification as tests: an extension for JUnit 5.
 *
 * <p>What comes in: a test method with {@link dev.pupil.junit.VerifyConstruction}, which names programs or weight files.
 * What goes out: a test for each obligation of each file, which fails with the counterexample where the obligation does
 * not hold. Invariant: a test that passes stands for a finding that holds; what can't be read or compiled is an error,
 * never a test less.
 */
@NullMarked
package dev.pupil.junit;

import org.jspecify.annotations.NullMarked;
