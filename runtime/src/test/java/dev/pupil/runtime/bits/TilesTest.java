package dev.pupil.runtime.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.runtime.bits.kernel.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Only what lies near a change is computed. */
class TilesTest {
    /** Of images with one row of pixels in a word: more than one tile high and wide. */
    private final Layout layout = new Layout(40, 80, 3, 64, 1);

    private final Tiles tiles = new Tiles(layout);

    @Test
    void atFirstEveryWordIsComputedOnce() {
        tiles.markAll();
        int words = 0;
        for (Place place : computed(changed -> false)) {
            words += place.rows * place.columns;
        }
        assertThat(words).isEqualTo(layout.wordRows() * layout.wordColumns());
    }

    @Test
    void whereNothingHasChangedNothingIsComputed() {
        tiles.markAll();
        assertThat(computed(place -> false)).isNotEmpty();
        for (int step = 0; step < 4; step++) {
            assertThat(computed(place -> false)).isEmpty();
        }
    }

    @Test
    void aChangeReachesTheNeighboursOnly() {
        tiles.markAll();
        List<Place> all = computed(place -> false);
        for (Place middle : all) {
            tiles.markAll();
            computed(place -> place.equals(middle));
            Set<Place> near = Set.copyOf(computed(place -> false));
            assertThat(all)
                    .allSatisfy(place -> assertThat(near.contains(place))
                            .as("%s near %s", place, middle)
                            .isEqualTo(place.touches(middle)));
            assertThat(computed(place -> false)).isEmpty();
        }
    }

    @Test
    void whatChangesForeverIsComputedForever() {
        tiles.markAll();
        for (int step = 0; step < 4; step++) {
            assertThat(computed(place -> place.row == 0 && place.column == 0)).contains(first());
        }
    }

    private Place first() {
        Tiles others = new Tiles(layout);
        others.markAll();
        List<Place> all = new ArrayList<>();
        others.update((row, column, rows, columns) -> all.add(new Place(row, column, rows, columns)));
        return all.getFirst();
    }

    /** What a step computes if the tiles change that {@code changing} says. */
    private List<Place> computed(Predicate<Place> changing) {
        List<Place> computed = new ArrayList<>();
        boolean any = tiles.update((row, column, rows, columns) -> {
            Place place = new Place(row, column, rows, columns);
            computed.add(place);
            return changing.test(place);
        });
        assertThat(any).isEqualTo(computed.stream().anyMatch(changing));
        return computed;
    }

    /** A tile's words. */
    private record Place(int row, int column, int rows, int columns) {
        boolean touches(Place other) {
            return row <= other.row + other.rows
                    && other.row <= row + rows
                    && column <= other.column + other.columns
                    && other.column <= column + columns;
        }
    }
}
