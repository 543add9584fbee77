package dev.pupil.runtime.bits;

import dev.pupil.compiler.filter.Filter;
import dev.pupil.runtime.bits.gate.LookupCircuit;
import dev.pupil.runtime.bits.gate.StepGates;
import dev.pupil.runtime.bits.rule.Diagrams.TooManyNodesException;
import dev.pupil.runtime.bits.rule.HeadRule;
import dev.pupil.runtime.bits.rule.InexactNetworkException;
import dev.pupil.runtime.bits.rule.RuleReader;
import dev.pupil.runtime.engine.PredictionException;

/**
 * A network's filter taken apart into bits: derived from its weights, whatever made them.
 *
 * @param filter the weights
 * @param circuit the step
 * @param head the head
 */
public record BitsProgram(Filter filter, LookupCircuit circuit, HeadRule head) {
    /**
     * Takes a filter apart.
     *
     * @throws InexactNetworkException if its channels can't be held as bits, with the unit's or the channel's name, or
     *     they depend on so many bits at once that there is no circuit of a reasonable size
     */
    public static BitsProgram of(Filter filter) throws InexactNetworkException {
        try {
            return new BitsProgram(
                    filter, LookupCircuit.of(StepGates.of(RuleReader.read(filter))), HeadRule.read(filter));
        } catch (TooManyNodesException e) {
            throw new InexactNetworkException("its rules are too entangled to be taken apart into bits");
        }
    }

    /**
     * The same for predictions.
     *
     * @throws PredictionException if it can't be executed on bits, with the reason
     */
    static BitsProgram forPredictions(Filter filter) throws PredictionException {
        try {
            return of(filter);
        } catch (InexactNetworkException e) {
            throw new PredictionException("the network can't be executed on bits: " + e.reason());
        }
    }

    /** How many planes of bits an image has. */
    int planes() {
        return filter.channels().size() + 1;
    }
}
