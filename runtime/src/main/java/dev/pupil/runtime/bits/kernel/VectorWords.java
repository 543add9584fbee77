package dev.pupil.runtime.bits.kernel;

import dev.pupil.runtime.bits.gate.Formula.Operator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Vectors as wide as the processor's, with the Vector API: needs Java's module {@code jdk.incubator.vector}. */
final class VectorWords implements Words {
    static final ClassDesc LONG_VECTOR = ClassDesc.of("jdk.incubator.vector.LongVector");
    static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    static final String PREFERRED = "SPECIES_PREFERRED";

    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
    private static final ClassDesc BINARY = OPERATORS.nested("Binary");
    private static final ClassDesc ASSOCIATIVE = OPERATORS.nested("Associative");
    private static final ClassDesc LONGS = ConstantDescs.CD_long.arrayType();

    private static final MethodTypeDesc FROM_ARRAY =
            MethodTypeDesc.of(LONG_VECTOR, SPECIES, LONGS, ConstantDescs.CD_int);
    private static final MethodTypeDesc INTO_ARRAY =
            MethodTypeDesc.of(ConstantDescs.CD_void, LONGS, ConstantDescs.CD_int);
    private static final MethodTypeDesc DIRECT = MethodTypeDesc.of(LONG_VECTOR, VECTOR);
    private static final MethodTypeDesc LANEWISE = MethodTypeDesc.of(LONG_VECTOR, BINARY, VECTOR);
    private static final MethodTypeDesc LANEWISE_LONG = MethodTypeDesc.of(LONG_VECTOR, BINARY, ConstantDescs.CD_long);
    private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(LONG_VECTOR, SPECIES, ConstantDescs.CD_long);
    private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");
    private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
    private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, ConstantDescs.CD_long);

    /**
     * HotSpot's first compiler, without which the second never gets to a method, runs out of virtual registers at about
     * 4,500 bytes of calls to the Vector API, since it inlines some of them.
     */
    private static final int LONGEST_METHOD = 3000;

    private final int lanes;

    VectorWords(int lanes) {
        this.lanes = lanes;
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public TypeKind kind() {
        return TypeKind.REFERENCE;
    }

    @Override
    public int longestMethod() {
        return LONGEST_METHOD;
    }

    @Override
    public void load(CodeBuilder code, int array, int index, int offset) {
        species(code)
                .aload(array)
                .iload(index)
                .loadConstant(offset)
                .iadd()
                .invokestatic(LONG_VECTOR, "fromArray", FROM_ARRAY);
    }

    private static CodeBuilder species(CodeBuilder code) {
        return code.getstatic(LONG_VECTOR, PREFERRED, SPECIES);
    }

    @Override
    public void store(CodeBuilder code, int word, int array, int index, int offset) {
        code.aload(word)
                .aload(array)
                .iload(index)
                .loadConstant(offset)
                .iadd()
                .invokevirtual(LONG_VECTOR, "intoArray", INTO_ARRAY);
    }

    @Override
    public void operation(CodeBuilder code, Operator operator) {
        switch (operator) {
            case AND -> code.invokevirtual(LONG_VECTOR, "and", DIRECT);
            case OR -> code.invokevirtual(LONG_VECTOR, "or", DIRECT);
            case XOR -> lanewise(code, "XOR", ASSOCIATIVE);
            case AND_NOT -> lanewise(code, "AND_NOT", BINARY);
        }
    }

    /** Of a vector and a vector. The operator, a field of such a type, goes below the second one. */
    private static void lanewise(CodeBuilder code, String operator, ClassDesc type) {
        code.getstatic(OPERATORS, operator, type).swap().invokevirtual(LONG_VECTOR, "lanewise", LANEWISE);
    }

    @Override
    public void shiftUp(CodeBuilder code, int places) {
        shift(code, "LSHL", places);
    }

    @Override
    public void shiftDown(CodeBuilder code, int places) {
        shift(code, "LSHR", places);
    }

    private static void shift(CodeBuilder code, String operator, int places) {
        code.getstatic(OPERATORS, operator, BINARY)
                .loadConstant((long) places)
                .invokevirtual(LONG_VECTOR, "lanewise", LANEWISE_LONG);
    }

    @Override
    public void spread(CodeBuilder code) {
        // The species goes below the long.
        species(code).dup_x2().pop().invokestatic(LONG_VECTOR, "broadcast", BROADCAST);
    }

    @Override
    public void isAny(CodeBuilder code) {
        code.getstatic(OPERATORS, "NE", COMPARISON)
                .lconst_0()
                .invokevirtual(LONG_VECTOR, "compare", COMPARE)
                .invokevirtual(MASK, "anyTrue", MethodTypeDesc.of(ConstantDescs.CD_boolean));
    }

    @Override
    public void lane(CodeBuilder code) {
        code.iconst_0()
                .invokevirtual(LONG_VECTOR, "lane", MethodTypeDesc.of(ConstantDescs.CD_long, ConstantDescs.CD_int));
    }
}
