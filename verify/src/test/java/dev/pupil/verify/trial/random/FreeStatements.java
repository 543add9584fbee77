package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Index;
import dev.pupil.verify.trial.random.Environment.Place;
import dev.pupil.verify.trial.random.Environment.Variable;
import dev.pupil.verify.trial.random.Environment.Variable.Nature;
import java.util.ArrayList;
import java.util.List;

/** Random statements that go wherever they like. */
final class FreeStatements {
    private static final int MOST_LOOPS = 3;

    private final Choice choice;
    private final FreeExpressions expressions;
    private final List<Kind> kinds;
    private int locals;

    FreeStatements(Choice choice, List<Kind> kinds) {
        this.choice = choice;
        this.expressions = new FreeExpressions(choice);
        this.kinds = kinds;
    }

    /** A procedure that is given the example and a bit. */
    record Procedure(String name, boolean changesMemory) {}

    /**
     * A block's statements.
     *
     * @param size how much there may be in it
     * @return what can be used after them
     */
    Environment block(Environment outer, int size, List<Procedure> procedures, Text text) {
        Environment environment = outer;
        for (int i = choice.between(1, Math.max(1, size)); i > 0; i--) {
            if (choice.chance(0.2)) {
                environment = declare(environment, text);
            } else {
                statement(environment, size - 1, procedures, text);
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
        if (!jumps.isEmpty()) {
            text.open("if " + expressions.bit(environment, 2));
            text.line(choice.of(jumps));
            text.close();
        }
    }

    /** Declares a local. */
    Environment declare(Environment environment, Text text) {
        Nature nature = nature(environment.hasExamples());
        List<Extent> dimensions = choice.chance(0.2) ? List.of(choice.of(Extent.FEATURES, Extent.COLUMNS)) : List.of();
        String name = "x" + locals++;
        boolean isPlain = !dimensions.isEmpty() || choice.chance(0.4);
        String initial = isPlain ? constant(nature) : expressions.value(nature, environment, 2);
        text.line(type(nature) + " " + name + brackets(dimensions) + " = " + initial + ";");
        return environment.with(new Variable(name, nature, dimensions, false, false));
    }

    /** What a variable may hold. */
    Nature nature(boolean hasExamples) {
        if (choice.chance(0.25)) {
            return new Nature.Wide();
        }
        if (choice.chance(0.12)) {
            return new Nature.Cursor(
                    hasExamples ? choice.of(Extent.FEATURES, Extent.COLUMNS, Extent.EXAMPLES) : Extent.FEATURES);
        }
        return new Nature.Finite(choice.of(kinds));
    }

    static String brackets(List<Extent> dimensions) {
        StringBuilder text = new StringBuilder();
        dimensions.forEach(extent -> text.append('[').append(extent.text()).append(']'));
        return text.toString();
    }

    static String type(Nature nature) {
        return switch (nature) {
            case Nature.Wide wide -> "int";
            case Nature.Cursor cursor ->
                switch (cursor.extent()) {
                    case FEATURES -> "int 0..d - 1";
                    case COLUMNS -> "int 0..d";
                    case EXAMPLES -> "int 0..m - 1";
                    case TWO -> "int 0..1";
                    case THREE -> "int 0..2";
                };
            case Nature.Finite finite -> finite.kind().text();
        };
    }

    /** A value that a variable can start with. */
    String constant(Nature nature) {
        return switch (nature) {
            case Nature.Wide wide -> "" + choice.between(-3, 9);
            case Nature.Cursor cursor -> "0";
            case Nature.Finite finite ->
                switch (finite.kind()) {
                    case Kind.Bit bit -> "" + choice.between(0, 1);
                    case Kind.Small small -> "" + choice.between(small.low(), small.high());
                    case Kind.Enumeration enumeration -> choice.of(enumeration.constants());
                };
        };
    }

    private void statement(Environment environment, int size, List<Procedure> procedures, Text text) {
        int kind = choice.between(0, 19);
        if (kind < 4 && size > 0) {
            condition(environment, size, procedures, text);
        } else if (kind < 9 && size > 0 && environment.loops() < MOST_LOOPS) {
            loop(environment, size, procedures, text);
        } else if (kind == 9) {
            call(environment, procedures, text);
        } else {
            assign(environment, text);
        }
    }

    private void call(Environment environment, List<Procedure> procedures, Text text) {
        List<Procedure> callable = procedures.stream()
                .filter(procedure -> environment.canChangeMemory() || !procedure.changesMemory())
                .toList();
        if (callable.isEmpty()) {
            assign(environment, text);
        } else {
            text.line(choice.of(callable).name() + "(v, " + expressions.bit(environment, 1) + ");");
        }
    }

    private void assign(Environment environment, Text text) {
        Place target = choice.of(environment.assignable(choice));
        Nature nature = target.variable().nature();
        if (nature instanceof Nature.Wide && choice.chance(0.7)) {
            text.line(target.text() + choice.of(" += ", " -= ") + expressions.integer(environment, 2) + ";");
        } else if (nature.equals(new Nature.Finite(new Kind.Bit())) && choice.chance(0.3)) {
            text.line(target.text() + " " + choice.of("^=", "|=", "&=") + " " + expressions.bit(environment, 2) + ";");
        } else {
            text.line(target.text() + " = " + expressions.value(nature, environment, 2) + ";");
        }
    }

    private void condition(Environment environment, int size, List<Procedure> procedures, Text text) {
        text.open("if " + (choice.chance(0.2) ? choice.of("v.label", "!v.label") : expressions.bit(environment, 2)));
        block(environment, size, procedures, text);
        if (choice.chance(0.4)) {
            text.orElse();
            block(environment, size, procedures, text);
        }
        text.close();
    }

    private void loop(Environment environment, int size, List<Procedure> procedures, Text text) {
        Extent extent = environment.hasExamples()
                ? choice.of(Extent.FEATURES, Extent.FEATURES, Extent.COLUMNS, Extent.EXAMPLES, Extent.TWO)
                : choice.of(Extent.FEATURES, Extent.FEATURES, Extent.COLUMNS, Extent.TWO);
        List<String> lows = new ArrayList<>(List.of("0", "0", "0", "1"));
        List<String> highs = new ArrayList<>(List.of(extent.text(), extent.text(), extent.text()));
        for (Index index : environment.indices()) {
            if (index.extent() == extent) {
                lows.add(index.text());
                lows.add(index.text() + " + 1");
                highs.add(index.text());
                highs.add(index.text() + " + 1");
            }
        }
        String variable = "i" + text.depth();
        text.open("for " + variable + choice.of(" in ", " in ", " down ") + choice.of(lows) + ".." + choice.of(highs));
        block(environment.in(new Index(variable, extent)), size, procedures, text);
        text.close();
    }

    /** A prediction. */
    void answer(Environment environment, Text text) {
        text.line("return " + expressions.bit(environment, 3) + ";");
    }
}
