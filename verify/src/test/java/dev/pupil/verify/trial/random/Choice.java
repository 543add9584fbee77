package dev.pupil.verify.trial.random;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random decisions. */
record Choice(RandomGenerator random) {
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** An integer from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T of(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    @SafeVarargs
    final <T> T of(T first, T... others) {
        int choice = random.nextInt(others.length + 1);
        return choice == 0 ? first : others[choice - 1];
    }
}
