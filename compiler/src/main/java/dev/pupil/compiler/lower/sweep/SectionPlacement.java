package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.lower.rewrite.Accesses;
import dev.pupil.compiler.lower.rewrite.JumpRemoval;
import dev.pupil.compiler.lower.rewrite.Substitution;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places the statements of one section of a routine, in program order, at columns of a row. */
final class SectionPlacement {
    private final Homes homes;
    private final Slots slots;
    private final FreshVariables fresh;
    private final Trigger trigger;
    private final Direction direction;
    private final Positions positions;
    private final DependenceCheck history;
    private final List<Step> steps = new ArrayList<>();
    private final Set<Statement> placed = Sets.newIdentityHashSet();
    private int groups;

    SectionPlacement(
            Homes homes,
            Slots slots,
            FreshVariables fresh,
            Trigger trigger,
            Direction direction,
            Rows rows,
            Optional<Variable> row) {
        this.homes = homes;
        this.slots = slots;
        this.fresh = fresh;
        this.trigger = trigger;
        this.direction = direction;
        this.positions = new Positions(rows, row, Optional.empty());
        this.history = new DependenceCheck(direction);
    }

    /**
     * What has to hold for a statement to run.
     *
     * @param constant a bit that has the same value during the whole row: of the label and the place
     * @param condition a variable that is 1 where the conditions around the statement hold
     * @param entered where {@code condition} gets its value; before that it is 0
     */
    private record Guard(Term constant, Optional<Variable> condition, Optional<Columns> entered) {
        static final Guard NONE = new Guard(Terms.TRUE, Optional.empty(), Optional.empty());

        boolean isNone() {
            return constant.equals(Terms.TRUE) && condition.isEmpty();
        }
    }

    /** Places statements, under the nest's condition if it has one. */
    void place(Optional<Expression> condition, ImmutableList<Statement> statements) throws NotASweepException {
        Guard guard = Guard.NONE;
        if (condition.isPresent()) {
            if (!isConstantInRow(condition.get())) {
                throw new NotASweepException(
                        condition.get().span(), "every row would need this condition's value before its scan starts");
            }
            guard = new Guard(values(positions).term(condition.get()), Optional.empty(), Optional.empty());
        }
        for (Statement statement : statements) {
            statement(statement, guard);
        }
    }

    ImmutableList<Step> steps() {
        return ImmutableList.copyOf(steps);
    }

    /** Those of the section's statements that have steps, but for what is in loops. */
    Set<Statement> placed() {
        return placed;
    }

    private void statement(Statement statement, Guard guard) throws NotASweepException {
        int before = steps.size();
        switch (statement) {
            case Statement.Assign assign -> assign(assign, guard);
            case Statement.Return end -> answer(end);
            case Statement.If choice -> choice(choice, guard);
            case Statement.For loop -> loop(loop, guard);
            case Statement.Break jump -> throw new IllegalStateException("not normalized: " + jump);
            case Statement.Continue jump -> throw new IllegalStateException("not normalized: " + jump);
        }
        if (steps.size() > before) {
            placed.add(statement);
        }
    }

    // Statements outside loops over columns: each stands at one column.

    private void assign(Statement.Assign assign, Guard guard) throws NotASweepException {
        if (startsWithConstant(assign, guard)) {
            return;
        }
        Single single =
                single(assign.value(), Optional.of(assign.target()), readsOf(assign.value(), guard), writesOf(assign));
        String target = homes.slot(assign.target(), positions);
        Term value = values(positions).term(single.value);
        record(readsOf(single.value, guard), writesOf(assign), single.columns, -1, assign.span());
        emit(single.place(positions), guard, target, value, assign.span());
    }

    private void answer(Statement.Return end) throws NotASweepException {
        Single single = single(end.value(), Optional.empty(), readsOf(end.value(), Guard.NONE), Set.of());
        Term value = values(positions).term(single.value);
        record(readsOf(single.value, Guard.NONE), Set.of(), single.columns, -1, end.span());
        emit(single.place(positions), Guard.NONE, Slots.ANSWER, value, end.span());
    }

    /** A local that is given a constant before anything else has that as its value where the scan enters the row. */
    private boolean startsWithConstant(Statement.Assign assign, Guard guard) throws NotASweepException {
        if (!(assign.target() instanceof Expression.Read read)
                || read.variable().kind() != Variable.Kind.LOCAL
                || !(assign.value() instanceof Expression.Constant constant)
                || !guard.isNone()
                || !history.isUntouched(read.variable())) {
            return false;
        }
        if (homes.isColumnValue(read.variable()) && positions.rows() != Rows.FIRST) {
            return false;
        }
        slots.startWith(homes.slot(assign.target(), positions), constant.value());
        return true;
    }

