package dev.pupil.runtime.bits.kernel;

import dev.pupil.runtime.bits.gate.Formula.Operator;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.OptionalInt;

/**
 * A loop that does nothing but operations on words in registers: the most that any kernel could reach on this machine.
 * Every result is used twice, so that no two operations become one instruction.
 */
public final class RegisterLoop {
    private static final int WORDS = 12;
    private static final int ROUNDS_PER_TURN = 4;
    private static final Operator[] OPERATORS = {Operator.XOR, Operator.OR, Operator.AND};

    private static final int TURNS = 1;
    private static final int FIRST_WORD = 2;

    private final Loop loop;
    private final int lanes;
    /** Some bits of all results, so that none of them is left out as useless. */
    private long results;

    /** What the generated class is used as. */
    interface Loop {
        /** Takes so many turns; returns some bits of the result. */
        long run(int turns);
    }

    private RegisterLoop(Loop loop, int lanes) {
        this.loop = loop;
        this.lanes = lanes;
    }

    /** A loop on the widest words that this Java has. */
    public static RegisterLoop widest() {
        OptionalInt vectorLanes = Kernels.vectorLanes();
        Words words = vectorLanes.isPresent() ? new VectorWords(vectorLanes.getAsInt()) : new LongWords();
        ClassDesc name = ClassDesc.of(RegisterLoop.class.getPackageName(), "GeneratedLoop");
        byte[] bytes = ClassFile.of()
                .build(
                        name,
                        builder -> Generated.withConstructor(
                                        builder.withInterfaceSymbols(ClassDesc.of(Loop.class.getName())))
                                .withMethodBody(
                                        "run",
                                        MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int),
                                        ClassFile.ACC_PUBLIC,
                                        code -> write(code, words)));
        return new RegisterLoop(Generated.instance(bytes, Loop.class), words.lanes());
    }

    private static void write(CodeBuilder code, Words words) {
        int size = words.kind().slotSize();
        for (int word = 0; word < WORDS; word++) {
            code.loadConstant(0x9E3779B97F4A7C15L * (word + 1));
            words.spread(code);
            code.storeLocal(words.kind(), FIRST_WORD + word * size);
        }
        Label next = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(next).iload(TURNS).ifle(end);
        for (int operation = 0; operation < WORDS * ROUNDS_PER_TURN; operation++) {
            int word = FIRST_WORD + operation % WORDS * size;
            code.loadLocal(words.kind(), word);
            code.loadLocal(words.kind(), FIRST_WORD + (operation + 1) % WORDS * size);
            words.operation(code, OPERATORS[operation % OPERATORS.length]);
            code.storeLocal(words.kind(), word);
        }
        code.iinc(TURNS, -1).goto_(next);
        code.labelBinding(end);
        code.loadLocal(words.kind(), FIRST_WORD);
        for (int word = 1; word < WORDS; word++) {
            code.loadLocal(words.kind(), FIRST_WORD + word * size);
            words.operation(code, Operator.XOR);
        }
        words.lane(code);
        code.lreturn();
    }

    /** Takes so many turns; returns how many operations on words of 64 bits that are. */
    public double run(int turns) {
        results ^= loop.run(turns);
        return (double) turns * WORDS * ROUNDS_PER_TURN * lanes;
    }
}
