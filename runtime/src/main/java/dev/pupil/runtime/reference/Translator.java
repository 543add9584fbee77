package dev.pupil.runtime.reference;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.UnaryOperator;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Sizes;
import dev.pupil.runtime.reference.Store.Place;
import dev.pupil.runtime.reference.Store.Range;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a body ready to run: every variable becomes the number of its cell, every size a number. What the steps then do
 * is what the statements say.
 */
final class Translator {
    private final Store store;
    private final Set<Variable.Kind> assignable;

    /** Translates bodies that may assign to variables of the given kinds only. */
    Translator(Store store, Variable.Kind assignable, Variable.Kind... others) {
        this.store = store;
        this.assignable = EnumSet.of(assignable, others);
    }

    /** The statements one after the other, until one of them leads elsewhere. */
    Step block(ImmutableList<Statement> statements) {
        Step[] steps = statements.stream().map(this::step).toArray(Step[]::new);
        if (steps.length == 1) {
            return steps[0];
        }
        return cells -> {
            for (Step step : steps) {
                Flow flow = step.run(cells);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            return Flow.NEXT;
        };
    }

    private Step step(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> assign(assign);
            case Statement.If choice -> choice(choice);
            case Statement.For loop -> loop(loop);
            case Statement.Break end -> cells -> Flow.BREAK;
            case Statement.Continue end -> cells -> Flow.CONTINUE;
            case Statement.Return end -> {
                Value answer = value(end.value());
                yield cells -> {
                    cells[Store.ANSWER] = answer.of(cells);
                    return Flow.RETURN;
                };
            }
        };
    }

    private Step assign(Statement.Assign assign) {
        Value value = value(assign.value());
        return switch (assign.target()) {
            case Expression.Read read -> {
                Place place = assignable(read.variable(), assign);
                int cell = place.offset();
                yield cells -> {
                    cells[cell] = checked(value.of(cells), place.range(), assign);
                    return Flow.NEXT;
                };
            }
            case Expression.Element element -> {
                Place place = assignable(element.array(), assign);
                Value cell = cell(element);
                yield cells -> {
                    cells[(int) cell.of(cells)] = checked(value.of(cells), place.range(), assign);
                    return Flow.NEXT;
                };
            }
            case Expression.Constant other -> throw notAssignable(assign);
            case Expression.Index other -> throw notAssignable(assign);
            case Expression.Unary other -> throw notAssignable(assign);
            case Expression.Binary other -> throw notAssignable(assign);
            case Expression.Conditional other -> throw notAssignable(assign);
            case Expression.Clamp other -> throw notAssignable(assign);
        };
    }

    private Place assignable(Variable variable, Statement.Assign assign) {
        if (!assignable.contains(variable.kind())) {
            throw notAssignable(assign);
        }
        return store.place(variable);
    }

    private static IllegalStateException notAssignable(Statement.Assign assign) {
        return Interpreter.broken(assign.span(), "can't be assigned to here");
    }

    private static long checked(long value, Range range, Statement.Assign assign) {
        if (!range.contains(value)) {
            throw Interpreter.broken(
                    assign.span(), "value " + value + " is outside " + range.low() + ".." + range.high());
        }
        return value;
    }

    private Step choice(Statement.If choice) {
        Value condition = value(choice.condition());
        Step whenTrue = block(choice.whenTrue());
        Step whenFalse = block(choice.whenFalse());
        return cells -> condition.of(cells) != 0 ? whenTrue.run(cells) : whenFalse.run(cells);
    }

    private Step loop(Statement.For loop) {
        int counter = store.offset(loop.variable());
        Value low = affine(loop.low());
        Value high = affine(loop.high());
        Step body = block(loop.body());
        boolean descending = loop.descending();
        return cells -> {
            long first = low.of(cells);
            long rounds = high.of(cells) - first;
            for (long round = 0; round < rounds; round++) {
                cells[counter] = first + (descending ? rounds - 1 - round : round);
                Flow flow = body.run(cells);
                if (flow == Flow.RETURN) {
                    return flow;
                }
                if (flow == Flow.BREAK) {
                    break;
                }
            }
            return Flow.NEXT;
        };
    }