    /** An expression that can be evaluated at a single column. */
    private record Single(Expression value, Columns columns) {
        Term place(Positions positions) {
            return positions.place(columns.first());
        }
    }

    private Single single(Expression value, Optional<Expression> target, Set<Variable> reads, Set<Variable> writes)
            throws NotASweepException {
        Set<Column> fixed = new LinkedHashSet<>();
        List<Expression> anchored = anchored(value);
        for (Expression expression : anchored) {
            fixed.add(homes.column(expression, positions));
        }
        Optional<Column> targetColumn = Optional.empty();
        if (target.isPresent() && homes.isAnchored(target.get())) {
            targetColumn = Optional.of(homes.column(target.get(), positions));
            fixed.add(targetColumn.get());
        }
        if (fixed.isEmpty()) {
            return new Single(value, floating(reads, writes, value.span()));
        }
        checkAfterRows(fixed, value.span());
        Column latest = latest(fixed);
        if (targetColumn.isPresent() && !targetColumn.get().equals(latest)) {
            throw DependenceCheck.againstTheScan(
                    target.orElseThrow().named().orElseThrow(), target.get().span(), value.span());
        }
        return new Single(fetch(value, latest), Columns.at(latest));
    }

    /** Row d exists in the label column only. */
    private void checkAfterRows(Set<Column> columns, Span span) throws NotASweepException {
        if (positions.rows() == Rows.AFTER && !columns.equals(Set.of(Column.LABEL))) {
            throw new NotASweepException(
                    span,
                    "this comes after the loop over rows, where only the label's column still takes part, and it uses an"
                            + " element in another column");
        }
    }

