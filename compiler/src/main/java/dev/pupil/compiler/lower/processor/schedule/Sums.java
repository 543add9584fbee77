package dev.pupil.compiler.lower.processor.schedule;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Arithmetic;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Expression.UnaryOperator;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Magnitude;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes wide integers in the accumulator. */
final class Sums {
    /**
     * Constants from −{@value} to one less are sent as small values. The rule that halves these on their way down has a case
     * for each, so that larger constants are numbers, which are made of small values at the start.
     */
    private static final int LARGE = 64;

    private final Scheduling scheduling;

    Sums(Scheduling scheduling) {
        this.scheduling = scheduling;
    }

    /** A summand: a number or a small value, added or taken away. */
    private record Summand(boolean isNegative, Optional<Register> number, Term small) {}

    /** A sum of a constant and summands. */
    private static final class Sum {
        private final List<Summand> summands = new ArrayList<>();
        private long constant;
        private Magnitude magnitude = Magnitude.ZERO;

        void add(boolean isNegative, Register number, Magnitude size) {
            summands.add(new Summand(isNegative, Optional.of(number), Terms.constant(0)));
            magnitude = magnitude.plus(size);
        }

        void add(boolean isNegative, Term small, int size) {
            summands.add(new Summand(isNegative, Optional.empty(), small));
            magnitude = magnitude.plus(Magnitude.of(size));
        }

        void add(long value) {
            constant = Math.addExact(constant, value);
            magnitude = magnitude.plus(Magnitude.of(value));
        }
    }

    /** Puts the value of an expression into the accumulator. */
    void evaluate(Expression expression) {
        Sum sum = new Sum();
        collect(expression, false, sum);
        emit(sum);
    }

    /** Puts an affine value into the accumulator. */
    void evaluate(Affine affine) {
        Sum sum = new Sum();
        collect(affine, 1, sum);
        emit(sum);
    }

    /** Gives a number the accumulator's value where {@code when} is 1. */
    void put(Register number, Term when) {
        scheduling
                .emitter()
                .add(new Arithmetic(new Order.Put(number.field()), Optional.empty(), Terms.constant(0), when));
    }

    /** The accumulator's sign, as a bit that is 1 if it is negative. */
    Term sign() {
        scheduling.size().needsSign();
        Register register = scheduling.temporary("sign", Type.BIT);
        scheduling.emitter().add(new Instruction.Test(register.field()));
        return Terms.read(register.field());
    }

    /** Adds a constant to the accumulator. */
    void add(long value) {
        if (isLarge(value)) {
            add(scheduling.constant(value));
        } else if (value != 0) {
            scheduling.emitter().add(Arithmetic.addition(Terms.constant(Math.toIntExact(value)), Terms.TRUE));
        }
    }

    private void add(Register number) {
        scheduling.emitter().add(Arithmetic.addition(number.field(), Terms.TRUE));
    }

    private static boolean isLarge(long value) {
        return value < -LARGE || value >= LARGE;
    }

    /** Gives a number a constant value. */
    void make(Register number, long value) {
        scheduling.emitter().add(Arithmetic.of(new Order.Clear()));
        addDigits(number, value);
        put(number, Terms.TRUE);
    }

    /** Adds a constant to the accumulator, which is 0, digit by digit; the number is for values in between. */
    private void addDigits(Register number, long value) {
        if (isLarge(value)) {
            addDigits(number, Math.floorDiv(value, LARGE));
            for (int factor = 1; factor < LARGE; factor *= 2) {
                put(number, Terms.TRUE);
                add(number);
            }
            add(Math.floorMod(value, LARGE));
        } else {
            add(value);
        }
    }

    /** Compares two values. */
    Term compare(BinaryOperator operator, Expression left, Expression right) {
        return switch (operator) {
            case LESS -> difference(left, right);
            case GREATER_OR_EQUAL -> Terms.not(difference(left, right));
            case GREATER -> difference(right, left);
            case LESS_OR_EQUAL -> Terms.not(difference(right, left));
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> Terms.not(equal(left, right));
            case AND, OR, XOR, ADD, SUBTRACT, MINIMUM, MAXIMUM ->
                throw new IllegalStateException(operator + " does not compare");
        };
    }

    /** Whether the left value is less. */
    private Term difference(Expression left, Expression right) {
        Sum sum = new Sum();
        collect(left, false, sum);
        collect(right, true, sum);
        emit(sum);
        return sign();
    }

    private Term equal(Expression left, Expression right) {
        Term isLess = difference(left, right);
        add(-1);
        return Terms.and(Terms.not(isLess), sign());
    }

    /** Whether the value of an affine expression is negative. */
    Term isNegative(Affine affine) {
        evaluate(affine);
        return sign();
    }

