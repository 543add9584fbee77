package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Index;
import dev.pupil.verify.trial.random.Environment.Place;
import dev.pupil.verify.trial.random.Environment.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random statements that go wherever they like. */
final class FreeStatements {
    private static final int MOST_LOOPS = 3;

    private final Choice choice;
    private final FreeExpressions expressions;
    private final List<Kind> kinds;
    private final List<FreeProcedure> procedures = new ArrayList<>();
    private int locals;

    FreeStatements(Choice choice, FreeExpressions expressions, List<Kind> kinds) {
        this.choice = choice;
        this.expressions = expressions;
        this.kinds = kinds;
    }

    /** Says that a procedure can be called from now on. */
    void add(FreeProcedure procedure) {
        procedures.add(procedure);
    }

    /**
     * A block's statements.
     *
     * @param size how much there may be in it
     * @return what can be used after them
     */
    Environment block(Environment outer, int size, Text text) {
        Environment environment = outer;
        for (int i = choice.between(1, Math.max(1, size)); i > 0; i--) {
            if (choice.chance(0.2)) {
                environment = declare(environment, text);
            } else {
                statement(environment, size - 1, text);
            }
        }
        if (choice.chance(0.2)) {
            jump(environment, text);
        }
        return environment;
    }

    private void jump(Environment environment, Text text) {
        List<String> jumps = new ArrayList<>();
        if (environment.loops() > 0) {
            jumps.add("break;");
            jumps.add("continue;");
        }
        if (environment.canReturn()) {
            jumps.add("return " + expressions.bit(environment, 1) + ";");
        }
        if (jumps.isEmpty()) {
            return;
        }
        if (environment.loops() > 0 && choice.chance(0.1)) {
            text.line(choice.of(jumps));
            return;
        }
        text.open("if " + expressions.bit(environment, 2));
        text.line(choice.of(jumps));
        text.close();
    }

    /** Declares a local. */
    private Environment declare(Environment environment, Text text) {
        Nature nature = nature(environment.hasExamples());
        List<Extent> dimensions = choice.chance(0.25) ? dimensions(environment.hasExamples(), 2) : List.of();
        Variable variable = new Variable("x" + locals++, nature, dimensions, false, false);
        boolean isPlain = variable.isArray() || choice.chance(0.4);
        String initial = isPlain ? nature.constant(choice) : expressions.value(nature, environment, 2);
        boolean isLeftOut = choice.chance(0.1) && !(nature instanceof Nature.Finite finite && !finite.hasZero());
        text.line(declaration(variable) + (isLeftOut ? "" : " = " + initial) + ";");
        return environment.with(variable);
    }

    /** A variable's declaration without its initial value. */
    static String declaration(Variable variable) {
        StringBuilder text = new StringBuilder(variable.nature().type() + " " + variable.name());
        variable.dimensions()
                .forEach(extent -> text.append('[').append(extent.text()).append(']'));
        return text.toString();
    }

    /** What a variable may hold. */
    Nature nature(boolean hasExamples) {
        int nature = choice.between(0, 99);
        if (nature < 22) {
            return new Nature.Wide();
        }
        if (nature < 34) {
            return new Nature.Cursor(
                    hasExamples
                            ? choice.of(Extent.FEATURES, Extent.COLUMNS, Extent.EXAMPLES)
                            : choice.of(Extent.FEATURES, Extent.COLUMNS));
        }
        if (nature < 40) {
            return new Nature.Bounded(choice.of("0", "-1", "-d", "-3"), choice.of("d", "d + 2", "2 * d", "5"));
        }
        return new Nature.Finite(choice.of(kinds));
    }

