package dev.pupil.runtime.reference;

import static dev.pupil.runtime.reference.Trees.D;
import static dev.pupil.runtime.reference.Trees.D_PLUS_1;
import static dev.pupil.runtime.reference.Trees.EXAMPLE;
import static dev.pupil.runtime.reference.Trees.QUERY;
import static dev.pupil.runtime.reference.Trees.ZERO;
import static dev.pupil.runtime.reference.Trees.answer;
import static dev.pupil.runtime.reference.Trees.assign;
import static dev.pupil.runtime.reference.Trees.binary;
import static dev.pupil.runtime.reference.Trees.choice;
import static dev.pupil.runtime.reference.Trees.constant;
import static dev.pupil.runtime.reference.Trees.element;
import static dev.pupil.runtime.reference.Trees.loop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.Variable.Kind;
import dev.pupil.compiler.program.size.Sizes;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parity by row reduction, its tree built by hand: the interpreter without a parser or checker. */
class ParityTreeTest {
    private static final Variable EQUATION = Trees.variable(2, "equation", Kind.MEMORY, Type.BIT, D, D_PLUS_1);
    private static final Variable K = Trees.loopVariable(3, "k");
    private static final Variable J = Trees.loopVariable(4, "j");

    @Test
    void aSecretParityIsLearnedFromAsManyExamplesAsItTakes() {
        int d = 512;
        int m = 1024;
        Random random = new Random(3);
        BitSet secret = bits(random, d);
        Learner learner = Interpreter.start(parity(), new Sizes(d, m));
        for (int i = 0; i < m; i++) {
            BitSet example = bits(random, d);
            learner.learn(example, inner(secret, example));
        }
        for (int i = 0; i < 10; i++) {
            BitSet query = bits(random, d);
            assertThat(learner.predict(query)).isEqualTo(inner(secret, query));
        }
    }

    private static Program parity() {
        Affine k = Affine.of(K);
        Affine j = Affine.of(J);
        Statement insert = loop(
                J,
                k,
                D_PLUS_1,
                assign(element(EQUATION, k, j), element(EXAMPLE, j)),
                assign(element(EXAMPLE, j), constant(0)));
        Statement learn = loop(
                K,
                ZERO,
                D,
                choice(
                        element(EXAMPLE, k),
                        ImmutableList.of(choice(
                                element(EQUATION, k, k), ImmutableList.of(reduce(EXAMPLE)), ImmutableList.of(insert))),
                        ImmutableList.of()));
        Statement predict = loop(
                K,
                ZERO,
                D,
                choice(
                        binary(BinaryOperator.AND, element(QUERY, k), element(EQUATION, k, k)),
                        ImmutableList.of(reduce(QUERY)),
                        ImmutableList.of()));
        return Trees.program(
                ImmutableList.of(EQUATION),
                ImmutableList.of(learn),
                ImmutableList.of(predict, answer(element(QUERY, D))));
    }

    private static Statement reduce(Variable vector) {
        Affine j = Affine.of(J);
        return loop(
                J,
                Affine.of(K),
                D_PLUS_1,
                assign(
                        element(vector, j),
                        binary(BinaryOperator.XOR, element(vector, j), element(EQUATION, Affine.of(K), j))));
    }

    private static BitSet bits(Random random, int length) {
        BitSet bits = new BitSet(length);
        for (int j = 0; j < length; j++) {
            bits.set(j, random.nextBoolean());
        }
        return bits;
    }

    private static boolean inner(BitSet left, BitSet right) {
        BitSet common = (BitSet) left.clone();
        common.and(right);
        return common.cardinality() % 2 == 1;
    }
}