    private void collect(Expression expression, boolean isNegative, Sum sum) {
        if (Values.isInRegisters(expression)) {
            Term term = scheduling.values().term(expression);
            if (term instanceof Term.Constant constant) {
                sum.add(isNegative ? -constant.value() : constant.value());
            } else {
                sum.add(isNegative, term, magnitude(expression.type()));
            }
            return;
        }
        switch (expression) {
            case Expression.Constant constant -> sum.add(isNegative ? -constant.value() : constant.value());
            case Expression.Index index -> collect(index.value(), isNegative ? -1 : 1, sum);
            case Expression.Read read ->
                sum.add(isNegative, scheduling.home(read.variable()), magnitude(read.variable()));
            case Expression.Element element -> sum.add(isNegative, loaded(element), magnitude(element.array()));
            case Expression.Unary unary -> collect(unary.operand(), isNegative != isNegation(unary), sum);
            case Expression.Binary binary -> collect(binary, isNegative, sum);
            case Expression.Conditional conditional -> sum.add(isNegative, chosen(conditional), magnitude(expression));
            case Expression.Clamp clamp -> sum.add(isNegative, clamped(clamp), magnitude(expression));
        }
    }

    /**
     * A number that holds the value of an element. Elements are stored as what they differ from their initial value, so that
     * all bits start at 0.
     */
    private Register loaded(Expression.Element element) {
        Register vector = scheduling.home(element.array());
        Term place = scheduling.places().column(element.indices().getFirst());
        Register number = scheduling.temporaryNumber("element");
        scheduling.emitter().add(Arithmetic.of(new Order.Clear()));
        scheduling.emitter().add(new Instruction.AddElement(vector.field(), place));
        add(element.array().initial());
        put(number, Terms.TRUE);
        return number;
    }

    /** Gives an element the value of an expression where {@code when} is 1. */
    void store(Expression.Element element, Expression value, Term when) {
        Register vector = scheduling.home(element.array());
        Register number = scheduling.temporaryNumber("value");
        evaluate(value);
        add(-(long) element.array().initial());
        put(number, Terms.TRUE);
        Term place = scheduling.places().column(element.indices().getFirst());
        evaluate(number, magnitude(element.array()));
        scheduling.emitter().add(new Instruction.PutElement(vector.field(), place, when));
    }

    private static boolean isNegation(Expression.Unary unary) {
        if (unary.operator() != UnaryOperator.NEGATE) {
            throw new IllegalStateException("a bit is no wide integer");
        }
        return true;
    }

    private void collect(Expression.Binary binary, boolean isNegative, Sum sum) {
        switch (binary.operator()) {
            case ADD -> {
                collect(binary.left(), isNegative, sum);
                collect(binary.right(), isNegative, sum);
            }
            case SUBTRACT -> {
                collect(binary.left(), isNegative, sum);
                collect(binary.right(), !isNegative, sum);
            }
            case MINIMUM -> sum.add(isNegative, extreme(binary, true), magnitude(binary));
            case MAXIMUM -> sum.add(isNegative, extreme(binary, false), magnitude(binary));
            case AND, OR, XOR, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                throw new IllegalStateException(binary.operator() + " gives a bit");
        }
    }

    private void collect(Affine affine, int factor, Sum sum) {
        sum.add((long) factor * affine.constant());
        if (affine.features() != 0) {
            repeat(factor * affine.features(), sum, scheduling.features(), Magnitude.of(Polynomial.FEATURES));
        }
        if (affine.examples() != 0) {
            repeat(factor * affine.examples(), sum, scheduling.examples(), Magnitude.of(Polynomial.EXAMPLES));
        }
        for (Map.Entry<Variable, Integer> loop : affine.loops().entrySet()) {
            repeat(
                    factor * loop.getValue(),
                    sum,
                    scheduling.counter(loop.getKey()),
                    scheduling.hull().magnitude(loop.getKey()));
        }
    }

    private static void repeat(int times, Sum sum, Register number, Magnitude size) {
        for (int i = 0; i < Math.abs(times); i++) {
            sum.add(times < 0, number, size);
        }
    }

    private static int magnitude(Type type) {
        return Math.max(Math.abs(type.low()), Math.abs(type.high()));
    }

    private static Magnitude magnitude(Variable variable) {
        return magnitude(variable.type(), variable.initial());
    }

    private static Magnitude magnitude(Expression expression) {
        return magnitude(expression.type(), 0);
    }

    private static Magnitude magnitude(Type type, int other) {
        return switch (type) {
            case Type.Wide wide ->
                Magnitude.of(wide.smallest()).max(Magnitude.of(wide.largest())).plus(Magnitude.of(other));
            case Type.Bit bit -> Magnitude.of(1);
            case Type.Ranged ranged -> Magnitude.of(magnitude(ranged));
            case Type.Enumeration enumeration -> Magnitude.of(magnitude(enumeration));
        };
    }

    /** A number that holds the value of the chosen expression. */
    private Register chosen(Expression.Conditional conditional) {
        Term condition = scheduling.values().held(conditional.condition(), true);
        Register number = scheduling.temporaryNumber("choice");
        evaluate(conditional.whenFalse());
        put(number, Terms.TRUE);
        evaluate(conditional.whenTrue());
        put(number, condition);
        return number;
    }

