package dev.pupil.cli;

import dev.pupil.runtime.experiment.EngineKind;
import picocli.CommandLine.Option;

/** What executes a network: an option that several commands share. */
final class EngineOptions {
    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = {
                "bits (the default): the network, exact and fast, on bits;",
                "nd4j: the network as real-valued tensors;",
                "onnx: the network in ONNX Runtime, as other programs see it;",
                "automaton: the cell automaton that it simulates;",
                "reference: the program, interpreted."
            })
    private EngineKind engine = EngineKind.BITS;

    EngineKind engine() {
        return engine;
    }
}
