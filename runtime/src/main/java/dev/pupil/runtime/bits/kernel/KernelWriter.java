package dev.pupil.runtime.bits.kernel;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.runtime.bits.gate.Formula;
import dev.pupil.runtime.bits.gate.Formula.Operator;
import dev.pupil.runtime.bits.gate.LookupCircuit.Output;
import dev.pupil.runtime.bits.kernel.Plan.Step;
import dev.pupil.runtime.bits.rule.Input;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Writes a kernel's class file. All distances between words are constants in it. */
final class KernelWriter {
    private static final ClassDesc LONGS = CD_long.arrayType();
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_int, LONGS, LONGS, LONGS, CD_int, CD_int, CD_int, CD_long);

    // Parameters of a part, which is a static method.
    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int SCRATCH = 2;
    private static final int LINE = 3;
    private static final int ROWS = 4;
    private static final int WORDS = 5;
    private static final int INSIDE_LONG = 6;
    // Its own variables.
    private static final int INDEX = 8;
    private static final int END = 9;
    private static final int PLACE = 10;
    private static final int INSIDE = 11;
    private static final int CHANGED = 13;
    private static final int ESCAPED = 15;
    private static final int RESULT = 17;
    private static final int FIRST_VALUE = 19;

    private final ClassDesc name;
    private final Layout layout;
    private final Words words;
    private final int scratchStride;

    /**
     * A writer of kernels.
     *
     * @param name what their class is called
     * @param scratchStride words from a saved value's place in scratch memory to the next one's
     */
    KernelWriter(ClassDesc name, Layout layout, Words words, int scratchStride) {
        this.name = name;
        this.layout = layout;
        this.words = words;
        this.scratchStride = scratchStride;
    }

    /** Methods must have fewer bytes than this. */
    int longestMethod() {
        return words.longestMethod();
    }

    /** The class file of a kernel that does what {@code plan} says. */
    byte[] write(Plan plan) {
        return ClassFile.of().build(name, builder -> {
            builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                    .withInterfaceSymbols(ClassDesc.of(Kernel.class.getName()));
            Generated.withConstructor(builder)
                    .withMethodBody(
                            "scratchWords",
                            MethodTypeDesc.of(CD_int),
                            ClassFile.ACC_PUBLIC,
                            code -> code.loadConstant(plan.saved() * scratchStride)
                                    .ireturn())
                    .withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> writeRun(code, plan));
            for (int part = 0; part < plan.parts().size(); part++) {
                ImmutableList<Step> steps = plan.parts().get(part);
                builder.withMethodBody(
                        partName(part), RUN, ClassFile.ACC_STATIC, code -> new PartWriter(code, steps).write());
            }
        });
    }

    private static String partName(int part) {
        return "part" + part;
    }

    /** Runs one part after another, and joins what they return. */
    private void writeRun(CodeBuilder code, Plan plan) {
        code.iconst_0();
        for (int part = 0; part < plan.parts().size(); part++) {
            // Parameters are one variable further on than in a static method.
            code.aload(FROM + 1)
                    .aload(TO + 1)
                    .aload(SCRATCH + 1)
                    .iload(LINE + 1)
                    .iload(ROWS + 1)
                    .iload(WORDS + 1)
                    .lload(INSIDE_LONG + 1)
                    .invokestatic(name, partName(part), RUN)
                    .ior();
        }
        code.ireturn();
    }

    /** Writes one part: a loop over the words of a rectangle. */
    private final class PartWriter {
        private final CodeBuilder code;
        private final ImmutableList<Step> steps;
        private final Locals locals;

        PartWriter(CodeBuilder code, ImmutableList<Step> steps) {
            this.code = code;
            this.steps = steps;
            this.locals = new Locals(steps, words.kind(), FIRST_VALUE);
        }

        void write() {
            code.lload(INSIDE_LONG);
            words.spread(code);
            keep(INSIDE);
            code.lconst_0();
            words.spread(code);
            keep(CHANGED);
            code.lconst_0();
            words.spread(code);
            keep(ESCAPED);
            code.iconst_0().istore(PLACE);
            Label nextRow = code.newLabel();
            Label nextWord = code.newLabel();
            Label endOfRow = code.newLabel();
            Label end = code.newLabel();
            code.labelBinding(nextRow).iload(ROWS).ifle(end);
            code.iload(LINE).istore(INDEX);
            code.iload(LINE).iload(WORDS).iadd().istore(END);
            code.labelBinding(nextWord).iload(INDEX).iload(END).if_icmpge(endOfRow);
            for (int time = 0; time < steps.size(); time++) {
                write(steps.get(time), time);
            }
            code.iinc(INDEX, words.lanes()).iinc(PLACE, words.lanes()).goto_(nextWord);
            code.labelBinding(endOfRow)
                    .iload(LINE)
                    .loadConstant(layout.rowStride())
                    .iadd()
                    .istore(LINE)
                    .iinc(ROWS, -1)
                    .goto_(nextRow);
            code.labelBinding(end);
            writeResult();
        }

        private void writeResult() {
            code.iconst_0().istore(RESULT);
            writeFlag(CHANGED, Kernel.CHANGED);
            writeFlag(ESCAPED, Kernel.ESCAPED);
            code.iload(RESULT).ireturn();
        }

        private void writeFlag(int accumulator, int flag) {
            take(accumulator);
            words.isAny(code);
            Label none = code.newLabel();
            code.ifeq(none);
            code.iload(RESULT).loadConstant(flag).ior().istore(RESULT);
            code.labelBinding(none);
        }

        private void write(Step step, int time) {
            switch (step) {
                case Step.Read read -> {
                    writeRead(read.read().input());
                    keep(locals.define(read.node()));
                    locals.release(step, time);
                }
                case Step.Compute compute -> {
                    writeFormula(compute.lookup().formula(), compute.lookup().inputs());
                    locals.release(step, time);
                    keep(locals.define(compute.node()));
                }
                case Step.Restore restore -> {
                    words.load(code, SCRATCH, PLACE, restore.place() * scratchStride);
                    keep(locals.define(restore.node()));
                    locals.release(step, time);
                }
                case Step.Save save -> {
                    words.store(code, locals.of(save.node()), SCRATCH, PLACE, save.place() * scratchStride);
                    locals.release(step, time);
                }
                case Step.Write write -> {
                    writeOutput(write.output());
                    keep(RESULT);
                    int offset = write.plane() * layout.planeStride();
                    words.store(code, RESULT, TO, INDEX, offset);
                    take(CHANGED);
                    take(RESULT);
                    words.load(code, FROM, INDEX, offset);
                    words.operation(code, Operator.XOR);
                    words.operation(code, Operator.OR);
                    keep(CHANGED);
                    locals.release(step, time);
                }
                case Step.Note note -> {
                    take(ESCAPED);
                    writeOutput(note.escape());
                    words.operation(code, Operator.OR);
                    keep(ESCAPED);
                    locals.release(step, time);
                }
            }
        }

        /** {@code … → word} */
        private void writeRead(Input input) {
            Offset at = input.at();
            int near = input.plane() * layout.planeStride() + at.column() * layout.wordsPerPixel();
            int far = near + at.row() * layout.rowStride();
            if (at.row() == 0 || layout.rowsPerWord() == 1) {
                words.load(code, FROM, INDEX, far);
                return;
            }
            int shift = layout.imagesPerWord();
            words.load(code, FROM, INDEX, near);
            if (at.row() < 0) {
                words.shiftUp(code, shift);
                words.load(code, FROM, INDEX, far);
                words.shiftDown(code, Long.SIZE - shift);
            } else {
                words.shiftDown(code, shift);
                words.load(code, FROM, INDEX, far);
                words.shiftUp(code, Long.SIZE - shift);
            }
            words.operation(code, Operator.OR);
        }

        /** {@code … → word} */
        private void writeFormula(Formula formula, ImmutableIntArray inputs) {
            switch (formula) {
                case Formula.Leaf leaf -> take(locals.of(inputs.get(leaf.input())));
                case Formula.Operation operation -> {
                    writeFormula(operation.left(), inputs);
                    writeFormula(operation.right(), inputs);
                    words.operation(code, operation.operator());
                }
            }
        }

        /** {@code … → word}, with 0 where there is no image. */
        private void writeOutput(Output output) {
            if (output.isConstant()) {
                if (output.negated()) {
                    take(INSIDE);
                } else {
                    code.lconst_0();
                    words.spread(code);
                }
            } else if (output.negated()) {
                take(INSIDE);
                take(locals.of(output.node()));
                words.operation(code, Operator.AND_NOT);
            } else {
                take(locals.of(output.node()));
                if (layout.rowsPerWord() > 1) {
                    take(INSIDE);
                    words.operation(code, Operator.AND);
                }
            }
        }

        private void keep(int variable) {
            code.storeLocal(words.kind(), variable);
        }

        private void take(int variable) {
            code.loadLocal(words.kind(), variable);
        }
    }
}
