package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.pupil.compiler.lower.Attempt;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.lower.rewrite.Accesses;
import dev.pupil.compiler.lower.rewrite.DefiniteAssignment;
import dev.pupil.compiler.lower.rewrite.JumpRemoval;
import dev.pupil.compiler.lower.rewrite.Substitution;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.FreshVariables;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes one wave of a loop over rows that stands anywhere in a routine. Its rounds must not need each other: each works
 * on a row of its own, and values flow down (in vectors) and along the columns only. Whatever else happens in the
 * routine happens before the wave starts, or behind it.
 */
public final class NestLowering {
    private final Program program;
    private final Statement.For nest;
    private final Predicate<Expression.Element> isFixed;
    private final Set<Variable> assigned = new HashSet<>();
    private final boolean isTurning;
    private final Map<Expression, Variable> given = new LinkedHashMap<>();
    private final Map<Variable, Variable> turned = new LinkedHashMap<>();

    private NestLowering(
            Program program, Statement.For nest, Predicate<Expression.Element> isFixed, boolean isTurning) {
        this.program = program;
        this.nest = nest;
        this.isFixed = isFixed;
        this.isTurning = isTurning;
        nest.assignments().map(Statement.Assign::changed).forEach(assigned::add);
    }

    /** Whether a loop runs over rows: it contains a loop, or selects a row of a matrix. */
    public static boolean isOverRows(Statement.For loop) {
        return Sections.isOverRows(loop);
    }

    /**
     * Lowers a loop over rows. That its results are not needed in row 0 afterwards is for the caller to see to. A wave
     * which has vectors turned must wait until they are there in all columns, so that it has them only if it needs them:
     * where a row asks for its own element left of the diagonal.
     *
     * @param isFixed elements that no assignment changes, though their array may be assigned to
     */
    public static Attempt<Nest> lower(Program program, Statement.For nest, Predicate<Expression.Element> isFixed) {
        NestLowering straight = new NestLowering(program, nest, isFixed, false);
        Attempt<Nest> attempt = Attempt.of(straight::place);
        return attempt instanceof Attempt.Refused && straight.hasElementsOfRows()
                ? Attempt.of(new NestLowering(program, nest, isFixed, true)::place)
                : attempt;
    }

    private boolean hasElementsOfRows() {
        return nest.reads()
                .anyMatch(expression -> expression instanceof Expression.Element element && isOfRow(element));
    }

    private Nest place() throws NotASweepException {
        FreshVariables fresh = new FreshVariables(program);
        Statement.For loop = normalized(fresh);
        checkVariables(loop);
        checkRows(loop);
        IndexCheck.checkChosenByData(loop);
        checkDirection(loop);
        Slots slots = new Slots(program);
        SectionPlacement placement = new SectionPlacement(
                new Homes(slots, Sets.union(Set.copyOf(given.values()), Set.copyOf(turned.values()))),
                slots,
                fresh,
                Trigger.LEARN,
                Direction.RIGHT,
                Rows.EACH,
                Optional.of(loop.variable()));
        placement.place(Optional.empty(), loop.body());
        ImmutableList<Pass> passes = ImmutableList.of(new Pass(Trigger.LEARN, Rows.EACH, placement.steps()));
        return nest(new Passes(program.name(), Direction.RIGHT, slots.used(passes), passes), slots);
    }

