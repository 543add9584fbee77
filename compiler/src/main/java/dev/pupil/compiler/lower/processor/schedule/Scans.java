package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.Objection;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.schedule.Predicates.Jumps;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Schedules loops along row 0 as scans. */
final class Scans {
    private final Scheduling scheduling;
    private final Predicates predicates;
    private final Supplier<Register> answer;

    Scans(Scheduling scheduling, Predicates predicates, Supplier<Register> answer) {
        this.scheduling = scheduling;
        this.predicates = predicates;
        this.answer = answer;
    }

    /** Why a loop is not a scan; empty if it is one. */
    private Optional<String> objection(Statement.For loop, ScanFitness fitness) {
        if (fitness.objection().isPresent()) {
            return fitness.objection();
        }
        if (!scheduling.hull().isNeverNegative(scheduling.hull().enter(loop).low())) {
            return Optional.of("it may start below column 0");
        }
        if (loop.descending()) {
            if (!loop.low().equals(Affine.constant(0)) || width(loop.high()).isEmpty()) {
                return Optional.of("it runs downwards, and not over all columns");
            }
            if (fitness.sum().isPresent()) {
                return Optional.of("it runs downwards and adds to a wide integer");
            }
        }
        return Optional.empty();
    }

    /** The columns before a bound, where they are known without looking for it. */
    private static Optional<Term> width(Affine high) {
        if (high.equals(Affine.ofFeatures())) {
            return Optional.of(Places.FEATURE);
        }
        return high.equals(Affine.ofFeatures().plus(Affine.constant(1)))
                ? Optional.of(Terms.or(Places.FEATURE, Places.LABEL))
                : Optional.empty();
    }

    /** Schedules a loop as one scan; if it is not fit for that, does nothing and gives the reason. */
    Optional<Objection> schedule(Statement.For loop) {
        ScanFitness fitness = ScanFitness.of(loop, scheduling.label());
        Optional<String> objection = objection(loop, fitness);
        if (objection.isPresent()) {
            return objection.map(clause -> new Objection(loop.span(), clause));
        }
        Affine high = scheduling.hull().enter(loop).high();
        scheduling.size().needsColumns(high.asPolynomial());
        Map<String, Term> before = new LinkedHashMap<>();
        Map<String, Term> during = new LinkedHashMap<>();
        Term within = within(loop, before, during);
        Optional<Register> loopGuard = Optional.empty();
        if (Jumps.in(loop.body()).leaveLoop()) {
            loopGuard = Optional.of(scheduling.temporary("loop", Type.BIT));
            before.put(loopGuard.get().field(), Terms.TRUE);
        }
        boolean isLabelAtHand = Hull.isAtMost(high, Affine.ofFeatures().plus(Affine.constant(1)));
        ScanBuilder builder =
                new ScanBuilder(scheduling, predicates, answer, fitness, within, loopGuard, isLabelAtHand);
        during.forEach(builder::set);
        builder.execute(loop.body(), Terms.TRUE);
        Map<Variable, Values.Row> rows = loadRows(fitness);
        if (!before.isEmpty()) {
            scheduling.emitter().add(new Instruction.Compute(ImmutableMap.copyOf(before)));
        }
        if (fitness.sum().isPresent()) {
            Expression.Read sum = new Expression.Read(fitness.sum().get(), loop.span());
            scheduling.sums().evaluate(sum);
        }
        scheduling.emitter().add(builder.scan(loop));
        if (fitness.sum().isPresent()) {
            scheduling.sums().put(scheduling.home(fitness.sum().get()), Terms.TRUE);
        }
        rows.forEach((matrix, row) -> {
            if (fitness.writes(matrix)) {
                scheduling.emitter().add(new Instruction.SaveRow(row.buffer(), row.marker()));
            }
        });
        return Optional.empty();
    }

    private Map<Variable, Values.Row> loadRows(ScanFitness fitness) {
        Map<Variable, Values.Row> rows = new LinkedHashMap<>();
        for (Map.Entry<Variable, Expression> row : fitness.rows().entrySet()) {
            Register matrix = scheduling.home(row.getKey());
            boolean isReplaced =
                    fitness.replaces(row.getKey()) && predicates.current().equals(Terms.TRUE);
            rows.put(
                    row.getKey(),
                    isReplaced
                            ? scheduling.values().newRow(row.getValue(), matrix)
                            : scheduling.values().loadRow(row.getValue(), matrix));
        }
        return rows;
    }

    /**
     * Where the loop's columns are.
     *
     * @param before values of registers before the scan
     * @param during values of registers after each column
     */
    private Term within(Statement.For loop, Map<String, Term> before, Map<String, Term> during) {
        Term hasBegun = Terms.TRUE;
        if (!loop.low().equals(Affine.constant(0))) {
            hasBegun = hasBegun(loop, before, during);
        }
        Optional<Term> width = width(loop.high());
        Term isBefore = width.isPresent() ? width.get() : Terms.not(passed("ended", loop.high(), loop, before, during));
        return Terms.and(hasBegun, isBefore);
    }

    /**
     * Whether the head has come to the loop's first column. If that is the column after a loop variable's, the variable's
     * own column, which often is looked for anyway, tells it a column later.
     */
    private Term hasBegun(Statement.For loop, Map<String, Term> before, Map<String, Term> during) {
        Affine previous = loop.low().minus(Affine.constant(1));
        boolean isAfterVariable = previous.constant() == 0
                && !previous.loops().isEmpty()
                && scheduling.hull().isNeverNegative(previous);
        if (!isAfterVariable) {
            return passed("begun", loop.low(), loop, before, during);
        }
        Term hasPassed = passed("begun", previous, loop, before, during);
        return during.entrySet().stream()
                .filter(register -> register.getValue().equals(hasPassed))
                .map(register -> Terms.read(register.getKey()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the head has come to a column, or past it. */
    private Term passed(
            String purpose, Affine column, Statement.For loop, Map<String, Term> before, Map<String, Term> during) {
        Term place = scheduling.places().column(new Expression.Index(column, Type.BIT, loop.span()));
        Register register = scheduling.temporary(purpose, Type.BIT);
        Term hasPassed = Terms.or(Terms.read(register.field()), place);
        before.put(register.field(), Terms.FALSE);
        during.put(register.field(), hasPassed);
        return hasPassed;
    }
}
