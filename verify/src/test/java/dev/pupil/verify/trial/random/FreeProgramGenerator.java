package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Variable;
import dev.pupil.verify.trial.random.Environment.Variable.Nature;
import dev.pupil.verify.trial.random.FreeStatements.Procedure;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random learners that use the whole language as they like: wide integers, arrays of every shape, indices that depend on
 * data, nests up to three deep, in both directions, over features, columns and examples, with jumps and procedures. Most
 * are programs that the checker accepts.
 */
public final class FreeProgramGenerator {
    private static final int STATEMENTS = 4;

    private final Choice choice;
    private final List<Kind> kinds;
    private final boolean hasExamples;
    private final FreeStatements statements;
    private final Text text = new Text();

    private FreeProgramGenerator(long seed) {
        this.choice = new Choice(new SplittableRandom(seed));
        this.hasExamples = choice.chance(0.4);
        this.kinds = kinds();
        this.statements = new FreeStatements(choice, kinds);
    }

    /** The text of the program with the given number; the same number always gives the same program. */
    public static String program(long seed) {
        return new FreeProgramGenerator(seed).write();
    }

    private List<Kind> kinds() {
        List<Kind> some = new ArrayList<>(List.of(new Kind.Bit(), new Kind.Bit()));
        if (choice.chance(0.4)) {
            int low = choice.between(-2, 1);
            some.add(new Kind.Small(low, low + choice.between(1, 4)));
        }
        if (choice.chance(0.2)) {
            some.add(new Kind.Enumeration("colour", List.of("red", "green", "blue")));
        }
        return List.copyOf(some);
    }

    private String write() {
        text.open("learner random(d features" + (hasExamples ? ", m examples)" : ")"));
        for (Kind kind : kinds) {
            if (kind instanceof Kind.Enumeration enumeration) {
                text.line("enum " + enumeration.text() + " { " + String.join(", ", enumeration.constants()) + " }");
            }
        }
        List<Variable> memory = memory();
        List<Procedure> procedures = procedures(memory);
        text.open("learn (example v)");
        statements.block(environment(memory, true, false), STATEMENTS, procedures, text);
        text.close();
        text.open("predict (query v)");
        Environment atEnd = statements.block(environment(memory, false, true), STATEMENTS, procedures, text);
        statements.answer(atEnd, text);
        text.close();
        text.close();
        return text.toString();
    }

    private Environment environment(List<Variable> memory, boolean canChangeMemory, boolean canReturn) {
        Variable example = new Variable("v", new Nature.Finite(new Kind.Bit()), List.of(Extent.COLUMNS), false, false);
        return new Environment(memory, List.of(), hasExamples, canChangeMemory, canReturn, 0).with(example);
    }

    private List<Variable> memory() {
        List<Variable> memory = new ArrayList<>();
        int count = choice.between(1, 4);
        for (int i = 0; i < count; i++) {
            Nature nature = statements.nature(hasExamples);
            List<Extent> dimensions = nature instanceof Nature.Cursor ? List.of() : dimensions();
            String name = "m" + i;
            String initial = choice.chance(0.5) ? statements.constant(nature) : "";
            boolean isNeeded = nature instanceof Nature.Finite finite
                    && finite.kind() instanceof Kind.Small small
                    && (small.low() > 0 || small.high() < 0);
            text.line("memory " + FreeStatements.type(nature) + " " + name + FreeStatements.brackets(dimensions)
                    + (initial.isEmpty() && !isNeeded
                            ? ""
                            : " = " + (initial.isEmpty() ? statements.constant(nature) : initial))
                    + ";");
            memory.add(new Variable(name, nature, dimensions, true, false));
        }
        return memory;
    }

    private List<Extent> dimensions() {
        List<Extent> dimensions = new ArrayList<>();
        int count = choice.of(0, 0, 1, 1, 1, 2, 2, 3);
        for (int i = 0; i < count; i++) {
            dimensions.add(
                    hasExamples && choice.chance(0.3)
                            ? Extent.EXAMPLES
                            : choice.of(Extent.FEATURES, Extent.FEATURES, Extent.COLUMNS, Extent.TWO, Extent.THREE));
        }
        return List.copyOf(dimensions);
    }

    private List<Procedure> procedures(List<Variable> memory) {
        List<Procedure> procedures = new ArrayList<>();
        if (choice.chance(0.25)) {
            boolean changesMemory = choice.chance(0.5);
            text.open("procedure step(example v, bit p)");
            Variable parameter = new Variable("p", new Nature.Finite(new Kind.Bit()), List.of(), false, true);
            statements.block(
                    environment(memory, changesMemory, false).with(parameter), STATEMENTS - 1, List.of(), text);
            text.close();
            procedures.add(new Procedure("step", changesMemory));
        }
        return procedures;
    }
}
