package dev.pupil.compiler.lower.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Expression.UnaryOperator;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes jumps out of a routine: {@code break}, {@code continue} and {@code return} become flags and conditions, so that
 * what is left are assignments, conditions, loops, and one {@code return} at the end of {@code predict}. Loops with
 * constant bounds are unrolled. The meaning stays the same.
 */
public final class JumpRemoval {
    /** Names of the flags; no name in a program has a dot. */
    public static final String RETURNED = "was.returned";

    public static final String ANSWER = "to.return";
    public static final String LEFT = "was.left";
    public static final String SKIPPED = "was.skipped";

    /** The names of the flags that stand for jumps. */
    public static final ImmutableSet<String> JUMPS = ImmutableSet.of(RETURNED, LEFT, SKIPPED);

    private static final int MOST_UNROLLED_STATEMENTS = 256;

    private final FreshVariables fresh;
    private final Map<Statement.For, ImmutableList<Statement>> outermostLoops = new LinkedHashMap<>();
    private Optional<Variable> returned = Optional.empty();
    private Optional<Variable> answer = Optional.empty();

    public JumpRemoval(FreshVariables fresh) {
        this.fresh = fresh;
    }

    /** The statements without jumps; the last one is a return if there was any. */
    public ImmutableList<Statement> normalize(ImmutableList<Statement> routine) throws NotASweepException {
        boolean endsInReturn = !routine.isEmpty() && routine.getLast() instanceof Statement.Return;
        List<Statement> before = endsInReturn ? routine.subList(0, routine.size() - 1) : routine;
        if (Statement.all(before).noneMatch(Statement.Return.class::isInstance)) {
            ImmutableList<Statement> straight = sequence(before, Optional.empty()).statements;
            return endsInReturn
                    ? ImmutableList.<Statement>builder()
                            .addAll(straight)
                            .add(routine.getLast())
                            .build()
                    : straight;
        }
        Body body = sequence(routine, Optional.empty());
        Span span = routine.getLast().span();
        return ImmutableList.<Statement>builder()
                .add(set(returned.orElseThrow(), 0, span))
                .add(set(answer.orElseThrow(), 0, span))
                .addAll(body.statements)
                .add(new Statement.Return(new Expression.Read(answer.orElseThrow(), span), span))
                .build();
    }

    /** What has come of each outermost loop, in the order of the routine: itself, or one round after the other. */
    public ImmutableMap<Statement.For, ImmutableList<Statement>> outermostLoops() {
        return ImmutableMap.copyOf(outermostLoops);
    }

    /** The flags of the loop that a jump leaves. */
    private record Jumps(Variable broken, Variable skipped) {}

    /** Statements without jumps and the flags that they may set to leave the statements around them. */
    private record Body(ImmutableList<Statement> statements, Set<Variable> exits) {}

