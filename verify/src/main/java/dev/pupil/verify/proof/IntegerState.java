package dev.pupil.verify.proof;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntSort;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.verify.proof.Codes.Share;
import dev.pupil.verify.proof.Surroundings.Place;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** What pixels hold at some time, and what terms are then, as Z3's integers. */
final class IntegerState {
    private final Context context;
    private final Codes codes;
    private final IntegerScene scene;
    private final Fields fields;
    private final Map<Place, Map<Term, ArithExpr<IntSort>>> known = new HashMap<>();

    /** The values of fields at pixels. */
    interface Fields {
        ArithExpr<IntSort> value(String name, int row, int column);
    }

    IntegerState(Context context, Codes codes, IntegerScene scene, Fields fields) {
        this.context = context;
        this.codes = codes;
        this.scene = scene;
        this.fields = fields;
    }

    /** Whether a field, a bit, is 1 at the pixel in the middle. */
    BoolExpr isOne(String field) {
        return is(fields.value(field, 0, 0), 1);
    }

    /** Whether a term, a bit, is 1. */
    BoolExpr isTrue(Term term, int row, int column) {
        return is(value(term, row, column), 1);
    }

    private BoolExpr is(ArithExpr<IntSort> value, int number) {
        return context.mkEq(value, context.mkInt(number));
    }

    /** A channel, not the lane's: 1 if one of the field bits is that it holds at the time. */
    ArithExpr<IntSort> channel(int channel, int row, int column) {
        BoolExpr[] shown = codes.shares(channel).stream()
                .map(share -> isShown(share, row, column))
                .toArray(BoolExpr[]::new);
        return bit(context.mkOr(shown));
    }

    private BoolExpr isShown(Share share, int row, int column) {
        Encoding encoding = codes.encoding(share.field());
        ArithExpr<IntSort> value = fields.value(share.field(), row, column);
        BoolExpr bit = context.mkOr(encoding.codes().entrySet().stream()
                .filter(code -> (code.getValue() >> share.bit() & 1) == 1)
                .map(code -> is(value, code.getKey()))
                .toArray(BoolExpr[]::new));
        if (share.when() == 0) {
            return bit;
        }
        return context.mkAnd(bit, is(channel(Math.abs(share.when()) - 1, row, column), share.when() > 0 ? 1 : 0));
    }

    private ArithExpr<IntSort> bit(BoolExpr condition) {
        return scene.choice(condition, context.mkInt(1), context.mkInt(0));
    }

    /** The value of a term at a pixel. */
    ArithExpr<IntSort> value(Term term, int row, int column) {
        Map<Term, ArithExpr<IntSort>> here =
                known.computeIfAbsent(new Place(row, column), key -> new IdentityHashMap<>());
        ArithExpr<IntSort> value = here.get(term);
        if (value == null) {
            value = translate(term, row, column);
            here.put(term, value);
        }
        return value;
    }

    private ArithExpr<IntSort> translate(Term term, int row, int column) {
        return switch (term) {
            case Term.Constant constant -> context.mkInt(constant.value());
            case Term.Read read ->
                fields.value(
                        read.name(), row + read.at().row(), column + read.at().column());
            case Term.Lane lane -> bit(is(scene.lane(row, column), lane.value()));
            case Term.Not not -> context.mkSub(context.mkInt(1), value(not.operand(), row, column));
            case Term.Binary binary ->
                apply(binary.operator(), value(binary.left(), row, column), value(binary.right(), row, column));
            case Term.Choice choice ->
                scene.choice(
                        isTrue(choice.condition(), row, column),
                        value(choice.whenTrue(), row, column),
                        value(choice.whenFalse(), row, column));
        };
    }

    private ArithExpr<IntSort> apply(BinaryOperator operator, ArithExpr<IntSort> left, ArithExpr<IntSort> right) {
        return switch (operator) {
            case AND -> bit(context.mkAnd(is(left, 1), is(right, 1)));
            case OR -> bit(context.mkOr(is(left, 1), is(right, 1)));
            case XOR, NOT_EQUAL -> bit(context.mkNot(context.mkEq(left, right)));
            case EQUAL -> bit(context.mkEq(left, right));
            case LESS -> bit(context.mkLt(left, right));
            case LESS_OR_EQUAL -> bit(context.mkLe(left, right));
            case GREATER -> bit(context.mkGt(left, right));
            case GREATER_OR_EQUAL -> bit(context.mkGe(left, right));
            case ADD -> context.mkAdd(left, right);
            case SUBTRACT -> context.mkSub(left, right);
            case MINIMUM -> scene.choice(context.mkLt(left, right), left, right);
            case MAXIMUM -> scene.choice(context.mkLt(left, right), right, left);
        };
    }
}
