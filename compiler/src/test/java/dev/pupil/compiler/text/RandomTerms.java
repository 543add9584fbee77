package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import java.util.Random;

/** Terms of every shape, whether or not they make sense, over names that are hard to write down. */
final class RandomTerms {
    /** Plain names, words of the text forms, and names that no identifier may be. */
    static final ImmutableList<String> NAMES = ImmutableList.of(
            "p",
            "up.v",
            "started#2",
            "_",
            "lane",
            "everywhere",
            "min",
            "max",
            "field",
            "next",
            "label|carry.k",
            "",
            " ",
            "1",
            "`",
            "\\",
            "\\n",
            "\"quoted\"",
            "two\r\nlines",
            "\u0000",
            "\u202e",
            "na\u00efve",
            "\ud83d\ude00",
            "\udead",
            "// no comment");

    private final Random random;

    RandomTerms(Random random) {
        this.random = random;
    }

    /** A term nested at most {@code depth} deep. */
    Term next(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 9)) {
            case 0 -> new Term.Constant(constant());
            case 1 -> new Term.Lane(random.nextInt(4) - 1);
            case 2 -> new Term.Read(name(), offset());
            case 3 -> new Term.Not(next(depth - 1));
            case 4, 5 -> new Term.Choice(next(depth - 1), next(depth - 1), next(depth - 1));
            default -> {
                BinaryOperator[] operators = BinaryOperator.values();
                yield new Term.Binary(operators[random.nextInt(operators.length)], next(depth - 1), next(depth - 1));
            }
        };
    }

    private int constant() {
        return switch (random.nextInt(20)) {
            case 0 -> Integer.MIN_VALUE;
            case 1 -> Integer.MAX_VALUE;
            default -> random.nextInt(7) - 3;
        };
    }

    /** A name, mostly a plain one. */
    String name() {
        return NAMES.get(random.nextInt(random.nextBoolean() ? 3 : NAMES.size()));
    }

    /** One of the nine taps. */
    Offset offset() {
        return new Offset(random.nextInt(3) - 1, random.nextInt(3) - 1);
    }
}
