package dev.pupil.runtime.bits.kernel;

import dev.pupil.runtime.bits.gate.Formula.Operator;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/**
 * Writes what is done to bits, for one kind of word: one {@code long} or a vector of them. Operands come from the
 * operand stack and results go there.
 */
interface Words {
    /** How many longs are computed at once. */
    int lanes();

    /** The kind of local variable that holds a word. */
    TypeKind kind();

    /** Methods must have fewer bytes than this, or Java's compilers leave them to the interpreter. */
    int longestMethod();

    /** {@code … → word}, the one that starts at {@code array[index + offset]}; given are their local variables. */
    void load(CodeBuilder code, int array, int index, int offset);

    /** {@code … → }, writes the word in a local variable to {@code array[index + offset]}. */
    void store(CodeBuilder code, int word, int array, int index, int offset);

    /** {@code … word, word → word} */
    void operation(CodeBuilder code, Operator operator);

    /** {@code … word → word}, its bits moved to higher places, 0 in the lowest. */
    void shiftUp(CodeBuilder code, int places);

    /** {@code … word → word}, its bits moved to lower places, 0 in the highest. */
    void shiftDown(CodeBuilder code, int places);

    /** {@code … long → word}, in every lane. */
    void spread(CodeBuilder code);

    /** {@code … word → int}, whether any of its bits is 1. */
    void isAny(CodeBuilder code);

    /** {@code … word → long}, one of its lanes. */
    void lane(CodeBuilder code);
}
