package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Scan;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.SweepBody;
import dev.pupil.compiler.lower.processor.schedule.Predicates.Kind;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Executes a round of a loop symbolically: what registers and cells are after it, as terms over what they were. */
final class ScanBuilder {
    private final Scheduling scheduling;
    private final Predicates predicates;
    private final Supplier<Register> answer;
    private final ScanFitness fitness;
    private final Optional<Register> loopGuard;
    private final boolean isLabelAtHand;
    private final Map<String, Term> registers = new LinkedHashMap<>();
    private final Map<String, Term> cells = new LinkedHashMap<>();
    private Term sum = Terms.constant(0);
    private Term alive;

    /**
     * A round.
     *
     * @param within 1 in the columns of the loop
     * @param loopGuard 1 as long as the loop has not been left, if it can be
     * @param isLabelAtHand whether all columns of the loop have the label
     */
    ScanBuilder(
            Scheduling scheduling,
            Predicates predicates,
            Supplier<Register> answer,
            ScanFitness fitness,
            Term within,
            Optional<Register> loopGuard,
            boolean isLabelAtHand) {
        this.scheduling = scheduling;
        this.predicates = predicates;
        this.answer = answer;
        this.fitness = fitness;
        this.loopGuard = loopGuard;
        this.isLabelAtHand = isLabelAtHand;
        Term isGoingOn = loopGuard.map(register -> Terms.read(register.field())).orElse(Terms.TRUE);
        this.alive = Terms.and(within, Terms.and(isGoingOn, predicates.current()));
    }

    /** Gives a register a new value in every column. */
    void set(String register, Term value) {
        registers.put(register, value);
    }

    Scan scan(Statement.For loop) {
        return new Scan(
                loop.descending() ? Direction.LEFT : Direction.RIGHT,
                new SweepBody(ImmutableMap.copyOf(registers), ImmutableMap.copyOf(cells)),
                sum.equals(Terms.constant(0)) ? Optional.empty() : Optional.of(sum),
                true,
                ImmutableList.of(loop));
    }

    /** Executes statements where {@code path} is 1. */
    void execute(List<Statement> statements, Term path) {
        for (Statement statement : statements) {
            Term guard = Terms.and(alive, path);
            switch (statement) {
                case Statement.Assign assign -> assign(assign, guard);
                case Statement.If choice -> {
                    Term condition = term(choice.condition());
                    execute(choice.whenTrue(), Terms.and(path, condition));
                    execute(choice.whenFalse(), Terms.and(path, Terms.not(condition)));
                }
                case Statement.Break jump ->
                    leave(guard, loopGuard.stream().map(Register::field).toList());
                case Statement.Continue jump -> leave(guard, List.of());
                case Statement.Return end -> {
                    String register = answer.get().field();
                    change(registers, register, guard, term(end.value()));
                    leave(guard, loopGuard.stream().map(Register::field).toList());
                    leave(guard, predicates.left(Kind.ROUTINE));
                }
                case Statement.For inner -> throw new IllegalStateException("a scan has no loops in it");
            }
        }
    }

    private void leave(Term guard, List<String> left) {
        left.forEach(register -> change(registers, register, guard, Terms.FALSE));
        alive = Terms.and(alive, Terms.not(guard));
    }

    private static void change(Map<String, Term> values, String field, Term guard, Term value) {
        values.put(field, Terms.choice(guard, value, values.getOrDefault(field, Terms.read(field))));
    }

    private void assign(Statement.Assign assign, Term guard) {
        if (assign.target() instanceof Expression.Element element) {
            change(cells, cell(element), guard, term(assign.value()));
        } else if (assign.target() instanceof Expression.Read read) {
            if (read.type().isFinite()) {
                change(registers, scheduling.home(read.variable()).field(), guard, term(assign.value()));
            } else {
                add(read, assign.value(), guard);
            }
        }
    }

    private void add(Expression.Read target, Expression value, Term guard) {
        Term added = Terms.constant(0);
        for (ScanFitness.Addition addition :
                ScanFitness.additions(target.variable(), value).orElseThrow()) {
            added = Terms.binary(
                    addition.isNegative() ? BinaryOperator.SUBTRACT : BinaryOperator.ADD,
                    added,
                    term(addition.value()));
        }
        sum = Terms.binary(BinaryOperator.ADD, sum, Terms.choice(guard, added, Terms.constant(0)));
    }

    /** The field in which an element of the head's column is. */
    private String cell(Expression.Element element) {
        Register array = scheduling.home(element.array());
        return element.indices().size() == 1
                ? array.field()
                : scheduling.allocation().buffer(array).field();
    }

    private Term term(Expression expression) {
        return switch (fitness.role(expression)) {
            case OWN -> {
                if (!(expression instanceof Expression.Element element)) {
                    throw new IllegalStateException("only elements are in a column");
                }
                String cell = cell(element);
                yield cells.getOrDefault(cell, Terms.read(cell));
            }
            case INVARIANT -> scheduling.values().held(expression, isLabelAtHand);
            case COMPUTED -> computed(expression);
        };
    }

    private Term computed(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> Terms.constant(constant.value());
            case Expression.Index index -> Terms.constant(index.value().constant());
            case Expression.Read read -> {
                String register = scheduling.home(read.variable()).field();
                yield registers.getOrDefault(register, Terms.read(register));
            }
            case Expression.Element element -> throw new IllegalStateException("an element that is elsewhere");
            case Expression.Unary unary -> Terms.unary(unary.operator(), term(unary.operand()));
            case Expression.Binary binary -> Terms.binary(binary.operator(), term(binary.left()), term(binary.right()));
            case Expression.Conditional conditional ->
                Terms.choice(
                        term(conditional.condition()), term(conditional.whenTrue()), term(conditional.whenFalse()));
            case Expression.Clamp clamp ->
                Terms.clamp(
                        term(clamp.operand()), clamp.type().low(), clamp.type().high());
        };
    }
}
