package dev.pupil.runtime.bits.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final int[] LEAVES = {0b10101010, 0b11001100, 0b11110000};

    @Test
    void everyFunctionOfThreeInputsThatKeepsZeroHasAFormula() {
        for (int table = 2; table < 256; table += 2) {
            assertThat(value(Formula.of(table))).as("table %s", table).isEqualTo(table);
        }
    }

    @Test
    void noFunctionHasAShorterFormula() {
        Set<Integer> reachable = new HashSet<>(Set.of(LEAVES[0], LEAVES[1], LEAVES[2]));
        assertOperations(reachable, 0);
        // Every formula of two operations has one of one operation, or a leaf, on either side.
        Set<Integer> one = combinations(reachable, reachable);
        assertOperations(one, 1);
        one.addAll(reachable);
        assertOperations(combinations(one, reachable), 2);
        assertOperations(combinations(reachable, one), 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 129})
    void otherFunctionsHaveNone(int table) {
        assertThatIllegalArgumentException().isThrownBy(() -> Formula.of(table));
    }

    private static void assertOperations(Set<Integer> tables, int most) {
        for (int table : tables) {
            if (table != 0) {
                assertThat(Formula.of(table).operations()).as("table %s", table).isLessThanOrEqualTo(most);
            }
        }
    }

    private static Set<Integer> combinations(Set<Integer> lefts, Set<Integer> rights) {
        Set<Integer> all = new HashSet<>();
        for (int left : lefts) {
            for (int right : rights) {
                all.add(left & right);
                all.add(left | right);
                all.add(left ^ right);
                all.add(left & ~right);
            }
        }
        return all;
    }

    /** The formula's value for all eight values of its inputs. */
    static int value(Formula formula) {
        return switch (formula) {
            case Formula.Leaf leaf -> LEAVES[leaf.input()];
            case Formula.Operation operation -> {
                int left = value(operation.left());
                int right = value(operation.right());
                yield switch (operation.operator()) {
                    case AND -> left & right;
                    case OR -> left | right;
                    case XOR -> left ^ right;
                    case AND_NOT -> left & ~right & 255;
                };
            }
        };
    }
}
