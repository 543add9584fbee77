package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Type;
import java.util.Optional;

/** Turns expressions whose variables all have a slot at the pixel into terms. */
final class Values {
    /** Finds the slot of a scalar or an element. */
    interface SlotFinder {
        String slot(Expression variable) throws NotASweepException;
    }

    private final Positions positions;
    private final SlotFinder finder;

    Values(Positions positions, SlotFinder finder) {
        this.positions = positions;
        this.finder = finder;
    }

    Term term(Expression expression) throws NotASweepException {
        return switch (expression) {
            case Expression.Constant constant -> Terms.constant(constant.value());
            case Expression.Index index -> {
                if (!index.value().isConstant()) {
                    throw Positions.indexAsValue(index);
                }
                yield Terms.constant(index.value().constant());
            }
            case Expression.Read read -> Terms.read(finder.slot(read));
            case Expression.Element element -> Terms.read(finder.slot(element));
            case Expression.Unary unary -> Terms.unary(unary.operator(), term(unary.operand()));
            case Expression.Binary binary -> binary(binary);
            case Expression.Conditional conditional ->
                Terms.choice(
                        term(conditional.condition()), term(conditional.whenTrue()), term(conditional.whenFalse()));
            case Expression.Clamp clamp -> clamp(clamp);
        };
    }

    private Term binary(Expression.Binary binary) throws NotASweepException {
        Optional<Affine> left = binary.left().asAffine();
        Optional<Affine> right = binary.right().asAffine();
        if (left.isPresent()
                && right.isPresent()
                && !(left.get().isConstant() && right.get().isConstant())) {
            return positions.compare(binary.operator(), left.get(), right.get(), binary);
        }
        return Terms.binary(binary.operator(), term(binary.left()), term(binary.right()));
    }

    private Term clamp(Expression.Clamp clamp) throws NotASweepException {
        Type type = clamp.type();
        if (!type.isFinite()) {
            throw new NotASweepException(
                    clamp.span(), "this is clamped to a wide integer, and a pixel holds values of constant size only");
        }
        return Terms.clamp(term(clamp.operand()), type.low(), type.high());
    }
}
