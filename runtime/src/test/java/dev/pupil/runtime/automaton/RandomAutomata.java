package dev.pupil.runtime.automaton;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.size.SizeExpression;
import java.util.Optional;
import java.util.Random;

/** Automata without any sense in them: bits and a small integer, with random terms. */
public final class RandomAutomata {
    private static final ImmutableList<String> BITS = ImmutableList.of("p", "q", "r");
    private static final String NUMBER = "number";
    private static final int LOW = -3;
    private static final int HIGH = 4;
    private static final Origin NOWHERE = new Origin("test", Optional.empty());

    private final Random random;

    /** Automata drawn with {@code random}. */
    public RandomAutomata(Random random) {
        this.random = random;
    }

    /** The next automaton. */
    public Automaton next() {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.add(field(Automaton.INSIDE, 0, 1, 0, new Term.Constant(1)));
        for (String bit : BITS) {
            fields.add(field(bit, 0, 1, random.nextInt(2), bit(5)));
        }
        fields.add(field(NUMBER, LOW, HIGH, LOW + random.nextInt(HIGH - LOW + 1), clamped(number(4))));
        return automaton(fields.build());
    }

    static Automaton automaton(ImmutableList<Field> fields) {
        return new Automaton(
                "random",
                fields,
                ImmutableList.of(),
                new Automaton.Head("p", "q", "r"),
                new Automaton.Geometry(
                        SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1), SizeExpression.of(3, 3, 5)));
    }

    static Field field(String name, int low, int high, int rest, Term next) {
        return new Field(name, "", low, high, rest, next, NOWHERE);
    }

    private Term bit(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 9)) {
            case 0 -> new Term.Constant(random.nextInt(2));
            case 1 -> new Term.Lane(random.nextInt(4) - 1);
            case 2 -> new Term.Read(BITS.get(random.nextInt(BITS.size())), offset());
            case 3 -> new Term.Not(bit(depth - 1));
            case 4 -> new Term.Choice(bit(depth - 1), bit(depth - 1), bit(depth - 1));
            case 5 -> comparison(depth);
            default -> connective(depth);
        };
    }

    private Term connective(int depth) {
        BinaryOperator[] operators = {BinaryOperator.AND, BinaryOperator.OR, BinaryOperator.XOR};
        return new Term.Binary(operators[random.nextInt(operators.length)], bit(depth - 1), bit(depth - 1));
    }

    private Term comparison(int depth) {
        BinaryOperator[] operators = {
            BinaryOperator.EQUAL,
            BinaryOperator.NOT_EQUAL,
            BinaryOperator.LESS,
            BinaryOperator.LESS_OR_EQUAL,
            BinaryOperator.GREATER,
            BinaryOperator.GREATER_OR_EQUAL
        };
        return new Term.Binary(operators[random.nextInt(operators.length)], number(depth - 1), number(depth - 1));
    }

    private Term number(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextBoolean() ? new Term.Read(NUMBER, offset()) : new Term.Constant(random.nextInt(7) - 3);
        }
        BinaryOperator[] operators = {
            BinaryOperator.ADD, BinaryOperator.SUBTRACT, BinaryOperator.MINIMUM, BinaryOperator.MAXIMUM
        };
        return random.nextBoolean()
                ? new Term.Choice(bit(depth - 1), number(depth - 1), number(depth - 1))
                : new Term.Binary(operators[random.nextInt(operators.length)], number(depth - 1), number(depth - 1));
    }

    private static Term clamped(Term number) {
        return new Term.Binary(
                BinaryOperator.MAXIMUM,
                new Term.Constant(LOW),
                new Term.Binary(BinaryOperator.MINIMUM, new Term.Constant(HIGH), number));
    }

    private Offset offset() {
        return new Offset(random.nextInt(3) - 1, random.nextInt(3) - 1);
    }
}
