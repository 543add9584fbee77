package dev.pupil.compiler.circuit.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Few thresholds, and the right values. */
class SynthesisTest {
    private final Decisions decisions = new Decisions();
    private final Decision a = decisions.variable(0);
    private final Decision b = decisions.variable(1);
    private final Decision c = decisions.variable(2);
    private final Decision d = decisions.variable(3);

    private List<Combination> combinations(Decision care, Decision... functions) {
        Synthesis synthesis = new Synthesis(
                decisions,
                variables -> {
                    BitSet hidden = decisions.support(care);
                    hidden.andNot(variables);
                    return decisions.exists(care, hidden);
                },
                new Resynthesis());
        return synthesis.combinations(List.of(functions).stream()
                .map(function -> synthesis.starts(PartialFunction.of(decisions, function, care)))
                .toList());
    }

    private int units(Decision care, Decision... functions) {
        Set<Threshold> units = new HashSet<>();
        combinations(care, functions)
                .forEach(combination -> units.addAll(combination.coefficients().keySet()));
        return units.size();
    }

    private Decision always() {
        return decisions.constant(true);
    }

    @Test
    void aConstantNeedsNoUnit() {
        assertThat(units(always(), decisions.constant(true))).isZero();
        assertThat(units(always(), decisions.constant(false))).isZero();
    }

    @Test
    void conjunctionsAndDisjunctionsNeedOneUnit() {
        assertThat(units(always(), decisions.and(a, decisions.and(b, decisions.not(c)))))
                .isEqualTo(1);
        assertThat(units(always(), decisions.or(a, decisions.or(b, decisions.not(c)))))
                .isEqualTo(1);
    }

    @Test
    void exclusiveOrOfThreeNeedsThreeUnitsEvenBehindAGate() {
        Decision odd = decisions.xor(a, decisions.xor(b, c));
        assertThat(units(always(), odd)).isEqualTo(3);
        assertThat(units(always(), decisions.and(d, odd))).isEqualTo(3);
    }

    @Test
    void theMajorityOfThreeNeedsTwoUnits() {
        Decision majority = decisions.choice(a, decisions.or(b, c), decisions.and(b, c));
        assertThat(units(always(), majority)).isEqualTo(2);
    }

    @Test
    void theTwoBitsOfAFullAdderShareUnits() {
        Decision odd = decisions.xor(a, decisions.xor(b, c));
        Decision majority = decisions.choice(a, decisions.or(b, c), decisions.and(b, c));
        assertThat(units(always(), odd, majority)).isLessThan(units(always(), odd) + units(always(), majority));
    }

    @Test
    void whatCannotOccurMakesUnitsUnnecessary() {
        Decision apart = decisions.not(decisions.and(a, b));
        assertThat(units(always(), decisions.xor(a, b))).isEqualTo(2);
        assertThat(units(apart, decisions.xor(a, b))).isEqualTo(1);
    }

    @Test
    void randomPartialFunctionsHaveTheirValues() {
        Random random = new Random(3);
        for (int run = 0; run < 20; run++) {
            Decision care = decisions.or(random(random, 4), random(random, 4));
            Decision first = random(random, 6);
            Decision second = random(random, 6);
            List<Combination> combinations = combinations(care, first, second);
            for (long assignment : Decisions.assignments(care, new int[] {0, 1, 2, 3, 4, 5})) {
                BitSet ones = BitSet.valueOf(new long[] {assignment});
                assertThat(combinations.get(0).at(ones)).isEqualTo(Decisions.evaluate(first, ones) ? 1 : 0);
                assertThat(combinations.get(1).at(ones)).isEqualTo(Decisions.evaluate(second, ones) ? 1 : 0);
            }
        }
    }

    @Test
    void functionsOfManyVariablesHaveTheirValues() {
        Decision odd = decisions.constant(false);
        Decision some = decisions.constant(false);
        for (int variable = 0; variable < 14; variable++) {
            some = decisions.or(some, decisions.and(decisions.variable(variable), odd));
            odd = variable % 3 == 0 ? decisions.xor(odd, decisions.variable(variable)) : odd;
        }
        Combination combination = combinations(always(), some).getFirst();
        for (long assignment = 0; assignment < 1 << 14; assignment++) {
            BitSet ones = BitSet.valueOf(new long[] {assignment});
            assertThat(combination.at(ones)).isEqualTo(Decisions.evaluate(some, ones) ? 1 : 0);
        }
    }

    @Test
    void aFunctionThatTakesTooManyUnitsIsGivenUp() {
        Decision odd = decisions.constant(false);
        for (int variable = 0; variable < 20; variable++) {
            odd = decisions.xor(odd, decisions.variable(variable));
        }
        PartialFunction function = PartialFunction.of(decisions, odd, always());
        Synthesis synthesis = new Synthesis(decisions, variables -> always(), new Resynthesis());
        assertThatThrownBy(() -> synthesis.starts(function))
                .isInstanceOf(TooLargeException.class)
                .hasMessage("it takes more than 5000 hidden units");
    }

    private Decision random(Random random, int depth) {
        if (depth == 0) {
            return decisions.variable(random.nextInt(6));
        }
        return decisions.choice(
                random(random, depth - 1),
                random(random, depth - 2 < 0 ? 0 : depth - 2),
                decisions.not(random(random, depth - 1)));
    }
}