    private Register extreme(Expression.Binary binary, boolean least) {
        Register number = scheduling.temporaryNumber("extreme");
        Register other = scheduling.temporaryNumber("other");
        evaluate(binary.left());
        put(number, Terms.TRUE);
        evaluate(binary.right());
        put(other, Terms.TRUE);
        Sum difference = new Sum();
        Magnitude size = magnitude(binary.left()).plus(magnitude(binary.right()));
        difference.add(least, number, size);
        difference.add(!least, other, size);
        emit(difference);
        // With least: other − number is negative; else number − other is.
        Term isOther = sign();
        evaluate(other, size);
        put(number, isOther);
        return number;
    }

    private void evaluate(Register number, Magnitude size) {
        Sum sum = new Sum();
        sum.add(false, number, size);
        emit(sum);
    }

    private Register clamped(Expression.Clamp clamp) {
        if (!(clamp.type() instanceof Type.Wide wide)) {
            throw new IllegalStateException("a finite value is not computed in the accumulator");
        }
        Register number = scheduling.temporaryNumber("clamped");
        Magnitude size =
                magnitude(clamp.operand()).plus(Magnitude.of(wide.smallest())).plus(Magnitude.of(wide.largest()));
        evaluate(clamp.operand());
        put(number, Terms.TRUE);
        limit(number, affine(wide.smallest()), false, size);
        limit(number, affine(wide.largest()), true, size);
        return number;
    }

    /** Gives a number the value of a bound that it is beyond. */
    private void limit(Register number, Affine bound, boolean isLargest, Magnitude size) {
        Sum difference = new Sum();
        difference.add(isLargest, number, size);
        collect(bound, isLargest ? 1 : -1, difference);
        emit(difference);
        Term isBeyond = sign();
        evaluate(bound);
        put(number, isBeyond);
    }

    /** A declared bound; only inferred ones have products of sizes in them, and nothing is clamped to those. */
    private static Affine affine(Polynomial bound) {
        return Affine.ofPolynomial(bound)
                .orElseThrow(() -> new IllegalStateException("a declared bound that is a product: " + bound));
    }

    /**
     * A register that has the value of a wide expression, which becomes the nearest value of {@code type} where it is not
     * one.
     */
    Term narrowed(Expression expression, Type type) {
        int span = type.high() - type.low();
        Register rest = scheduling.temporaryNumber("rest");
        Magnitude size = magnitude(expression.type(), 0).plus(Magnitude.of(2L * span + Math.abs((long) type.low())));
        Sum sum = new Sum();
        collect(expression, false, sum);
        sum.add(-(long) type.low());
        emit(sum);
        put(rest, Terms.TRUE);
        Term isBelow = sign();
        evaluate(Affine.constant(0));
        put(rest, isBelow);
        Sum above = new Sum();
        above.add(true, rest, size);
        above.add(span);
        emit(above);
        Term isAbove = sign();
        evaluate(Affine.constant(span));
        put(rest, isAbove);
        Register value = scheduling.temporary("value", type);
        scheduling.values().set(value, Terms.constant(type.low()));
        for (int bit = Integer.highestOneBit(Math.max(1, span)); bit > 0; bit >>= 1) {
            Sum less = new Sum();
            less.add(false, rest, size);
            less.add(-bit);
            emit(less);
            Term isLess = sign();
            put(rest, Terms.not(isLess));
            Term more = Terms.binary(
                    BinaryOperator.MINIMUM,
                    Terms.constant(type.high()),
                    Terms.binary(BinaryOperator.ADD, Terms.read(value.field()), Terms.constant(bit)));
            scheduling.values().set(value, Terms.choice(isLess, Terms.read(value.field()), more));
        }
        return Terms.read(value.field());
    }

    /** Puts a sum into the accumulator. */
    private void emit(Sum sum) {
        scheduling.size().needsMagnitude(sum.magnitude.plus(Magnitude.of(1)));
        Emitter emitter = scheduling.emitter();
        List<Register> negative = numbers(sum, true);
        List<Register> positive = numbers(sum, false);
        // −a − b is computed as the complement of a + b, which is one less.
        long constant = sum.constant + (negative.isEmpty() ? 0 : 1);
        Order.Operation order = new Order.Clear();
        for (Register number : negative) {
            emitter.add(new Arithmetic(order, Optional.of(number.field()), Terms.constant(0), Terms.TRUE));
            order = new Order.None();
        }
        if (!negative.isEmpty()) {
            order = new Order.Complement();
        }
        for (Register number : positive) {
            emitter.add(new Arithmetic(order, Optional.of(number.field()), Terms.constant(0), Terms.TRUE));
            order = new Order.None();
        }
        if (!(order instanceof Order.None)) {
            emitter.add(Arithmetic.of(order));
        }
        for (Summand summand : sum.summands) {
            if (summand.number.isEmpty()) {
                emitter.add(Arithmetic.addition(
                        summand.isNegative
                                ? Terms.binary(BinaryOperator.SUBTRACT, Terms.constant(0), summand.small)
                                : summand.small,
                        Terms.TRUE));
            }
        }
        add(constant);
    }

    private static List<Register> numbers(Sum sum, boolean isNegative) {
        return sum.summands.stream()
                .filter(summand -> summand.isNegative == isNegative)
                .flatMap(summand -> summand.number.stream())
                .toList();
    }
}