    private Nest nest(Passes passes, Slots slots) {
        Map<Variable, Expression> expressions = new HashMap<>();
        given.forEach((expression, variable) -> expressions.put(variable, expression));
        Map<Variable, Variable> vectors = new HashMap<>();
        turned.forEach((vector, variable) -> vectors.put(variable, vector));
        ImmutableMap<String, Variable> variables = slots.variables();
        ImmutableMap.Builder<String, Expression> values = ImmutableMap.builder();
        ImmutableMap.Builder<String, Variable> turnedVectors = ImmutableMap.builder();
        ImmutableMap.Builder<String, Variable> arrays = ImmutableMap.builder();
        for (Slot slot : passes.slots()) {
            switch (slot.kind()) {
                case LABEL -> {
                    Variable variable = get(variables, slot.name());
                    if (vectors.containsKey(variable)) {
                        turnedVectors.put(slot.name(), get(vectors, variable));
                    } else {
                        values.put(slot.name(), get(expressions, variable));
                    }
                }
                case FEATURE, CELL -> arrays.put(slot.name(), get(variables, slot.name()));
                case CARRY -> {}
                case COLUMN, ANSWER -> throw new IllegalStateException("not in a nest: " + slot);
            }
        }
        return new Nest(passes, values.buildOrThrow(), turnedVectors.buildOrThrow(), arrays.buildOrThrow());
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing known of " + key);
        }
        return value;
    }

    /** The loop without jumps, and with variables for what is given. */
    private Statement.For normalized(FreshVariables fresh) throws NotASweepException {
        Statement replaced =
                Substitution.ofLargest(expression -> given(expression, fresh)).apply(nest);
        ImmutableList<Statement> statements = new JumpRemoval(fresh).normalize(ImmutableList.of(replaced));
        if (statements.size() != 1 || !(statements.getFirst() instanceof Statement.For loop)) {
            throw new NotASweepException(nest.span(), "a row can end the loop, or the routine, for the rows after it");
        }
        return loop;
    }

    // What is given.

    private Optional<Expression> given(Expression expression, FreshVariables fresh) {
        if (isTurning && expression instanceof Expression.Element element && isOfRow(element)) {
            Variable variable = turned.computeIfAbsent(
                    element.array(), key -> fresh.of("own." + key.name(), element.type(), element.span()));
            return Optional.of(new Expression.Read(variable, expression.span()));
        }
        boolean isIndex = expression instanceof Expression.Constant || expression instanceof Expression.Index;
        if (isIndex || !isGiven(expression)) {
            return Optional.empty();
        }
        Variable variable = given.computeIfAbsent(
                expression, key -> fresh.of("given." + (given.size() + 1), key.type(), key.span()));
        return Optional.of(new Expression.Read(variable, expression.span()));
    }

    /** Whether an element is one of a vector that stays the same, and has the number of the row. */
    private boolean isOfRow(Expression.Element element) {
        return element.array().dimensions().size() == 1
                && element.type().isFinite()
                && !assigned.contains(element.array())
                && element.indices().getFirst() instanceof Expression.Index index
                && index.value().equals(Affine.of(nest.variable()));
    }

    /** Whether an expression is finite and has the same value during the whole loop. */
    private boolean isGiven(Expression expression) {
        if (!expression.type().isFinite()) {
            return false;
        }
        Set<Variable> loops = new HashSet<>();
        Accesses.loopVariables(nest, loops);
        return expression.all().allMatch(part -> isSame(part, loops));
    }

    private boolean isSame(Expression part, Set<Variable> loops) {
        return switch (part) {
            case Expression.Read read -> !assigned.contains(read.variable());
            case Expression.Element element -> !assigned.contains(element.array()) || isFixed.test(element);
            case Expression.Index index ->
                index.value().loops().keySet().stream().noneMatch(loops::contains);
            default -> true;
        };
    }

    // What a wave can't do.

    private void checkVariables(Statement.For loop) throws NotASweepException {
        for (Variable variable : assigned) {
            if (variable.isArray()) {
                if (variable.dimensions().size() == 1 && variable.kind() == Variable.Kind.MEMORY) {
                    throw new NotASweepException(nest.span(), "every row would change the vector '" + variable + "'");
                }
            } else if (variable.kind() == Variable.Kind.MEMORY || !DefiniteAssignment.isFresh(variable, loop.body())) {
                throw new NotASweepException(nest.span(), "'" + variable + "' goes from one row to the next");
            }
        }
        Set<Variable> all = new HashSet<>();
        Accesses.variables(loop, all);
        for (Variable variable : all) {
            if (variable.dimensions().stream().anyMatch(Affine::isConstant)) {
                throw new NotASweepException(nest.span(), "'" + variable + "' has a dimension of constant size");
            }
        }
    }

    /**
     * The wave runs over all rows of the image. Rows that are none of the loop's must be none of the matrices' that it
     * changes, so that nobody ever sees what it does there.
     */
    private void checkRows(Statement.For loop) throws NotASweepException {
        if (!loop.low().equals(Affine.constant(0))) {
            throw new NotASweepException(nest.span(), "it does not start in row 0");
        }
        for (Variable variable : assigned) {
            if (variable.dimensions().size() == 2
                    && !variable.dimensions().getFirst().equals(loop.high())) {
                throw new NotASweepException(nest.span(), "'" + variable + "' has more rows than it visits");
            }
            if (loop.descending() && variable.dimensions().size() == 1) {
                throw new NotASweepException(
                        nest.span(), "it goes upwards, and '" + variable + "' goes from one row to the next");
            }
        }
        if (!loop.high().equals(Affine.ofFeatures()) && isColumn(loop.variable(), loop)) {
            throw new NotASweepException(
                    nest.span(), "it does not end in row d \u2212 1, and columns depend on the row");
        }
    }

    /** Whether the number of a row is used for anything but to select that row. */
    private static boolean isColumn(Variable row, Statement.For loop) {
        List<Expression> indices = new ArrayList<>();
        List<Expression> selectors = new ArrayList<>();
        loop.reads().forEach(expression -> {
            if (isOf(row, expression)) {
                indices.add(expression);
            }
            selector(expression).filter(index -> isOf(row, index)).ifPresent(selectors::add);
        });
        loop.assignments()
                .flatMap(assign -> selector(assign.target()).stream())
                .filter(index -> isOf(row, index))
                .forEach(selectors::add);
        return indices.size() > selectors.size()
                || loop.body().stream()
                        .flatMap(Statement::loops)
                        .anyMatch(inner -> inner.low().loops().containsKey(row)
                                || inner.high().loops().containsKey(row));
    }

    private static boolean isOf(Variable row, Expression expression) {
        return expression instanceof Expression.Index index
                && index.value().loops().containsKey(row);
    }

    private static Optional<Expression> selector(Expression expression) {
        return expression instanceof Expression.Element element
                        && element.indices().size() == 2
                ? Optional.of(element.indices().getFirst())
                : Optional.empty();
    }

    private void checkDirection(Statement.For loop) throws NotASweepException {
        for (LoopOrder.Ordered ordered : LoopOrder.ordered(List.of(loop))) {
            if (ordered.direction() == Direction.LEFT) {
                throw new NotASweepException(
                        nest.span(),
                        "the loop over columns in line " + ordered.loop().span().line() + " has to run to the left");
            }
        }
    }
}
