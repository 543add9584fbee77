package dev.pupil.runtime.bits.kernel;

import dev.pupil.runtime.bits.gate.Formula.Operator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/** Words of 64 bits, on every Java. */
final class LongWords implements Words {
    /** HotSpot's HugeMethodLimit. */
    private static final int LONGEST_METHOD = 8000;

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public TypeKind kind() {
        return TypeKind.LONG;
    }

    @Override
    public int longestMethod() {
        return LONGEST_METHOD;
    }

    @Override
    public void load(CodeBuilder code, int array, int index, int offset) {
        code.aload(array).iload(index).loadConstant(offset).iadd().laload();
    }

    @Override
    public void store(CodeBuilder code, int word, int array, int index, int offset) {
        code.aload(array).iload(index).loadConstant(offset).iadd().lload(word).lastore();
    }

    @Override
    public void operation(CodeBuilder code, Operator operator) {
        switch (operator) {
            case AND -> code.land();
            case OR -> code.lor();
            case XOR -> code.lxor();
            case AND_NOT -> code.ldc(-1L).lxor().land();
        }
    }

    @Override
    public void shiftUp(CodeBuilder code, int places) {
        code.loadConstant(places).lshl();
    }

    @Override
    public void shiftDown(CodeBuilder code, int places) {
        code.loadConstant(places).lushr();
    }

    @Override
    public void spread(CodeBuilder code) {
        // A long is a word.
    }

    @Override
    public void isAny(CodeBuilder code) {
        // 0 or −1 or 1, of which only 0 means no.
        code.lconst_0().lcmp();
    }

    @Override
    public void lane(CodeBuilder code) {
        // A word is a long.
    }
}
