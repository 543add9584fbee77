package dev.pupil.runtime.experiment;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pupil.runtime.bits.BitsEngine;
import dev.pupil.runtime.engine.AutomatonEngine;
import dev.pupil.runtime.engine.Engine;
import dev.pupil.runtime.engine.ReferenceEngine;
import dev.pupil.runtime.network.Nd4jEngine;
import dev.pupil.runtime.onnx.OnnxEngine;
import java.util.Arrays;
import java.util.function.Supplier;

/** The engines to choose from. Naming one loads nothing; starting it does. */
public enum EngineKind {
    /** The program itself, interpreted: what the network's answers mean. */
    REFERENCE("reference", ReferenceEngine::new),
    /** The cell automaton, cell by cell. */
    AUTOMATON("automaton", AutomatonEngine::new),
    /** The network on bits: fast, and exact. */
    BITS("bits", BitsEngine::new),
    /** The network as real-valued tensors. */
    ND4J("nd4j", Nd4jEngine::new),
    /** The network as other programs see it. */
    ONNX("onnx", OnnxEngine::new);

    private final String label;
    private final Supplier<Engine> starter;

    EngineKind(String label, Supplier<Engine> starter) {
        this.label = label;
        this.starter = starter;
    }

    /** The engine, ready to predict. */
    public Engine start() {
        return starter.get();
    }

    /** The engines that this machine can start; it takes as long as to load what they need. */
    public static ImmutableSet<EngineKind> available() {
        return Sets.immutableEnumSet(Arrays.stream(values())
                .filter(kind -> kind != ONNX || OnnxEngine.isAvailable())
                .toList());
    }

    /** What users call it. */
    @Override
    public String toString() {
        return label;
    }
}
