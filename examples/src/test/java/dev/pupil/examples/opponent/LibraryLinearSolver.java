package dev.pupil.examples.opponent;

import cc.redberry.rings.IntegersZp64;
import cc.redberry.rings.linear.LinearSolver;
import cc.redberry.rings.linear.LinearSolver.SystemInfo;
import dev.pupil.runtime.data.DataSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The vector s over GF(3) with ⟨s, x⟩ = y for all examples, found by the library Rings, which sets to 0 what the examples
 * leave open. An example that contradicts those before it is left out.
 */
public final class LibraryLinearSolver implements Opponent {
    private static final IntegersZp64 FIELD = new IntegersZp64(3);

    @Override
    public Predicate<BitSet> learn(DataSet examples) {
        List<Equation> system = new ArrayList<>();
        long[] solution = new long[examples.features()];
        for (int i = 0; i < examples.size(); i++) {
            system.add(new Equation(examples.features(), examples.row(i), examples.label(i)));
            long[] candidate = new long[examples.features()];
            if (solve(system, candidate) == SystemInfo.Inconsistent) {
                system.removeLast();
            } else {
                solution = candidate;
            }
        }
        long[] learned = solution;
        return query -> product(learned, query) == 1;
    }

    private record Equation(int features, BitSet row, boolean label) {
        long[] left() {
            return IntStream.range(0, features)
                    .mapToLong(j -> element(row.get(j)))
                    .toArray();
        }

        long right() {
            return element(label);
        }
    }

    private static SystemInfo solve(List<Equation> system, long[] solution) {
        long[][] left = system.stream().map(Equation::left).toArray(long[][]::new);
        long[] right = system.stream().mapToLong(Equation::right).toArray();
        return LinearSolver.solve(FIELD, left, right, solution, true);
    }

    private static long product(long[] s, BitSet x) {
        long sum = IntStream.range(0, s.length)
                .mapToLong(j -> s[j] * element(x.get(j)))
                .sum();
        return FIELD.modulus(sum);
    }

    private static long element(boolean bit) {
        return FIELD.modulus(Opponent.sign(bit));
    }
}
