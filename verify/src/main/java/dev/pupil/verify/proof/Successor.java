package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.verify.proof.Surroundings.Place;
import java.util.HashMap;
import java.util.Map;

/** What pixels hold one step after another state, by the automaton's rules. */
final class Successor implements State {
    private final Formulas formulas;
    private final Codes codes;
    private final Surroundings surroundings;
    private final State before;
    private final Meaning meaning;
    private final Map<String, Map<Place, Spread>> known = new HashMap<>();

    /**
     * The state after {@code before}.
     *
     * @param surroundings where the image is
     */
    Successor(Formulas formulas, Codes codes, Surroundings surroundings, State before) {
        this.formulas = formulas;
        this.codes = codes;
        this.surroundings = surroundings;
        this.before = before;
        this.meaning = new Meaning(formulas, before);
    }

    @Override
    public Spread field(String name, int row, int column) {
        Map<Place, Spread> places = known.computeIfAbsent(name, key -> new HashMap<>());
        Place place = new Place(row, column);
        Spread value = places.get(place);
        if (value == null) {
            Field field = codes.automaton().field(name);
            value = Spread.choice(
                    formulas,
                    surroundings.image(row, column),
                    meaning.of(field.next(), row, column),
                    Spread.constant(field.rest()));
            places.put(place, value);
        }
        return value;
    }

    @Override
    public int bit(String field, int number, int row, int column) {
        Spread value = field(field, row, column);
        Encoding encoding = codes.encoding(field);
        return formulas.or(encoding.codes().entrySet().stream()
                .filter(code -> (code.getValue() >> number & 1) == 1)
                .map(code -> value.is(code.getKey()))
                .toList());
    }

    @Override
    public int lane(int value, int row, int column) {
        return before.lane(value, row, column);
    }
}
