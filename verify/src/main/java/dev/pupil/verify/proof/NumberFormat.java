package dev.pupil.verify.proof;

import java.math.BigDecimal;

/** Binary floating-point formats. */
enum NumberFormat {
    /** IEEE 754 binary32. */
    FLOAT32("float32", 24, 127),
    /** IEEE 754 binary16. */
    FLOAT16("float16", 11, 15),
    /** The upper half of binary32. */
    BFLOAT16("bfloat16", 8, 127);

    private final String word;
    private final int precision;
    private final int largestExponent;

    /**
     * A format.
     *
     * @param precision bits of the significand, the hidden one included
     * @param largestExponent that a number can have
     */
    NumberFormat(String word, int precision, int largestExponent) {
        this.word = word;
        this.precision = precision;
        this.largestExponent = largestExponent;
    }

    String word() {
        return word;
    }

    /**
     * Whether all multiples of {@code grain}, a power of two, up to {@code reach} in size are numbers of this format.
     * They are if there is none but 0, or if there are no more than 2^precision of them on each side, the grain is not below the smallest number,
     * and the reach is below 2^{@code largestExponent}.
     */
    boolean holds(BigDecimal grain, BigDecimal reach) {
        int smallestExponent = 2 - largestExponent - precision;
        boolean isFine = grain.compareTo(power(smallestExponent)) >= 0;
        boolean isSmall =
                reach.compareTo(grain.multiply(power(precision))) <= 0 && reach.compareTo(power(largestExponent)) <= 0;
        return reach.signum() == 0 || (isFine && isSmall);
    }

    /** 2^{@code exponent}. */
    static BigDecimal power(int exponent) {
        BigDecimal two = BigDecimal.TWO;
        return exponent >= 0 ? two.pow(exponent) : BigDecimal.ONE.divide(two.pow(-exponent));
    }
}
