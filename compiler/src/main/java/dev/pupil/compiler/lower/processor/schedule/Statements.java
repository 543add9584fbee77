package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.Objection;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.schedule.Predicates.Jumps;
import dev.pupil.compiler.lower.processor.schedule.Predicates.Kind;
import dev.pupil.compiler.lower.sweep.NestLowering;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Schedules the statements of a routine, one after the other. */
final class Statements {
    private final Scheduling scheduling;
    private final List<Statement> statements;
    private final Predicates predicates = new Predicates();
    private final Scans scans;
    private final Nests nests;
    private Optional<Register> answer = Optional.empty();

    Statements(Scheduling scheduling, List<Statement> statements) {
        this.scheduling = scheduling;
        this.statements = statements;
        this.scans = new Scans(scheduling, predicates, this::answer);
        this.nests = new Nests(scheduling, statements, predicates);
    }

    private Register answer() {
        Register register = answer.orElseGet(() -> scheduling.allocation().lastingRegister("answer", 0, 1));
        answer = Optional.of(register);
        return register;
    }

    /** The statements of the routine; if it returns, its answer. */
    void routine() {
        List<Statement> before = statements;
        Optional<Statement.Return> end = Optional.empty();
        if (!statements.isEmpty() && statements.getLast() instanceof Statement.Return last) {
            List<Statement> others = statements.subList(0, statements.size() - 1);
            if (!Jumps.in(others).returns()) {
                before = others;
                end = Optional.of(last);
            }
        }
        boolean returnsEarly = Jumps.in(before).returns();
        if (returnsEarly) {
            Register running = scheduling.allocation().register("running", 0, 1);
            scheduling.values().set(running, Terms.TRUE);
            predicates.enter(Kind.ROUTINE, running.field());
        } else {
            predicates.enter(Kind.ROUTINE);
        }
        block(before);
        predicates.leave();
        if (end.isPresent()) {
            scheduling
                    .emitter()
                    .add(new Instruction.Answer(
                            scheduling.values().term(end.get().value())));
            scheduling.endStatement();
        } else if (returnsEarly) {
            scheduling.emitter().add(new Instruction.Answer(Terms.read(answer().field())));
        }
    }

