package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Says in evidence and in counterexamples which sizes are meant. */
final class SizeText {
    private SizeText() {}

    /** {@code d = 2 and m = 3}. */
    static String of(Sizes sizes) {
        return "d = %s and m = %s".formatted(sizes.features(), sizes.examples());
    }

    /**
     * {@code d = 1 with m ≤ 4, d = 2 with m ≤ 2}.
     *
     * @param all with each size all smaller ones
     */
    static String of(Collection<Sizes> all) {
        ImmutableSortedMap<Integer, Integer> most = all.stream()
                .collect(ImmutableSortedMap.toImmutableSortedMap(
                        Comparator.naturalOrder(), Sizes::features, Sizes::examples, Math::max));
        return most.entrySet().stream()
                .map(each -> "d = %s with m ≤ %s".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** {@code 5×3, 8×12}: numbers of examples and features. */
    static String list(Collection<Sizes> all) {
        return all.stream()
                .map(sizes -> "%s×%s".formatted(sizes.examples(), sizes.features()))
                .collect(Collectors.joining(", "));
    }

    /** In what the file's sizes are not those that the program needs. */
    static String difference(Geometry file, Geometry program) {
        if (!file.rows().equals(program.rows())) {
            return "the file says that images have %s rows, but the program needs %s"
                    .formatted(file.rows(), program.rows());
        }
        if (!file.columns().equals(program.columns())) {
            return "the file says that images have %s columns, but the program needs %s"
                    .formatted(file.columns(), program.columns());
        }
        return "the file says that the answer is there after %s steps, but the program needs %s"
                .formatted(file.steps(), program.steps());
    }
}