    private Value value(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> {
                long value = constant.value();
                yield cells -> value;
            }
            case Expression.Index index -> affine(index.value());
            case Expression.Read read -> {
                int cell = store.offset(read.variable());
                yield cells -> cells[cell];
            }
            case Expression.Element element -> {
                Value cell = cell(element);
                yield cells -> cells[(int) cell.of(cells)];
            }
            case Expression.Unary unary -> unary(unary.operator(), value(unary.operand()));
            case Expression.Binary binary -> binary(binary, value(binary.left()), value(binary.right()));
            case Expression.Conditional conditional -> {
                Value condition = value(conditional.condition());
                Value whenTrue = value(conditional.whenTrue());
                Value whenFalse = value(conditional.whenFalse());
                yield cells -> condition.of(cells) != 0 ? whenTrue.of(cells) : whenFalse.of(cells);
            }
            case Expression.Clamp clamp -> {
                Value operand = value(clamp.operand());
                Range range = Store.range(clamp.type(), store.sizes());
                yield cells -> Math.clamp(operand.of(cells), range.low(), range.high());
            }
        };
    }

    private static Value unary(UnaryOperator operator, Value operand) {
        return switch (operator) {
            case NOT -> cells -> 1 - operand.of(cells);
            case NEGATE -> cells -> Math.negateExact(operand.of(cells));
        };
    }

    private static Value binary(Expression.Binary binary, Value left, Value right) {
        return switch (binary.operator()) {
            case AND -> cells -> left.of(cells) & right.of(cells);
            case OR -> cells -> left.of(cells) | right.of(cells);
            case XOR -> cells -> left.of(cells) ^ right.of(cells);
            case EQUAL -> cells -> left.of(cells) == right.of(cells) ? 1 : 0;
            case NOT_EQUAL -> cells -> left.of(cells) != right.of(cells) ? 1 : 0;
            case LESS -> cells -> left.of(cells) < right.of(cells) ? 1 : 0;
            case LESS_OR_EQUAL -> cells -> left.of(cells) <= right.of(cells) ? 1 : 0;
            case GREATER -> cells -> left.of(cells) > right.of(cells) ? 1 : 0;
            case GREATER_OR_EQUAL -> cells -> left.of(cells) >= right.of(cells) ? 1 : 0;
            case ADD -> cells -> Math.addExact(left.of(cells), right.of(cells));
            case SUBTRACT -> cells -> Math.subtractExact(left.of(cells), right.of(cells));
            case MINIMUM -> cells -> Math.min(left.of(cells), right.of(cells));
            case MAXIMUM -> cells -> Math.max(left.of(cells), right.of(cells));
        };
    }

    private Value affine(Affine affine) {
        Sizes sizes = store.sizes();
        long constant = affine.constant()
                + (long) affine.features() * sizes.features()
                + (long) affine.examples() * sizes.examples();
        List<Value> summands = new ArrayList<>();
        for (Map.Entry<Variable, Integer> loop : affine.loops().entrySet()) {
            int counter = store.offset(loop.getKey());
            long coefficient = loop.getValue();
            summands.add(coefficient == 1 ? cells -> cells[counter] : cells -> coefficient * cells[counter]);
        }
        if (summands.isEmpty()) {
            return cells -> constant;
        }
        Value[] values = summands.toArray(Value[]::new);
        if (values.length == 1 && constant == 0) {
            return values[0];
        }
        return cells -> {
            long sum = constant;
            for (Value summand : values) {
                sum += summand.of(cells);
            }
            return sum;
        };
    }

    /** The number of an element's cell. */
    private Value cell(Expression.Element element) {
        Place place = store.place(element.array());
        Value[] indices = element.indices().stream().map(this::value).toArray(Value[]::new);
        int[] dimensions = place.dimensions().toArray();
        if (indices.length != dimensions.length) {
            throw Interpreter.broken(element.span(), "wrong number of indices");
        }
        int offset = place.offset();
        return cells -> {
            long cell = 0;
            for (int i = 0; i < indices.length; i++) {
                long index = indices[i].of(cells);
                if (index < 0 || index >= dimensions[i]) {
                    throw Interpreter.broken(
                            element.span(), "index " + index + " is outside 0.." + (dimensions[i] - 1));
                }
                cell = cell * dimensions[i] + index;
            }
            return offset + cell;
        };
    }
}