    /** Dimensions of an array; none of a scalar. */
    List<Extent> dimensions(boolean hasExamples, int most) {
        List<Extent> dimensions = new ArrayList<>();
        int count = Math.min(most, choice.of(0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3));
        for (int i = 0; i < count; i++) {
            Extent extent = hasExamples && choice.chance(0.3)
                    ? choice.of(Extent.EXAMPLES, Extent.EXAMPLES, Extent.EXAMPLES_AND_ONE)
                    : choice.of(Extent.FEATURES, Extent.FEATURES, Extent.COLUMNS, Extent.TWO, Extent.THREE);
            dimensions.add(extent);
        }
        return List.copyOf(dimensions);
    }

    private void statement(Environment environment, int size, Text text) {
        int kind = choice.between(0, 19);
        if (kind < 4 && size > 0) {
            condition(environment, size, text);
        } else if (kind < 9 && size > 0 && environment.loops() < MOST_LOOPS) {
            loop(environment, size, text);
        } else if (kind < 11) {
            call(environment, text);
        } else {
            assign(environment, text);
        }
    }

    private void call(Environment environment, Text text) {
        Optional<String> call =
                procedures.isEmpty() ? Optional.empty() : choice.of(procedures).call(environment, expressions, choice);
        call.ifPresentOrElse(text::line, () -> assign(environment, text));
    }

    private void assign(Environment environment, Text text) {
        Place target = choice.of(environment.assignable(choice));
        Nature nature = target.variable().nature();
        if (nature instanceof Nature.Wide && choice.chance(0.7)) {
            String added = choice.chance(0.5) ? expressions.integer(environment, 2) : expressions.wide(environment, 2);
            text.line(target.text() + choice.of(" += ", " -= ") + added + ";");
        } else if (nature.equals(Nature.BIT) && choice.chance(0.3)) {
            text.line(target.text() + " " + choice.of("^=", "|=", "&=") + " " + expressions.bit(environment, 2) + ";");
        } else {
            text.line(target.text() + " = " + expressions.value(nature, environment, 2) + ";");
        }
    }

    private void condition(Environment environment, int size, Text text) {
        text.open("if " + (choice.chance(0.2) ? choice.of("v.label", "!v.label") : expressions.bit(environment, 2)));
        block(environment, size, text);
        if (choice.chance(0.1)) {
            text.orElse("if " + expressions.bit(environment, 1));
            block(environment, size, text);
        }
        if (choice.chance(0.4)) {
            text.orElse();
            block(environment, size, text);
        }
        text.close();
    }

    private void loop(Environment environment, int size, Text text) {
        Extent extent = environment.hasExamples()
                ? choice.of(
                        Extent.FEATURES,
                        Extent.FEATURES,
                        Extent.COLUMNS,
                        Extent.EXAMPLES,
                        Extent.EXAMPLES_AND_ONE,
                        Extent.TWO,
                        Extent.OTHER)
                : choice.of(Extent.FEATURES, Extent.FEATURES, Extent.COLUMNS, Extent.TWO, Extent.OTHER);
        List<String> lows = new ArrayList<>(List.of("0", "0", "0", "1"));
        List<String> highs = new ArrayList<>(List.of(extent.text(), extent.text(), extent.text(), extent.last()));
        if (extent == Extent.OTHER) {
            lows.addAll(List.of("-1", "2"));
            highs.addAll(List.of("5", "d - 2"));
        }
        for (Index index : environment.indices()) {
            if (index.extent() == extent) {
                lows.add(index.text());
                lows.add(index.text() + " + 1");
                highs.add(index.text());
                highs.add(index.text() + " + 1");
            } else if (extent == Extent.OTHER) {
                lows.add("2 * " + index.text());
                highs.addAll(List.of("d + " + index.text(), index.text() + " + 2", "d - " + index.text()));
            }
        }
        String variable = "i" + text.depth();
        String low = choice.of(lows);
        text.open("for " + variable + choice.of(" in ", " in ", " down ") + low + ".." + choice.of(highs));
        Environment body = environment.inLoop().with(new Index(variable, extent));
        boolean isBehindOther = environment.indices().contains(new Index(low, extent));
        block(isBehindOther ? body.with(new Index("(" + variable + " - " + low + ")", extent)) : body, size, text);
        text.close();
    }
}