    private Body sequence(List<Statement> statements, Optional<Jumps> loop) throws NotASweepException {
        ImmutableList.Builder<Statement> result = ImmutableList.builder();
        Set<Variable> exits = new LinkedHashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Body one = statement(statements.get(i), loop);
            result.addAll(one.statements);
            exits.addAll(one.exits);
            if (!one.exits.isEmpty() && i + 1 < statements.size()) {
                Body rest = sequence(statements.subList(i + 1, statements.size()), loop);
                Span span = statements.get(i).span();
                result.add(new Statement.If(none(one.exits, span), rest.statements, ImmutableList.of(), span));
                exits.addAll(rest.exits);
                break;
            }
        }
        return new Body(result.build(), exits);
    }

    private Body statement(Statement statement, Optional<Jumps> loop) throws NotASweepException {
        return switch (statement) {
            case Statement.Assign assign -> new Body(ImmutableList.of(assign), Set.of());
            case Statement.If choice -> {
                Body whenTrue = sequence(choice.whenTrue(), loop);
                Body whenFalse = sequence(choice.whenFalse(), loop);
                Set<Variable> exits = new LinkedHashSet<>(whenTrue.exits);
                exits.addAll(whenFalse.exits);
                yield new Body(
                        ImmutableList.of(new Statement.If(
                                choice.condition(), whenTrue.statements, whenFalse.statements, choice.span())),
                        exits);
            }
            case Statement.For each -> {
                Body body = loop(each);
                if (loop.isEmpty()) {
                    outermostLoops.put(each, body.statements);
                }
                yield body;
            }
            case Statement.Break jump -> jump(loop.orElseThrow().broken, jump.span());
            case Statement.Continue jump -> jump(loop.orElseThrow().skipped, jump.span());
            case Statement.Return end -> {
                if (returned.isEmpty()) {
                    returned = Optional.of(fresh.bit(RETURNED, end.span()));
                    answer = Optional.of(fresh.bit(ANSWER, end.span()));
                }
                Statement give = new Statement.Assign(
                        new Expression.Read(answer.orElseThrow(), end.span()), end.value(), end.span());
                yield new Body(ImmutableList.of(give, set(returned.get(), 1, end.span())), Set.of(returned.get()));
            }
        };
    }

    private static Body jump(Variable flag, Span span) {
        return new Body(ImmutableList.of(set(flag, 1, span)), Set.of(flag));
    }

    private Body loop(Statement.For each) throws NotASweepException {
        Jumps jumps = new Jumps(fresh.bit(LEFT, each.span()), fresh.bit(SKIPPED, each.span()));
        Body body = sequence(each.body(), Optional.of(jumps));
        Span span = each.span();
        ImmutableList<Statement> round = body.statements;
        Set<Variable> leaving = new LinkedHashSet<>(body.exits);
        if (leaving.remove(jumps.skipped)) {
            round = ImmutableList.<Statement>builder()
                    .add(set(jumps.skipped, 0, span))
                    .addAll(round)
                    .build();
        }
        ImmutableList.Builder<Statement> result = ImmutableList.builder();
        if (!leaving.isEmpty()) {
            round = ImmutableList.of(new Statement.If(none(leaving, span), round, ImmutableList.of(), span));
        }
        if (leaving.remove(jumps.broken)) {
            result.add(set(jumps.broken, 0, span));
        }
        Affine length = each.high().minus(each.low());
        if (each.low().isConstant() && each.high().isConstant()) {
            long statements =
                    (long) Math.max(0, length.constant()) * Statement.all(round).count();
            if (statements > MOST_UNROLLED_STATEMENTS) {
                throw new NotASweepException(
                        span,
                        "a loop of constant length becomes one round after the other in the same pixel, and this makes "
                                + statements + " statements");
            }
            result.addAll(unrolled(each, round));
        } else {
            result.add(
                    new Statement.For(each.variable(), each.low(), each.high(), each.descending(), round, each.span()));
        }
        return new Body(result.build(), leaving);
    }

    private static List<Statement> unrolled(Statement.For each, ImmutableList<Statement> round)
            throws NotASweepException {
        List<Statement> all = new ArrayList<>();
        int rounds = each.high().constant() - each.low().constant();
        for (int i = 0; i < rounds; i++) {
            int value = each.descending()
                    ? each.high().constant() - 1 - i
                    : each.low().constant() + i;
            Substitution substitution = Substitution.ofLoop(each.variable(), value);
            for (Statement statement : round) {
                all.add(substitution.apply(statement));
            }
        }
        return all;
    }

    private static Statement set(Variable flag, int value, Span span) {
        return new Statement.Assign(
                new Expression.Read(flag, span), new Expression.Constant(value, Type.BIT, span), span);
    }

    private static Expression none(Set<Variable> flags, Span span) {
        Expression all = new Expression.Constant(1, Type.BIT, span);
        boolean first = true;
        for (Variable flag : flags) {
            Expression clear = new Expression.Unary(UnaryOperator.NOT, new Expression.Read(flag, span), Type.BIT, span);
            all = first ? clear : new Expression.Binary(BinaryOperator.AND, all, clear, Type.BIT, span);
            first = false;
        }
        return all;
    }
}
