package dev.pupil.junit;

import dev.pupil.verify.report.Obligation;
import dev.pupil.verify.subject.Settings;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that is run once for each obligation of each network, V1 to V9, after the obligation was found to hold;
 * where it was not, the test fails with the counterexample. The method's body may be empty. It may have parameters of
 * type {@link dev.pupil.verify.report.Finding}, what came of this obligation, and
 * {@link dev.pupil.verify.report.Report}, all that was found out about this network.
 * <pre>{@code
 * @VerifyConstruction("parity.pupil")
 * void theNetworkDoesWhatItsProgramSays() {}
 * }</pre>
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(VerifyConstructionExtension.class)
public @interface VerifyConstruction {
    /**
     * Programs ({@code .pupil}), which are compiled first, weight files ({@code .safetensors}), and folders, which stand
     * for all of both in them and below. Each is looked for as a class-path resource relative to the test class, then as
     * a file relative to the working directory.
     */
    String[] value();

    /** How many cases are tried where not all can be. */
    Settings.Effort effort() default Settings.Effort.STANDARD;

    /** Which obligations are checked, besides V1, on which all rest; none means all. */
    Obligation[] obligations() default {};

    /** Whether proofs are confirmed by a second, independent method. */
    boolean crossCheck() default false;

    /** What everything random starts from. */
    long seed() default 1;

    /**
     * The folder in which it is remembered what holds, so that only what has changed is checked again. Empty means
     * {@code pupil-verify} in the build's folder: {@code target} or {@code build} if there is one, else that of temporary
     * files.
     */
    String cache() default "";

    /** Whether anything is remembered, and what was remembered is believed. */
    boolean remember() default true;
}
