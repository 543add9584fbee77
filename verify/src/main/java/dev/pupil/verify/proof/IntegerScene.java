package dev.pupil.verify.proof;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntSort;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.verify.proof.Surroundings.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pixels around a pixel of the image, before a step and after it, as Z3's integers. */
final class IntegerScene {
    private static final int WORKSPACE = 2;

    private final Codes codes;
    private final Context context;
    private final int radius;
    private final List<BoolExpr> facts = new ArrayList<>();
    private final BoolExpr first;
    private final Map<Place, ArithExpr<IntSort>> lanes = new HashMap<>();
    private final Map<Place, Map<String, ArithExpr<IntSort>>> fields = new HashMap<>();
    private final IntegerState before;
    private final IntegerState after;

    IntegerScene(Codes codes, Context context, int radius) {
        this.codes = codes;
        this.context = context;
        this.radius = radius;
        this.first = context.mkBoolConst("first");
        facts.add(context.mkOr(isRow(-1), isRow(1)));
        facts.add(context.mkOr(isColumn(-1), isColumn(1)));
        places(this::describe);
        this.before = new IntegerState(context, codes, this, this::field);
        this.after = new IntegerState(context, codes, this, this::next);
    }

    /** Does something with every pixel. */
    void places(Consumer<Place> action) {
        for (int row = -radius; row <= radius; row++) {
            for (int column = -radius; column <= radius; column++) {
                action.accept(new Place(row, column));
            }
        }
    }

    boolean contains(int row, int column) {
        return Math.max(Math.abs(row), Math.abs(column)) <= radius;
    }

    private void describe(Place place) {
        String suffix = "@%s,%s".formatted(place.row(), place.column());
        ArithExpr<IntSort> lane = context.mkIntConst("lane" + suffix);
        requireBetween(-1, codes.hasWorkspace() ? WORKSPACE : 1, lane);
        lanes.put(place, choice(isImage(place), lane, context.mkInt(0)));
        BoolExpr live = context.mkAnd(isImage(place), context.mkNot(first));
        Map<String, ArithExpr<IntSort>> here = new HashMap<>();
        for (Field field : codes.automaton().fields()) {
            here.put(field.name(), choice(live, value(field, field.name() + suffix), context.mkInt(field.rest())));
        }
        fields.put(place, here);
    }

    /** Any value of a field, where there is image, after the first step. */
    private ArithExpr<IntSort> value(Field field, String name) {
        if (field.name().equals(Automaton.INSIDE)) {
            return context.mkInt(1);
        }
        if (field.low() == 0 && field.high() == 1) {
            return choice(context.mkBoolConst(name), context.mkInt(1), context.mkInt(0));
        }
        ArithExpr<IntSort> value = context.mkIntConst(name);
        requireBetween(field.low(), field.high(), value);
        return value;
    }

    private void requireBetween(int low, int high, ArithExpr<IntSort> value) {
        facts.add(context.mkLe(context.mkInt(low), value));
        facts.add(context.mkLe(value, context.mkInt(high)));
    }

    private BoolExpr isRow(int distance) {
        return extent("row", distance);
    }

    private BoolExpr isColumn(int distance) {
        return extent("column", distance);
    }

    /** There is image up to a distance if there is at all smaller ones. */
    private BoolExpr extent(String direction, int distance) {
        BoolExpr all = context.mkTrue();
        for (int closer = Integer.signum(distance);
                Math.abs(closer) <= Math.abs(distance) && closer != 0;
                closer += Integer.signum(distance)) {
            all = context.mkAnd(all, context.mkBoolConst(direction + closer));
        }
        return all;
    }

    BoolExpr isImage(Place place) {
        return context.mkAnd(isRow(place.row()), isColumn(place.column()));
    }

    /** The formula, where the pixel is one of the image's. */
    BoolExpr inImage(Place place, BoolExpr formula) {
        return context.mkImplies(isImage(place), formula);
    }

    List<BoolExpr> facts() {
        return facts;
    }

    BoolExpr first() {
        return first;
    }

    IntegerState before() {
        return before;
    }

    IntegerState after() {
        return after;
    }

    ArithExpr<IntSort> lane(int row, int column) {
        return at(lanes, row, column);
    }

    private ArithExpr<IntSort> field(String name, int row, int column) {
        ArithExpr<IntSort> value = at(fields, row, column).get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return value;
    }

    private static <T> T at(Map<Place, T> pixels, int row, int column) {
        T pixel = pixels.get(new Place(row, column));
        if (pixel == null) {
            throw new IllegalArgumentException("pixel %s, %s is too far away".formatted(row, column));
        }
        return pixel;
    }

    private ArithExpr<IntSort> next(String name, int row, int column) {
        Field field = codes.automaton().field(name);
        return choice(
                isImage(new Place(row, column)), before.value(field.next(), row, column), context.mkInt(field.rest()));
    }

    ArithExpr<IntSort> choice(BoolExpr condition, ArithExpr<IntSort> whenTrue, ArithExpr<IntSort> whenFalse) {
        Expr<IntSort> chosen = context.mkITE(condition, whenTrue, whenFalse);
        return (ArithExpr<IntSort>) chosen;
    }
}
