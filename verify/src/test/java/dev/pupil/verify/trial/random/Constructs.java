package dev.pupil.verify.trial.random;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts what a checked program is made of. */
final class Constructs {
    private static final int DEEP = 3;

    private final Multiset<Construct> found = HashMultiset.create();
    private final Set<Variable> variables = new HashSet<>();

    private Constructs() {}

    /** How often each construct occurs; of variables, how many there are that are used. */
    static ImmutableMultiset<Construct> of(Program program) {
        Constructs constructs = new Constructs();
        constructs.statements(program.learn(), 0);
        constructs.statements(program.predict(), 0);
        program.memory().forEach(constructs::variable);
        return ImmutableMultiset.copyOf(constructs.found);
    }

    private void statements(List<Statement> statements, int loops) {
        long loopsHere = statements.stream()
                .filter(statement -> statement instanceof Statement.For)
                .count();
        if (loopsHere > 1) {
            found.add(Construct.LOOPS_ONE_AFTER_THE_OTHER);
        }
        statements.forEach(statement -> statement(statement, loops));
    }

    private void statement(Statement statement, int loops) {
        switch (statement) {
            case Statement.Assign assign -> assign(assign);
            case Statement.If choice -> {
                found.add(Construct.CONDITION);
                expression(choice.condition());
                statements(choice.whenTrue(), loops);
                if (!choice.whenFalse().isEmpty()) {
                    found.add(Construct.ALTERNATIVE);
                    statements(choice.whenFalse(), loops);
                }
            }
            case Statement.For loop -> loop(loop, loops + 1);
            case Statement.Break jump -> found.add(Construct.BREAK);
            case Statement.Continue jump -> found.add(Construct.CONTINUE);
            case Statement.Return end -> {
                found.add(loops > 0 ? Construct.RETURN_IN_A_LOOP : Construct.RETURN);
                expression(end.value());
            }
        }
    }

    private void assign(Statement.Assign assign) {
        expression(assign.target());
        expression(assign.value());
        if (assign.target() instanceof Expression.Element element) {
            found.add(
                    element.array().kind() == Variable.Kind.EXAMPLE
                            ? Construct.ASSIGNMENT_TO_THE_EXAMPLE
                            : Construct.ASSIGNMENT_TO_AN_ELEMENT);
        } else {
            found.add(Construct.ASSIGNMENT_TO_A_SCALAR);
        }
    }

    private void loop(Statement.For loop, int loops) {
        found.add(loop.descending() ? Construct.LOOP_DOWNWARDS : Construct.LOOP_UPWARDS);
        if (!loop.low().loops().isEmpty() || !loop.high().loops().isEmpty()) {
            found.add(Construct.LOOP_BOUND_BY_AN_OUTER_ONE);
        }
        if (loops == DEEP) {
            found.add(Construct.LOOPS_THREE_DEEP);
        }
        statements(loop.body(), loops);
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.Constant constant -> found.add(Construct.CONSTANT);
            case Expression.Index index -> found.add(Construct.INDEX_AS_A_VALUE);
            case Expression.Read read -> {
                found.add(Construct.SCALAR);
                variable(read.variable());
            }
            case Expression.Element element -> {
                variable(element.array());
                element.indices().forEach(this::index);
            }
            case Expression.Unary unary -> {
                found.add(
                        switch (unary.operator()) {
                            case NOT -> Construct.NOT;
                            case NEGATE -> Construct.NEGATE;
                        });
                expression(unary.operand());
            }
            case Expression.Binary binary -> {
                found.add(operator(binary));
                expression(binary.left());
                expression(binary.right());
            }
            case Expression.Conditional conditional -> {
                found.add(Construct.CONDITIONAL);
                expression(conditional.condition());
                expression(conditional.whenTrue());
                expression(conditional.whenFalse());
            }
            case Expression.Clamp clamp -> {
                found.add(Construct.CLAMP);
                expression(clamp.operand());
            }
        }
    }

    private void index(Expression index) {
        if (index instanceof Expression.Index || index instanceof Expression.Constant) {
            found.add(Construct.ELEMENT_AT_AN_AFFINE_INDEX);
        } else {
            found.add(Construct.ELEMENT_AT_AN_INDEX_OF_DATA);
            expression(index);
        }
    }

    private static Construct operator(Expression.Binary binary) {
        return switch (binary.operator()) {
            case AND -> Construct.AND;
            case OR -> Construct.OR;
            case XOR -> Construct.XOR;
            case EQUAL -> Construct.EQUAL;
            case NOT_EQUAL -> Construct.NOT_EQUAL;
            case LESS -> Construct.LESS;
            case LESS_OR_EQUAL -> Construct.LESS_OR_EQUAL;
            case GREATER -> Construct.GREATER;
            case GREATER_OR_EQUAL -> Construct.GREATER_OR_EQUAL;
            case ADD -> Construct.ADD;
            case SUBTRACT -> Construct.SUBTRACT;
            case MINIMUM -> Construct.MINIMUM;
            case MAXIMUM -> Construct.MAXIMUM;
        };
    }

    private void variable(Variable variable) {
        if (variables.add(variable)) {
            type(variable.type());
            if (variable.initial() != 0) {
                found.add(Construct.INITIAL_VALUE);
            }
            if (variable.kind() == Variable.Kind.MEMORY) {
                memory(variable);
            } else if (variable.kind() == Variable.Kind.LOCAL && variable.isArray()) {
                found.add(variable.dimensions().size() == 1 ? Construct.LOCAL_VECTOR : Construct.LOCAL_MATRIX);
            }
        }
    }

    private void type(Type type) {
        found.add(
                switch (type) {
                    case Type.Bit bit -> Construct.BIT;
                    case Type.Ranged ranged ->
                        ranged.low() < 0 ? Construct.NEGATIVE_SMALL_INTEGER : Construct.SMALL_INTEGER;
                    case Type.Enumeration enumeration -> Construct.ENUMERATION;
                    case Type.Wide wide -> Construct.WIDE_INTEGER;
                });
    }

    private void memory(Variable variable) {
        boolean isWide = !variable.type().isFinite();
        switch (variable.dimensions().size()) {
            case 0 -> {
                if (isWide) {
                    found.add(Construct.WIDE_MEMORY);
                }
            }
            case 1 -> {
                if (isWide) {
                    found.add(Construct.WIDE_VECTOR);
                }
            }
            case 2 -> found.add(isWide ? Construct.WIDE_MATRIX : Construct.MATRIX);
            default -> found.add(Construct.THREE_DIMENSIONS);
        }
        if (variable.dimensions().stream().anyMatch(Affine::isConstant)) {
            found.add(Construct.ARRAY_OF_CONSTANT_SIZE);
        }
        if (variable.dimensions().stream().anyMatch(dimension -> dimension.examples() > 0)) {
            found.add(Construct.ROW_FOR_EACH_EXAMPLE);
        }
    }
}
