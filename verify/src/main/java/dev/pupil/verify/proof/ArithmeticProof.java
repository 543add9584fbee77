package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Part;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * V3: nothing is rounded when the step and the head are calculated in the usual number formats, in whatever order sums are
 * added up at a pixel. The sum over pixels has at most one summand that is not 0, by V4 and V5.
 */
public final class ArithmeticProof {
    private final Construction construction;
    private final Layer hidden;
    private final Layer channels;
    private final Layer headHidden;
    private final Layer output;

    private ArithmeticProof(Construction construction) {
        ExactNetwork network = construction.network();
        this.construction = construction;
        this.hidden = Layer.hidden(
                network.units(), unit -> "unit '%s'".formatted(construction.unitName(unit)), network.one());
        this.channels = Layer.mixed(
                network.mixes(),
                channel -> "channel '%s'".formatted(construction.codes().name(channel)),
                hidden);
        this.headHidden = Layer.hidden(network.head(), unit -> "the head's unit %s".formatted(unit + 1), network.one());
        this.output = Layer.mixed(ImmutableList.of(network.output()), mix -> "the output", headHidden);
    }

    /** Proves it, or names a sum that may be rounded. */
    public static Conclusion check(Subject subject, Settings settings) {
        return Attempt.concludeOnStep(subject, ArithmeticProof::conclusion);
    }

    /**
     * The same; the step's proof must have been given.
     *
     * @throws RefutedException if a sum may be rounded
     */
    static Conclusion conclusion(Construction construction) throws RefutedException {
        return new Conclusion(new ArithmeticProof(construction).prove(), new Verdict.Holds());
    }

    private ImmutableList<Evidence> prove() throws RefutedException {
        ImmutableList.Builder<Evidence> evidence = ImmutableList.builder();
        for (NumberFormat format : NumberFormat.values()) {
            requireWeights(format);
            for (Layer layer : layers()) {
                requireExact(format, layer);
            }
            evidence.add(evidence(format.word()));
        }
        requireQuantised(hidden, channels);
        requireQuantised(headHidden, output);
        evidence.add(evidence("int8, with a power of two as each tensor's scale and 32-bit sums"));
        return evidence.build();
    }

    private ImmutableList<Layer> layers() {
        return ImmutableList.of(hidden, channels, headHidden, output);
    }

    private void requireWeights(NumberFormat format) throws RefutedException {
        Filter filter = construction.filter();
        for (Part part : Part.values()) {
            for (double number : part.of(filter).values().toArray()) {
                long exact = construction.network().exact(number);
                long grain = Long.lowestOneBit(exact);
                if (!format.holds(
                        real(grain, construction.network().one()),
                        real(Math.abs(exact), construction.network().one()))) {
                    throw new RefutedException(
                            "%s in %s is not a %s number".formatted(number, part.tensorName(), format.word()));
                }
            }
        }
    }

    private static void requireExact(NumberFormat format, Layer layer) throws RefutedException {
        for (Layer.Sum sum : layer.sums()) {
            BigDecimal reach = real(sum.extent().reach(), layer.scale());
            BigDecimal grain = real(sum.extent().grain(), layer.scale());
            if (!format.holds(grain, reach)) {
                throw new RefutedException("%s adds up multiples of %s to as much as %s, which %s may have to round"
                        .formatted(sum.name(), grain.toPlainString(), reach.toPlainString(), format.word()));
            }
        }
    }

    private static void requireQuantised(Layer hidden, Layer mixed) throws RefutedException {
        Optional<String> obstacle = Quantisation.obstacle(hidden, mixed);
        if (obstacle.isPresent()) {
            throw new RefutedException("in int8, " + obstacle.get());
        }
    }

    private Evidence evidence(String format) {
        Layer largest = layers().stream()
                .reduce((one, other) -> reach(other).compareTo(reach(one)) > 0 ? other : one)
                .orElseThrow();
        return new Evidence(
                Strength.PROVED,
                "exact in %s, in any order of summation at a pixel (the sum over pixels rests on V4 and V5); the largest partial sum is %s, of %s"
                        .formatted(
                                format,
                                reach(largest).toPlainString(),
                                largest.largest().name()),
                layers().stream().mapToLong(layer -> layer.sums().size()).sum(),
                "sums");
    }

    private static BigDecimal reach(Layer layer) {
        return real(layer.largest().extent().reach(), layer.scale());
    }

    private static BigDecimal real(long number, long scale) {
        BigDecimal quotient = BigDecimal.valueOf(number).divide(BigDecimal.valueOf(scale));
        return quotient.signum() == 0 ? BigDecimal.ZERO : quotient.stripTrailingZeros();
    }
}