    private void block(List<Statement> statements) {
        for (Statement statement : statements) {
            statement(statement);
            scheduling.endStatement();
        }
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Assign assign -> assign(assign);
            case Statement.If choice -> choice(choice);
            case Statement.For loop -> {
                Optional<Objection> objection = scans.schedule(loop);
                if (objection.isPresent() && NestLowering.isOverRows(loop)) {
                    objection = nests.schedule(loop);
                }
                if (objection.isPresent()) {
                    loop(loop, objection.get().about(loop.span()));
                }
            }
            case Statement.Break jump -> jump(Kind.LOOP, Map.of());
            case Statement.Continue jump -> jump(Kind.ROUND, Map.of());
            case Statement.Return end -> {
                Term value = scheduling.values().term(end.value());
                String register = answer().field();
                jump(Kind.ROUTINE, Map.of(register, Terms.choice(predicates.current(), value, Terms.read(register))));
            }
        }
    }

    private void jump(Kind kind, Map<String, Term> others) {
        Map<String, Term> updates = new LinkedHashMap<>(others);
        Term isLeaving = predicates.current();
        for (String register : predicates.left(kind)) {
            updates.put(register, Terms.and(Terms.read(register), Terms.not(isLeaving)));
        }
        scheduling.emitter().add(new Instruction.Compute(ImmutableMap.copyOf(updates)));
    }

    private void assign(Statement.Assign assign) {
        switch (assign.target()) {
            case Expression.Read read -> {
                Register home = scheduling.home(read.variable());
                if (read.type().isFinite()) {
                    Term value = scheduling.values().inRange(assign.value(), read.type());
                    scheduling.values().set(home, Terms.choice(predicates.current(), value, Terms.read(home.field())));
                } else {
                    scheduling.sums().evaluate(assign.value());
                    scheduling.places().count(read.variable(), predicates.current());
                    scheduling.sums().put(home, predicates.current());
                }
            }
            case Expression.Element element -> store(element, assign.value());
            case Expression.Constant other -> throw notAssignable(assign);
            case Expression.Index other -> throw notAssignable(assign);
            case Expression.Unary other -> throw notAssignable(assign);
            case Expression.Binary other -> throw notAssignable(assign);
            case Expression.Conditional other -> throw notAssignable(assign);
            case Expression.Clamp other -> throw notAssignable(assign);
        }
    }

    private static IllegalStateException notAssignable(Statement.Assign assign) {
        return new IllegalStateException("can't be assigned to: " + assign.span());
    }

    private void store(Expression.Element element, Expression expression) {
        if (!element.type().isFinite()) {
            scheduling.sums().store(element, expression, predicates.current());
            return;
        }
        Register array = scheduling.home(element.array());
        Term value = carried(scheduling.values().inRange(expression, element.type()), element.array());
        if (element.indices().size() == 1) {
            Term place = scheduling.places().column(element.indices().getFirst());
            store(array.field(), place, value);
        } else {
            Values.Row row = scheduling.values().loadRow(element.indices().getFirst(), array);
            Term place = scheduling.places().column(element.indices().getLast());
            store(row.buffer().field(), place, value);
            scheduling.emitter().add(new Instruction.SaveRow(row.buffer(), row.marker()));
        }
    }

    /** What the head can take along to any column of an array: columns behind the label's don't have the label. */
    private Term carried(Term value, Variable array) {
        boolean isLabelAtHand =
                Hull.isAtMost(array.dimensions().getLast(), Affine.ofFeatures().plus(Affine.constant(1)));
        if (isLabelAtHand || !scheduling.values().readsLabel(value)) {
            return value;
        }
        Register register = scheduling.temporary("stored", array.type());
        scheduling.values().set(register, value);
        return Terms.read(register.field());
    }

    private void store(String cell, Term place, Term value) {
        Term stored = Terms.choice(Terms.and(place, predicates.current()), value, Terms.read(cell));
        scheduling.emitter().add(Instruction.Scan.of(ImmutableMap.of(), ImmutableMap.of(cell, stored)));
    }

    private void choice(Statement.If choice) {
        Term condition = scheduling.values().term(choice.condition());
        Term outer = predicates.current();
        List<Register> registers = new ArrayList<>();
        Map<String, Term> updates = new LinkedHashMap<>();
        if (!choice.whenTrue().isEmpty()) {
            registers.add(branch(Terms.and(outer, condition), updates));
        }
        if (!choice.whenFalse().isEmpty()) {
            registers.add(branch(Terms.and(outer, Terms.not(condition)), updates));
        }
        scheduling.emitter().add(new Instruction.Compute(ImmutableMap.copyOf(updates)));
        scheduling.endStatement();
        int next = 0;
        for (List<Statement> statements : List.of(choice.whenTrue(), choice.whenFalse())) {
            if (!statements.isEmpty()) {
                predicates.enter(Kind.BRANCH, registers.get(next).field());
                block(statements);
                predicates.leave();
                next++;
            }
        }
        registers.forEach(scheduling.allocation()::release);
    }

    private Register branch(Term guard, Map<String, Term> updates) {
        Register register = scheduling.allocation().register("branch", 0, 1);
        updates.put(register.field(), guard);
        return register;
    }

    /** A loop that is counted by a number. */
    private void loop(Statement.For loop, String objection) {
        Hull.Range range = scheduling.hull().enter(loop);
        scheduling.size().needsSign();
        Register counter = scheduling.allocation().number(loop.variable().name());
        scheduling.bindCounter(loop.variable(), counter);
        Affine variable = Affine.of(loop.variable());
        Affine last = range.high().plus(Affine.constant(-1));
        Emitter emitter = scheduling.emitter();
        Jumps jumps = Jumps.in(loop.body());
        Optional<Register> loopGuard = Optional.empty();
        if (jumps.leaveLoop()) {
            Register register = scheduling.allocation().register("loop", 0, 1);
            scheduling.values().set(register, predicates.current());
            predicates.enter(Kind.LOOP, register.field());
            loopGuard = Optional.of(register);
        } else {
            predicates.enter(Kind.LOOP);
        }
        scheduling.sums().evaluate(loop.descending() ? last : range.low());
        scheduling.sums().put(counter, Terms.TRUE);
        ImmutableList<Set<Affine>> known = scheduling.places().known();
        emitter.begin();
        scheduling.sums().evaluate(loop.descending() ? variable.minus(range.low()) : last.minus(variable));
        ImmutableList<Node> test = emitter.end();
        emitter.begin();
        scheduling.places().enter(loop);
        scheduling.values().forgetRows();
        round(loop, range, jumps);
        scheduling.values().forgetRows();
        scheduling.places().advance();
        scheduling.sums().evaluate(variable.plus(Affine.constant(loop.descending() ? -1 : 1)));
        scheduling.sums().put(counter, Terms.TRUE);
        ImmutableList<Node> body = emitter.end();
        scheduling.places().leave();
        emitter.add(new Node.Loop(range.length().asSize(), test, body, loop, objection));
        scheduling.places().changes(loop.variable());
        scheduling.places().keep(known);
        predicates.leave();
        loopGuard.ifPresent(scheduling.allocation()::release);
        scheduling.allocation().releaseNumber(counter);
    }

    private void round(Statement.For loop, Hull.Range range, Jumps jumps) {
        Affine variable = Affine.of(loop.variable());
        Term guard = predicates.current();
        if (!loop.low().equals(range.low())) {
            guard = Terms.and(guard, Terms.not(scheduling.sums().isNegative(variable.minus(loop.low()))));
        }
        if (!loop.high().equals(range.high())) {
            Affine rest = loop.high().plus(Affine.constant(-1)).minus(variable);
            guard = Terms.and(guard, Terms.not(scheduling.sums().isNegative(rest)));
        }
        Optional<Register> register = Optional.empty();
        if (jumps.any() || !guard.equals(predicates.current())) {
            Register round = scheduling.allocation().register("round", 0, 1);
            scheduling.values().set(round, guard);
            predicates.enter(Kind.ROUND, round.field());
            register = Optional.of(round);
        } else {
            predicates.enter(Kind.ROUND);
        }
        scheduling.endStatement();
        block(loop.body());
        predicates.leave();
        register.ifPresent(scheduling.allocation()::release);
    }
}