    private Column latest(Set<Column> columns) {
        return columns.stream()
                .filter(candidate -> columns.stream()
                        .allMatch(other -> Columns.at(other).areNotAfter(Columns.at(candidate), direction)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("columns without order: " + columns));
    }

    private Columns floating(Set<Variable> reads, Set<Variable> writes, Span span) throws NotASweepException {
        ImmutableList<Columns> rightwards = positions.rows() == Rows.AFTER
                ? ImmutableList.of(Columns.LABEL)
                : positions.rows() == Rows.EACH
                        ? ImmutableList.of(Columns.FIRST, Columns.DIAGONAL, Columns.LABEL)
                        : ImmutableList.of(Columns.FIRST, Columns.LABEL);
        ImmutableList<Columns> candidates = direction == Direction.RIGHT ? rightwards : rightwards.reverse();
        Optional<Columns> earliest = history.earliest(candidates, reads, writes);
        if (earliest.isEmpty()) {
            record(reads, writes, candidates.getLast(), -1, span);
            throw new IllegalStateException("no column fits, and none conflicts");
        }
        return earliest.get();
    }

    /** Carries what lies in other columns to {@code column} in local variables. */
    private Expression fetch(Expression value, Column column) throws NotASweepException {
        Substitution fetched = Substitution.of(expression -> expression);
        Expression result = value;
        for (Expression expression : anchored(value)) {
            if (!homes.column(expression, positions).equals(column)) {
                Expression local = fetched(expression);
                fetched = Substitution.of(part -> part.equals(expression) ? local : part);
                result = fetched.apply(result);
            }
        }
        return result;
    }

    private Expression fetched(Expression expression) throws NotASweepException {
        Variable source = expression.named().orElseThrow();
        Variable local = fresh.of(source.name() + ".there", source.type(), expression.span());
        Expression read = new Expression.Read(local, expression.span());
        assign(new Statement.Assign(read, expression, expression.span()), Guard.NONE);
        return read;
    }

    private List<Expression> anchored(Expression value) {
        return value.all().filter(homes::isAnchored).distinct().toList();
    }

    // Conditions.

    private void choice(Statement.If choice, Guard guard) throws NotASweepException {
        Guard whenTrue;
        Guard whenFalse;
        if (isConstantInRow(choice.condition())) {
            Term condition = values(positions).term(choice.condition());
            whenTrue = new Guard(Terms.and(guard.constant, condition), guard.condition, guard.entered);
            whenFalse = new Guard(Terms.and(guard.constant, Terms.not(condition)), guard.condition, guard.entered);
        } else {
            Single single = single(choice.condition(), Optional.empty(), readsOf(choice.condition(), guard), Set.of());
            Term condition = values(positions).term(single.value);
            Set<Variable> reads = readsOf(single.value, guard);
            whenTrue = branch("if", condition, single, reads, guard, choice);
            whenFalse = choice.whenFalse().isEmpty()
                    ? Guard.NONE
                    : branch("else", Terms.not(condition), single, reads, guard, choice);
        }
        for (Statement statement : choice.whenTrue()) {
            statement(statement, whenTrue);
        }
        for (Statement statement : choice.whenFalse()) {
            statement(statement, whenFalse);
        }
    }

    private Guard branch(
            String word, Term condition, Single single, Set<Variable> reads, Guard guard, Statement.If choice)
            throws NotASweepException {
        Variable flag = flag(word, choice);
        record(reads, Set.of(flag), single.columns, -1, choice.span());
        setFlag(flag, single.place(positions), condition, guard, choice.span());
        return new Guard(Terms.TRUE, Optional.of(flag), Optional.of(single.columns));
    }

    /** The flag of a condition; where that asks for a jump, messages speak of the jump. */
    private Variable flag(String word, Statement.If choice) {
        Optional<Variable> jump = readsOf(choice.condition(), Guard.NONE).stream()
                .filter(variable -> JumpRemoval.JUMPS.contains(variable.name()))
                .findFirst();
        return jump.map(variable -> fresh.bit(variable.name(), variable.declared()))
                .orElseGet(() -> fresh.bit(word + "." + choice.span().line(), choice.span()));
    }

    private void setFlag(Variable flag, Term place, Term condition, Guard guard, Span span) throws NotASweepException {
        Term outer = Terms.TRUE;
        if (guard.condition.isPresent()) {
            outer = Terms.read(slots.local(guard.condition.get(), Slot.Kind.CARRY, span));
        }
        String target = slots.local(flag, Slot.Kind.CARRY, span);
        Term value = Terms.and(guard.constant, outer, condition);
        steps.add(new Step(place, Optional.empty(), target, value, origin(span)));
    }

    /**
     * Whether a condition asks only for the label, for what is given and for the row, so that it has one value in the
     * whole row.
     */
    private boolean isConstantInRow(Expression condition) {
        return condition
                .all()
                .noneMatch(expression -> (expression instanceof Expression.Read read && !homes.isGiven(read.variable()))
                        || (expression instanceof Expression.Element element && !homes.isLabelForAll(element)));
    }

    // Loops over columns.

    private void loop(Statement.For loop, Guard guard) throws NotASweepException {
        if (positions.rows() == Rows.AFTER) {
            throw new NotASweepException(
                    loop.span(),
                    "this loop comes after the loop over rows, where only the label's column still takes part");
        }
        boolean isNested = loop.body().stream().anyMatch(Accesses::hasLoop);
        if (isNested || (positions.rows() == Rows.FIRST && Sections.isOverRows(loop))) {
            throw new NotASweepException(
                    loop.span(),
                    isNested && positions.rows() == Rows.EACH
                            ? "loops are nested more than two deep here"
                            : "this loop over rows stands under a condition together with something else");
        }
        Columns columns = positions.columns(loop);
        ImmutableList<Statement> body = new LoopFetch(loop).body();
        LoopPlacement placement = new LoopPlacement(
                positions.in(loop.variable()), columns, positions.place(columns, direction, guard.entered), groups++);
        for (Statement statement : body) {
            placement.statement(statement, guard);
        }
    }

    /** Carries what a loop reads in other columns than its own to the loop in local variables. */
    private final class LoopFetch {
        private final Statement.For loop;
        private final Positions inside;
        private final Set<Variable> changed = new HashSet<>();

        LoopFetch(Statement.For loop) {
            this.loop = loop;
            this.inside = positions.in(loop.variable());
            loop.assignments().map(Statement.Assign::changed).forEach(changed::add);
        }

        ImmutableList<Statement> body() throws NotASweepException {
            List<Expression> distant = loop.reads()
                    .filter(expression -> homes.isAnchored(expression) && !homes.isOwn(expression, inside))
                    .distinct()
                    .toList();
            ImmutableList<Statement> body = loop.body();
            for (Expression expression : distant) {
                Variable source = expression.named().orElseThrow();
                if (homes.isColumnValue(source) && (changed.contains(source) || direction == Direction.RIGHT)) {
                    throw fromRowToRow(source, expression.span());
                }
                if (changed.contains(source)) {
                    throw new NotASweepException(
                            expression.span(),
                            "this loop reads '" + source.name() + "' in one column and changes it in others");
                }
                homes.column(expression, inside);
                Expression local = fetched(expression);
                body = Substitution.of(part -> part.equals(expression) ? local : part)
                        .apply(body);
            }
            return body;
        }
    }

    /** Places the statements in a loop: all stand in every column of the loop. */
    private final class LoopPlacement {
        private final Positions inside;
        private final Columns columns;
        private final Term place;
        private final int group;

        LoopPlacement(Positions inside, Columns columns, Term place, int group) {
            this.inside = inside;
            this.columns = columns;
            this.place = place;
            this.group = group;
        }

        void statement(Statement statement, Guard guard) throws NotASweepException {
            switch (statement) {
                case Statement.Assign assign -> assign(assign, guard);
                case Statement.If choice -> choice(choice, guard);
                case Statement.For loop ->
                    throw new NotASweepException(loop.span(), "loops are nested more than two deep here");
                case Statement.Break jump -> throw new IllegalStateException("not normalized: " + jump);
                case Statement.Continue jump -> throw new IllegalStateException("not normalized: " + jump);
                case Statement.Return end -> throw new IllegalStateException("not normalized: " + end);
            }
        }

        private void assign(Statement.Assign assign, Guard guard) throws NotASweepException {
            if (homes.isAnchored(assign.target()) && !homes.isOwn(assign.target(), inside)) {
                if (homes.isColumnValue(assign.changed())) {
                    throw fromRowToRow(assign.changed(), assign.target().span());
                }
                homes.column(assign.target(), inside);
                throw new NotASweepException(
                        assign.target().span(),
                        "this loop changes '" + assign.changed().name() + "' in another column than its own");
            }
            String target = homes.slot(assign.target(), inside);
            Term value = values(inside).term(assign.value());
            record(readsOf(assign.value(), guard), writesOf(assign), columns, group, assign.span());
            emit(place, guard, target, value, assign.span());
        }

        private void choice(Statement.If choice, Guard guard) throws NotASweepException {
            Term condition = values(inside).term(choice.condition());
            Set<Variable> reads = readsOf(choice.condition(), guard);
            Guard whenTrue = branch("if", condition, reads, guard, choice);
            Guard whenFalse = choice.whenFalse().isEmpty()
                    ? Guard.NONE
                    : branch("else", Terms.not(condition), reads, guard, choice);
            for (Statement statement : choice.whenTrue()) {
                statement(statement, whenTrue);
            }
            for (Statement statement : choice.whenFalse()) {
                statement(statement, whenFalse);
            }
        }

        private Guard branch(String word, Term condition, Set<Variable> reads, Guard guard, Statement.If choice)
                throws NotASweepException {
            Variable flag = fresh.bit(word + "." + choice.span().line(), choice.span());
            record(reads, Set.of(flag), columns, group, choice.span());
            setFlag(flag, place, condition, guard, choice.span());
            return new Guard(Terms.TRUE, Optional.of(flag), guard.entered);
        }
    }

    private static NotASweepException fromRowToRow(Variable local, Span span) {
        return new NotASweepException(
                span,
                DependenceCheck.subject(local, span)
                        + " goes from one row to the next, so that inside this loop every row would wait for the end of the"
                        + " row before it");
    }

    // Steps.

    private void emit(Term place, Guard guard, String target, Term value, Span span) throws NotASweepException {
        Optional<String> condition = Optional.empty();
        if (guard.condition.isPresent()) {
            condition = Optional.of(slots.local(guard.condition.get(), Slot.Kind.CARRY, span));
        }
        Term guarded = Terms.choice(guard.constant, value, Terms.read(target));
        steps.add(new Step(place, condition, target, guarded, origin(span)));
    }

    private void record(Set<Variable> reads, Set<Variable> writes, Columns columns, int group, Span span)
            throws NotASweepException {
        history.add(reads, writes, columns, group, span);
    }

    private Origin origin(Span span) {
        return new Origin(trigger.keyword(), Optional.of(span));
    }

    private Values values(Positions at) {
        return new Values(at, variable -> homes.slot(variable, at));
    }

    private static Set<Variable> readsOf(Expression value, Guard guard) {
        ImmutableSet.Builder<Variable> reads = ImmutableSet.builder();
        guard.condition.ifPresent(reads::add);
        value.all().forEach(expression -> {
            if (expression instanceof Expression.Read read && read.variable().kind() == Variable.Kind.LOCAL) {
                reads.add(read.variable());
            }
        });
        return reads.build();
    }

    private static Set<Variable> writesOf(Statement.Assign assign) {
        Variable target = assign.changed();
        return target.kind() == Variable.Kind.LOCAL ? Set.of(target) : Set.of();
    }
}
