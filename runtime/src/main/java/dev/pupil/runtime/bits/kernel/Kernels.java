package dev.pupil.runtime.bits.kernel;

import dev.pupil.runtime.bits.gate.LookupCircuit;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.util.OptionalInt;

/** Makes kernels: writes their class files and loads them. */
public final class Kernels {
    /** More than usually fit in a method. */
    private static final int OPERATIONS_PER_METHOD = 1000;

    /** What generated classes are called; they are hidden ones, so that it need not be unique. */
    static final ClassDesc NAME = ClassDesc.of(Kernels.class.getPackageName(), "GeneratedKernel");

    private Kernels() {}

    /** How many longs the processor's vectors hold; empty if this Java runs without its vector module. */
    public static OptionalInt vectorLanes() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
                ? OptionalInt.of(preferredLanes())
                : OptionalInt.empty();
    }

    /** Written as a class file, because our own code must compile and run without the module. */
    private static int preferredLanes() {
        byte[] bytes = ClassFile.of()
                .build(
                        NAME,
                        builder -> builder.withMethodBody(
                                "lanes",
                                MethodTypeDesc.of(ConstantDescs.CD_int),
                                ClassFile.ACC_STATIC,
                                code -> code.getstatic(
                                                VectorWords.LONG_VECTOR, VectorWords.PREFERRED, VectorWords.SPECIES)
                                        .invokeinterface(
                                                VectorWords.SPECIES, "length", MethodTypeDesc.of(ConstantDescs.CD_int))
                                        .ireturn()));
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            MethodHandle lanes = lookup.findStatic(lookup.lookupClass(), "lanes", MethodType.methodType(int.class));
            return (int) lanes.invokeExact();
        } catch (Throwable failure) {
            throw new LinkageError("the vector module can't be used", failure);
        }
    }

    /** A kernel that works on every Java, word by word. */
    public static Kernel portable(LookupCircuit circuit, Layout layout, int mostWords) {
        return make(circuit, layout, new LongWords(), mostWords);
    }

    /**
     * A kernel that computes so many words at once, one vector.
     *
     * @param lanes as {@link #vectorLanes} says
     * @param mostWords how many words a rectangle has at most
     */
    public static Kernel vectorised(LookupCircuit circuit, Layout layout, int lanes, int mostWords) {
        return make(circuit, layout, new VectorWords(lanes), mostWords);
    }

    private static Kernel make(LookupCircuit circuit, Layout layout, Words words, int mostWords) {
        return load(classFile(circuit, new KernelWriter(NAME, layout, words, mostWords)));
    }

    /** The class file of a kernel whose methods are all short enough. */
    static byte[] classFile(LookupCircuit circuit, KernelWriter writer) {
        int operations = OPERATIONS_PER_METHOD;
        byte[] bytes = writer.write(Plan.of(circuit, operations));
        while (longestPart(bytes) >= writer.longestMethod() && operations > 0) {
            operations = operations * 3 / 4;
            bytes = writer.write(Plan.of(circuit, operations));
        }
        return bytes;
    }

    /** Of the methods with loops; one that calls them all may be interpreted. */
    private static int longestPart(byte[] bytes) {
        ClassModel model = ClassFile.of().parse(bytes);
        return model.methods().stream()
                .filter(method -> method.flags().has(AccessFlag.STATIC))
                .flatMap(method -> method.code().stream())
                .mapToInt(code -> ((CodeAttribute) code).codeLength())
                .max()
                .orElse(0);
    }

    /** The kernel in a class file. */
    static Kernel load(byte[] bytes) {
        return Generated.instance(bytes, Kernel.class);
    }
}
