package dev.pupil.runtime.reference;

import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.grammar.source.Span;

/** Executes a typed program as it is written: the meaning that everything else is compared with. */
public final class Interpreter {
    private Interpreter() {}

    /**
     * A learner that has seen no example yet.
     *
     * @param definition a program, or a machine that is a learner
     * @param sizes d and m of this run
     * @throws IllegalArgumentException if memory of these sizes does not fit an array of this machine, or if it is a machine
     *     that is no learner
     */
    public static Learner start(Definition definition, Sizes sizes) {
        return switch (definition) {
            case Program program -> start(program, sizes);
            case Machine machine -> new MachineLearner(machine, sizes);
        };
    }

    private static Learner start(Program program, Sizes sizes) {
        Store store = Store.of(program, sizes);
        Step learn = new Translator(store, Variable.Kind.MEMORY, Variable.Kind.EXAMPLE, Variable.Kind.LOCAL)
                .block(program.learn());
        // Memory may not be assigned here, which proves that predicting changes nothing.
        Step predict = new Translator(store, Variable.Kind.EXAMPLE, Variable.Kind.LOCAL).block(program.predict());
        return new ProgramLearner(program, sizes, store, learn, predict);
    }

    /** What is thrown where a checked program does what the checker has ruled out. */
    static IllegalStateException broken(Span span, String message) {
        return new IllegalStateException(span + ": " + message);
    }
}
