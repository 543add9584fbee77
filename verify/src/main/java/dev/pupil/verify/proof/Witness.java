package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.verify.proof.Surroundings.Place;
import dev.pupil.verify.report.Neighbourhood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Makes assignments small, and draws them. */
final class Witness {
    private final Scene scene;
    private final Solver solver;

    Witness(Scene scene, Solver solver) {
        this.scene = scene;
        this.solver = solver;
    }

    /**
     * An assignment in which the formula is 1, too, with as little in it as can be had by resting one value after the
     * other.
     */
    Assignment smallest(Assignment found, int formula) {
        List<Integer> kept = new ArrayList<>(List.of(formula));
        List<Integer> others = new ArrayList<>();
        for (int calm : calm()) {
            (found.isTrue(calm) ? kept : others).add(calm);
        }
        Assignment smallest = found;
        for (int calm : others) {
            kept.add(calm);
            Optional<Assignment> smaller =
                    solver.find(kept.stream().mapToInt(Integer::intValue).toArray());
            if (smaller.isPresent()) {
                smallest = smaller.get();
            } else {
                kept.removeLast();
            }
        }
        return smallest;
    }

    /** What may be at rest: fields and lanes. */
    private List<Integer> calm() {
        List<Integer> calm = new ArrayList<>();
        scene.before().places().forEach(place -> {
            calm.add(scene.before().lane(0, place.row(), place.column()));
            for (Field field : scene.construction().automaton().fields()) {
                calm.add(scene.before()
                        .field(field.name(), place.row(), place.column())
                        .is(field.rest()));
            }
        });
        return calm;
    }

    /** The nine pixels in the middle. */
    static Neighbourhood draw(Scene scene, Assignment assignment) {
        return new Neighbourhood(scene.before()
                .places()
                .filter(place -> Math.abs(place.row()) <= 1 && Math.abs(place.column()) <= 1)
                .map(place -> pixel(scene, assignment, place))
                .collect(ImmutableList.toImmutableList()));
    }

    private static Neighbourhood.Pixel pixel(Scene scene, Assignment assignment, Place place) {
        Surroundings before = scene.before();
        TreeMap<String, Integer> values = new TreeMap<>();
        ImmutableList.Builder<String> marked = ImmutableList.builder();
        for (Field field : scene.construction().automaton().fields()) {
            int value = (int)
                    before.field(field.name(), place.row(), place.column()).value(assignment);
            values.put(field.name(), value);
            if (value != field.rest()) {
                marked.add(field.name());
            }
        }
        return new Neighbourhood.Pixel(
                assignment.isTrue(before.image(place.row(), place.column())),
                (int) scene.lane(place.row(), place.column()).value(assignment),
                ImmutableSortedMap.copyOf(values, Ordering.natural()),
                marked.build());
    }
}
