package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.UnaryOperator;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a loop's round can be done by the head as it comes by a column: every element that depends on the loop's
 * variable is in that column, in row 0 or in a row that is the same for the whole loop; all else stays the same; and of
 * wide integers there is at most one, which is only added to.
 */
final class ScanFitness {
    /** More often than a variable can be a summand. */
    private static final int NEVER = 1000;

    private final Statement.For loop;
    private final Label label;
    private final Set<Variable> assigned = new HashSet<>();
    private final Map<Variable, Expression> rows = new LinkedHashMap<>();
    private final Set<Variable> written = new HashSet<>();
    private final Set<Variable> read = new HashSet<>();
    private Optional<Variable> sum = Optional.empty();
    private Optional<String> objection = Optional.empty();

    private ScanFitness(Statement.For loop, Label label) {
        this.loop = loop;
        this.label = label;
    }

    /** What an expression is to a scan. */
    enum Role {
        /** Made of others. */
        COMPUTED,
        /** An element in the head's column. */
        OWN,
        /** The same for the whole loop; brought into a register before. */
        INVARIANT
    }

    /** What there is to know about a loop. */
    static ScanFitness of(Statement.For loop, Label label) {
        ScanFitness fitness = new ScanFitness(loop, label);
        fitness.collect(loop.body());
        fitness.check(loop.body());
        return fitness;
    }

    /** Why the loop is not one scan; empty if it can be. */
    Optional<String> objection() {
        return objection;
    }

    /** The wide integer that is added to. */
    Optional<Variable> sum() {
        return sum;
    }

    /** For each matrix of which the scan needs a row: that row's number. */
    ImmutableMap<Variable, Expression> rows() {
        return ImmutableMap.copyOf(rows);
    }

    /** Whether elements of an array are assigned to. */
    boolean writes(Variable array) {
        return written.contains(array);
    }

    /** Whether each round gives its element of a matrix's row a new value, whatever is there. */
    boolean replaces(Variable matrix) {
        return !read.contains(matrix)
                && !Predicates.Jumps.in(loop.body()).any()
                && loop.low().equals(Affine.constant(0))
                && loop.high().equals(matrix.dimensions().getLast())
                && loop.body().stream()
                        .anyMatch(statement -> statement instanceof Statement.Assign assign
                                && assign.target() instanceof Expression.Element element
                                && element.array().equals(matrix));
    }

    private void object(String reason) {
        if (objection.isEmpty()) {
            objection = Optional.of(reason);
        }
    }

    private void collect(List<Statement> statements) {
        Statement.all(statements).forEach(statement -> {
            if (statement instanceof Statement.Assign assign) {
                (assign.target() instanceof Expression.Read ? assigned : written).add(assign.changed());
            } else if (statement instanceof Statement.For) {
                object("there is another loop in it");
            }
        });
    }

    private void check(List<Statement> statements) {
        Statement.all(statements).forEach(statement -> {
            if (statement instanceof Statement.Assign assign) {
                check(assign);
            } else {
                statement.parts().forEach(this::check);
            }
        });
    }

    private void check(Statement.Assign assign) {
        if (assign.target() instanceof Expression.Element element) {
            if (role(element) != Role.OWN) {
                object("'" + element.array() + "' is assigned to in another column than the loop's variable says");
            }
            useRow(element);
            checkFinite(assign.value());
        } else if (assign.target() instanceof Expression.Read read) {
            if (read.type().isFinite()) {
                checkFinite(assign.value());
            } else {
                checkSum(read.variable(), assign.value());
            }
        }
    }

    private void checkFinite(Expression value) {
        if (!value.type().isFinite()) {
            object("a wide integer is computed in it");
        } else {
            check(value);
        }
    }

    private void checkSum(Variable variable, Expression value) {
        if (sum.isPresent() && !sum.get().equals(variable)) {
            object("it adds to two wide integers, '" + sum.get() + "' and '" + variable + "'");
        }
        sum = Optional.of(variable);
        Optional<ImmutableList<Addition>> additions = additions(variable, value);
        if (additions.isEmpty()) {
            object("'" + variable + "' is not only added to");
        }
        additions.ifPresent(all -> all.forEach(addition -> check(addition.value())));
    }

    /** A finite value that is added, or taken away. */
    record Addition(boolean isNegative, Expression value) {}

    /** What is added to a variable if its new value is {@code value}; empty if it is not only added to. */
    static Optional<ImmutableList<Addition>> additions(Variable variable, Expression value) {
        ImmutableList.Builder<Addition> additions = ImmutableList.builder();
        return add(variable, value, false, additions) == 1 ? Optional.of(additions.build()) : Optional.empty();
    }

