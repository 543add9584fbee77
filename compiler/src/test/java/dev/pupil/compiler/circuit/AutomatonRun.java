package dev.pupil.compiler.circuit;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.term.Offset;
import dev.pupil.compiler.term.TermEvaluator;
import dev.pupil.compiler.term.TermEvaluator.Neighbourhood;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** An automaton's image, straight from the definition. */
final class AutomatonRun {
    private final Automaton automaton;
    private final int[][] lane;
    private Map<String, int[][]> values = new HashMap<>();

    AutomatonRun(Automaton automaton, int[][] lane) {
        this.automaton = automaton;
        this.lane = lane;
        for (Field field : automaton.fields()) {
            int[][] resting = new int[lane.length][lane[0].length];
            for (int[] row : resting) {
                Arrays.fill(row, field.rest());
            }
            values.put(field.name(), resting);
        }
    }

    void step() {
        Map<String, int[][]> next = new HashMap<>();
        for (Field field : automaton.fields()) {
            int[][] plane = new int[lane.length][lane[0].length];
            for (int row = 0; row < lane.length; row++) {
                for (int column = 0; column < lane[0].length; column++) {
                    plane[row][column] = TermEvaluator.evaluate(field.next(), around(row, column));
                }
            }
            next.put(field.name(), plane);
        }
        values = next;
    }

    int value(String field, int row, int column) {
        return row >= 0 && row < lane.length && column >= 0 && column < lane[0].length
                ? Objects.requireNonNull(values.get(field))[row][column]
                : automaton.field(field).rest();
    }

    Neighbourhood around(int row, int column) {
        return new Neighbourhood() {
            @Override
            public int field(String name, Offset at) {
                return value(name, row + at.row(), column + at.column());
            }

            @Override
            public int lane() {
                return lane[row][column];
            }
        };
    }
}
