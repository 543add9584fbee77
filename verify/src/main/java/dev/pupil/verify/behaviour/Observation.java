package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.program.size.Sizes;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Watches images for what the depth formula promises.
 *
 * @param head the fields to watch
 * @param sizes d and m
 * @param rows H
 * @param columns w
 * @param steps L
 */
record Observation(Automaton.Head head, Sizes sizes, int rows, int columns, long steps) {
    /** How many times L an image may take to stand still before it is said that it never does. */
    private static final int PATIENCE = 4;

    /** What was seen in a course. */
    sealed interface Seen {
        /**
         * All as promised.
         *
         * @param since the step since which it was so
         * @param rest after how many steps more than L the image stood still
         */
        record Kept(long since, long rest) implements Seen {}

        /**
         * Not as promised.
         *
         * @param fault a clause that goes on after "the weights": {@code answer after step 4 already}
         */
        record Broken(String fault) implements Seen {}
    }

    private record Pixel(int row, int column) {
        @Override
        public String toString() {
            return "row %s, column %s".formatted(row, column);
        }
    }

    /** Watches the image of a query on full memory: an answer at one pixel, after step L at the latest, that stays. */
    Seen answering(Course course) {
        try {
            for (long step = 1; step <= steps; step++) {
                course.step();
                ImmutableList<Pixel> answered = ones(course, head.answered());
                if (answered.size() == 1) {
                    return staying(course, answered.getFirst(), step);
                }
                if (!answered.isEmpty() || step == steps) {
                    return new Seen.Broken("have %s pixels that answer after step %s, not one: %s"
                            .formatted(answered.size(), step, answered));
                }
                if (course.output() != 0) {
                    return new Seen.Broken("have an output after step %s, and no pixel that answers".formatted(step));
                }
            }
            throw new IllegalStateException("there is no step to take");
        } catch (IllegalStateException | IllegalArgumentException broken) {
            return new Seen.Broken("leave what fields can be: " + broken.getMessage());
        }
    }

    private Seen staying(Course course, Pixel pixel, long since) {
        int answer = course.value(head.answer(), pixel.row, pixel.column);
        for (long step = since; step < (PATIENCE + 1) * steps; step++) {
            double output = course.output();
            boolean same = ones(course, head.answered()).equals(ImmutableList.of(pixel))
                    && course.value(head.answer(), pixel.row, pixel.column) == answer;
            if (!same || output != 2 * answer - 1) {
                return new Seen.Broken("take back after step %s what they answered after step %s; the output is %s"
                        .formatted(step, since, output));
            }
            course.step();
            if (!course.hasChanged()) {
                return new Seen.Kept(since, Math.max(0, step - steps));
            }
        }
        return new Seen.Broken(
                "never stand still: their image still changes after step %s".formatted(PATIENCE * steps));
    }

    /**
     * Watches an image while memory is being filled: after step L the first empty row is selected, and nothing answers.
     *
     * @param filled how many rows of memory are filled, at most m
     */
    Seen memorising(Course course, int filled) {
        try {
            for (long step = 1; step < steps; step++) {
                course.step();
            }
            boolean isBefore = selected(course, filled).isEmpty();
            course.step();
            return selected(course, filled)
                    .<Seen>map(Seen.Broken::new)
                    .orElseGet(() -> new Seen.Kept(isBefore ? steps - 1 : steps, 0));
        } catch (IllegalStateException | IllegalArgumentException broken) {
            return new Seen.Broken("leave what fields can be: " + broken.getMessage());
        }
    }

    /** What is wrong with the selected row; empty if nothing is. */
    private Optional<String> selected(Course course, int filled) {
        ImmutableList<Pixel> row = IntStream.rangeClosed(0, sizes.features())
                .mapToObj(column -> new Pixel(filled, column))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Pixel> selected = ones(course, head.select());
        if (!selected.equals(row)) {
            Optional<Pixel> other = IntStream.range(0, rows * columns)
                    .mapToObj(index -> new Pixel(index / columns, index % columns))
                    .filter(pixel -> selected.contains(pixel) != row.contains(pixel))
                    .findFirst();
            return Optional.of("select other pixels than row %s for the next example: %s is wrong"
                    .formatted(filled, other.map(Pixel::toString).orElse("none")));
        }
        if (!ones(course, head.answered()).isEmpty() || course.output() != 0) {
            return Optional.of("answer although %s of %s rows of memory are empty; the output is %s"
                    .formatted(sizes.examples() + 1 - filled, sizes.examples() + 1, course.output()));
        }
        return Optional.empty();
    }

    private ImmutableList<Pixel> ones(Course course, String field) {
        ImmutableList.Builder<Pixel> ones = ImmutableList.builder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (course.value(field, row, column) == 1) {
                    ones.add(new Pixel(row, column));
                }
            }
        }
        return ones.build();
    }
}