    /** How often the variable itself is a summand; a number that is not 1 if it is none of a sum. */
    private static int add(
            Variable variable, Expression value, boolean isNegative, ImmutableList.Builder<Addition> additions) {
        if (value.type().isFinite()) {
            additions.add(new Addition(isNegative, value));
            return 0;
        }
        return switch (value) {
            case Expression.Read read -> read.variable().equals(variable) && !isNegative ? 1 : NEVER;
            case Expression.Unary unary ->
                unary.operator() == UnaryOperator.NEGATE
                        ? add(variable, unary.operand(), !isNegative, additions)
                        : NEVER;
            case Expression.Binary binary ->
                switch (binary.operator()) {
                    case ADD ->
                        add(variable, binary.left(), isNegative, additions)
                                + add(variable, binary.right(), isNegative, additions);
                    case SUBTRACT ->
                        add(variable, binary.left(), isNegative, additions)
                                + add(variable, binary.right(), !isNegative, additions);
                    case AND, OR, XOR, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> NEVER;
                    case MINIMUM, MAXIMUM -> NEVER;
                };
            case Expression.Constant constant -> {
                additions.add(new Addition(isNegative, constant));
                yield 0;
            }
            default -> NEVER;
        };
    }

    private void check(Expression expression) {
        switch (role(expression)) {
            case INVARIANT -> {}
            case OWN -> {
                if (expression instanceof Expression.Element element) {
                    read.add(element.array());
                    useRow(element);
                }
            }
            case COMPUTED -> checkParts(expression);
        }
    }

    private void checkParts(Expression expression) {
        switch (expression) {
            case Expression.Index index -> {
                if (!index.value().isConstant()) {
                    object("'" + loop.variable() + "' is used as a number in it");
                }
            }
            case Expression.Read read -> {
                if (!read.type().isFinite()) {
                    object("the wide integer '" + read.variable() + "' is changed and used in it");
                }
            }
            case Expression.Element element ->
                object("it needs an element of '" + element.array()
                        + "' that is in another column, or that it changes");
            default -> expression.parts().forEach(this::check);
        }
    }

    private void useRow(Expression.Element element) {
        if (element.indices().size() == 2) {
            Expression row = element.indices().getFirst();
            Expression other = rows.putIfAbsent(element.array(), row);
            if (other != null && !isSame(row, other)) {
                object("it needs two rows of '" + element.array() + "'");
            }
        }
    }

    private static boolean isSame(Expression one, Expression other) {
        Optional<Affine> affine = one.asAffine();
        if (affine.isPresent()) {
            return affine.equals(other.asAffine());
        }
        return one instanceof Expression.Read left
                && other instanceof Expression.Read right
                && left.variable().equals(right.variable());
    }

    /** What an expression is to the scan. */
    Role role(Expression expression) {
        if (expression instanceof Expression.Element element && isOwn(element)) {
            return Role.OWN;
        }
        boolean isBroughtAlong = expression instanceof Expression.Element || readsWide(expression);
        return isBroughtAlong && expression.type().isFinite() && isInvariant(expression)
                ? Role.INVARIANT
                : Role.COMPUTED;
    }

    private boolean isOwn(Expression.Element element) {
        if (!element.type().isFinite()) {
            return false;
        }
        Affine variable = Affine.of(loop.variable());
        boolean isColumn =
                element.indices().getLast().asAffine().filter(variable::equals).isPresent();
        return isColumn
                && (element.indices().size() == 1
                        || isInvariant(element.indices().getFirst()));
    }

    /** Whether an operand of an operator, at any depth, is wide. */
    private static boolean readsWide(Expression expression) {
        return switch (expression) {
            case Expression.Index index -> !index.value().isConstant();
            case Expression.Read read -> !read.type().isFinite();
            case Expression.Element element -> !element.type().isFinite();
            default -> expression.parts().stream().anyMatch(ScanFitness::readsWide);
        };
    }

    private boolean isInvariant(Expression expression) {
        return switch (expression) {
            case Expression.Index index -> !index.value().loops().containsKey(loop.variable());
            case Expression.Read read -> !assigned.contains(read.variable());
            case Expression.Element element ->
                element.indices().stream().allMatch(this::isInvariant)
                        && (!written.contains(element.array()) || label.isIn(element) || isLabelBeyond(element));
            default -> expression.parts().stream().allMatch(this::isInvariant);
        };
    }

    /** Whether an element of a vector is column d's while the loop writes to columns before d only. */
    private boolean isLabelBeyond(Expression.Element element) {
        return element.indices().size() == 1
                && loop.high().equals(Affine.ofFeatures())
                && element.indices()
                        .getFirst()
                        .asAffine()
                        .filter(Affine.ofFeatures()::equals)
                        .isPresent();
    }
}
