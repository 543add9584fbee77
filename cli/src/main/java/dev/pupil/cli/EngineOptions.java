package dev.pupil.cli;

import dev.pupil.runtime.experiment.EngineKind;
import picocli.CommandLine.Option;

/** What executes a network: an option that several commands share. */
final class EngineOptions {
    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = {
                "nd4j (the default): the network itself, as real-valued tensors;",
                "onnx: the network in ONNX Runtime, as other programs see it;",
                "automaton: the cell automaton that it simulates;",
                "reference: the program, interpreted."
            })
    private EngineKind engine = EngineKind.ND4J;

    EngineKind engine() {
        return engine;
    }
}
