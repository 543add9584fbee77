package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random learners that use the whole language as they like: wide integers, arrays of every shape, indices that depend on
 * data, nests up to three deep, in both directions, over features, columns and examples, with jumps and procedures. Most
 * are programs that the checker accepts.
 */
public final class FreeProgramGenerator {
    private static final int MOST_STATEMENTS = 6;
    private static final int FEW_STATEMENTS = 2;

    private final int size;
    private final Choice choice;
    private final FreeExpressions expressions;
    private final List<Kind> kinds;
    private final boolean hasExamples;
    private final FreeStatements statements;
    private final Text text = new Text();
    /** Says how many examples there have been that it counts; each of them finds its own row by it. */
    private final Optional<String> counter;

    private FreeProgramGenerator(Choice choice, int size) {
        this.size = size;
        this.choice = choice;
        this.expressions = new FreeExpressions(choice);
        this.hasExamples = choice.chance(0.4);
        this.counter = hasExamples && choice.chance(0.4) ? Optional.of("count") : Optional.empty();
        this.kinds = kinds();
        this.statements = new FreeStatements(choice, expressions, kinds);
    }

    /** The text of the program with the given number; the same number always gives the same program. */
    public static String program(long seed) {
        Choice choice = new Choice(new SplittableRandom(seed));
        return new FreeProgramGenerator(choice, choice.between(FEW_STATEMENTS + 1, MOST_STATEMENTS)).write();
    }

    /** The same for programs that are so short that a network of one is soon made. */
    public static String shortProgram(long seed) {
        return new FreeProgramGenerator(new Choice(new SplittableRandom(seed)), FEW_STATEMENTS).write();
    }

    private List<Kind> kinds() {
        List<Kind> some = new ArrayList<>(List.of(new Kind.Bit(), new Kind.Bit()));
        if (choice.chance(0.4)) {
            int low = choice.between(-3, 1);
            some.add(new Kind.Small(low, low + choice.between(1, 5)));
        }
        if (choice.chance(0.25)) {
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
        for (int i = choice.of(0, 0, 0, 1, 2); i > 0; i--) {
            procedure("step" + i, memory);
        }
        text.open("learn (example v)");
        learn(memory);
        text.close();
        text.open("predict (query v)");
        Environment atEnd = statements.block(routine(memory, false), size, text);
        text.line("return " + expressions.bit(atEnd, 3) + ";");
        text.close();
        text.close();
        return text.toString();
    }

    private Environment routine(List<Variable> memory, boolean isLearning) {
        Variable example = new Variable("v", Nature.BIT, List.of(Extent.COLUMNS), false, false);
        Environment environment =
                new Environment(memory, List.of(), hasExamples, isLearning, !isLearning, 0).with(example);
        Extent counted = isLearning ? Extent.EXAMPLES : Extent.EXAMPLES_AND_ONE;
        return counter.map(
                        name -> environment.with(new Variable(name, new Nature.Cursor(counted), List.of(), true, true)))
                .orElse(environment);
    }

    private void learn(List<Variable> memory) {
        Environment atEnd = statements.block(routine(memory, true), size, text);
        counter.ifPresent(name -> {
            boolean isForSome = choice.chance(0.4);
            if (isForSome) {
                text.open("if " + expressions.bit(atEnd, 2));
            }
            text.line(name + " += 1;");
            if (isForSome) {
                text.close();
            }
        });
    }

    private List<Variable> memory() {
        List<Variable> memory = new ArrayList<>();
        int count = choice.between(1, 4);
        for (int i = 0; i < count; i++) {
            Nature nature = statements.nature(hasExamples);
            Variable variable = new Variable("m" + i, nature, statements.dimensions(hasExamples, 3), true, false);
            boolean isGiven = choice.chance(0.5) || (nature instanceof Nature.Finite finite && !finite.hasZero());
            text.line("memory " + FreeStatements.declaration(variable)
                    + (isGiven ? " = " + nature.constant(choice) : "") + ";");
            memory.add(variable);
        }
        counter.ifPresent(name -> text.line("memory int 0..m " + name + ";"));
        return memory;
    }

    private void procedure(String name, List<Variable> memory) {
        boolean changesMemory = choice.chance(0.5);
        List<FreeProcedure.Parameter> parameters = new ArrayList<>(List.of(new FreeProcedure.Example("v")));
        for (int i = choice.between(0, 2); i > 0; i--) {
            parameters.add(
                    switch (choice.between(0, 2)) {
                        case 0 -> new FreeProcedure.Value("p" + i, new Nature.Finite(choice.of(kinds)));
                        case 1 -> new FreeProcedure.Number("p" + i, choice.of(Extent.FEATURES, Extent.COLUMNS));
                        default -> new FreeProcedure.Array("p" + i, Nature.BIT, Extent.COLUMNS);
                    });
        }
        FreeProcedure procedure = new FreeProcedure(name, List.copyOf(parameters), changesMemory);
        text.open(procedure.head());
        Environment outside = new Environment(memory, List.of(), hasExamples, changesMemory, false, 0);
        statements.block(procedure.declare(outside), size - 1, text);
        text.close();
        statements.add(procedure);
    }
}
