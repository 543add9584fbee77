package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.check.resolve.Types;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;

/**
 * One way in which an assignment may change a variable of a group.
 *
 * @param carried whether the new value is an old value of the group plus {@code amount}, rather than {@code amount}
 * @param amount what is added, or the new value itself
 */
record Change(boolean carried, Interval amount) {
    private static final Polynomial ZERO = Polynomial.constant(0);

    /**
     * The ways in which assigning {@code value} changes a variable of {@code group}.
     *
     * @throws Refusal if the new value is neither independent of the group nor an old value plus something bounded
     */
    static ImmutableList<Change> of(Expression value, ImmutableSet<Variable> group, ExpressionRanges ranges) {
        return new Analysis(group, ranges).of(value);
    }

    private Change plus(Interval more) {
        return new Change(carried, amount.plus(more));
    }

    /** The value is bounded from above by something else, so it does not grow by this. */
    private Change withoutGrowth() {
        return carried ? new Change(true, new Interval(Bounds.lower(amount.low(), ZERO), ZERO)) : this;
    }

    private Change withoutDecline() {
        return carried ? new Change(true, new Interval(ZERO, Bounds.upper(amount.high(), ZERO))) : this;
    }

    private record Analysis(ImmutableSet<Variable> group, ExpressionRanges ranges) {

        ImmutableList<Change> of(Expression value) {
            if (!depends(value)) {
                return ImmutableList.of(new Change(false, ranges.of(value)));
            }
            return switch (value) {
                case Expression.Conditional choice -> both(of(choice.whenTrue()), of(choice.whenFalse()));
                case Expression.Binary binary -> binary(binary);
                default -> {
                    if (value.named().isEmpty()) {
                        throw unbounded(value);
                    }
                    yield ImmutableList.of(new Change(true, Interval.of(0, 0)));
                }
            };
        }

        private ImmutableList<Change> binary(Expression.Binary binary) {
            boolean leftDepends = depends(binary.left());
            boolean rightDepends = depends(binary.right());
            BinaryOperator operator = binary.operator();
            if (operator == BinaryOperator.MINIMUM || operator == BinaryOperator.MAXIMUM) {
                ImmutableList<Change> ways = both(of(binary.left()), of(binary.right()));
                return leftDepends && rightDepends ? ways : limited(ways, operator);
            }
            if (operator == BinaryOperator.ADD && !(leftDepends && rightDepends)) {
                return leftDepends
                        ? shifted(of(binary.left()), ranges.of(binary.right()))
                        : shifted(of(binary.right()), ranges.of(binary.left()));
            }
            if (operator == BinaryOperator.SUBTRACT && !rightDepends) {
                return shifted(of(binary.left()), ranges.of(binary.right()).negate());
            }
            throw unbounded(binary);
        }

        private static ImmutableList<Change> limited(ImmutableList<Change> ways, BinaryOperator operator) {
            return ways.stream()
                    .map(way -> operator == BinaryOperator.MINIMUM ? way.withoutGrowth() : way.withoutDecline())
                    .collect(ImmutableList.toImmutableList());
        }

        private static ImmutableList<Change> shifted(ImmutableList<Change> ways, Interval amount) {
            return ways.stream().map(way -> way.plus(amount)).collect(ImmutableList.toImmutableList());
        }

        private static ImmutableList<Change> both(ImmutableList<Change> some, ImmutableList<Change> others) {
            return ImmutableList.<Change>builder().addAll(some).addAll(others).build();
        }

        private boolean depends(Expression value) {
            return sources(value).stream().anyMatch(group::contains);
        }

        private Refusal unbounded(Expression value) {
            String name = group.iterator().next().name();
            return Refusal.of(DiagnosticCode.UNBOUNDED.at(
                    value.span(),
                    "the range of '" + name
                            + "' cannot be inferred: this is not an earlier value plus something bounded",
                    "give it bounds, as in 'int -8..7 " + name + "', and assign 'clamp(...)'"));
        }
    }

    /** The variables whose values, not only whose comparisons, go into a value. */
    static ImmutableSet<Variable> sources(Expression value) {
        List<Expression> sources = new ArrayList<>();
        collectSources(value, sources);
        return sources.stream().map(source -> source.named().orElseThrow()).collect(ImmutableSet.toImmutableSet());
    }

    /** Adds the scalars and elements whose values, not only whose comparisons, go into a value. */
    static void collectSources(Expression value, List<Expression> sources) {
        if (Types.isBit(value.type())) {
            return;
        }
        if (value.named().isPresent()) {
            sources.add(value);
        } else if (!(value instanceof Expression.Clamp)) {
            value.parts().forEach(part -> collectSources(part, sources));
        }
    }
}
