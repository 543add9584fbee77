package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Name.Shape;
import dev.pupil.verify.trial.random.StatementGenerator.Procedure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random learners: vectors and matrices in memory, loops over rows and columns, jumps, small integers, enumerations,
 * procedures, and values that go from row to row. Most are programs that the checker accepts; many of those can be
 * lowered, and the others are near misses.
 */
public final class ProgramGenerator {
    private static final int STATEMENTS = 3;

    private final Choice choice;
    private final List<Kind> kinds;
    private final boolean hasRows;
    private final boolean isDown;
    private final boolean isPartOfSequence;
    private final StatementGenerator statements;
    private final Text text = new Text();

    private ProgramGenerator(long seed, boolean isPartOfSequence) {
        this.isPartOfSequence = isPartOfSequence;
        this.choice = new Choice(new SplittableRandom(seed));
        this.hasRows = choice.chance(0.5);
        this.kinds = kinds();
        this.isDown = choice.chance(0.35);
        this.statements = new StatementGenerator(choice, kinds);
    }

    /** The text of the program with the given number; the same number always gives the same program. */
    public static String program(long seed) {
        return new ProgramGenerator(seed, false).write();
    }

    /**
     * The same program, but what it does with an example depends on a sum that has to be known before, so that all that
     * is a wave in it has its place in a sequence of instructions.
     */
    public static String sequence(long seed) {
        return new ProgramGenerator(seed, true).write();
    }

    private List<Kind> kinds() {
        List<Kind> some = new ArrayList<>(List.of(new Kind.Bit(), new Kind.Bit()));
        if (choice.chance(0.4)) {
            int low = choice.between(-2, 1);
            some.add(new Kind.Small(low, low + choice.between(1, 4)));
        }
        if (choice.chance(0.25)) {
            some.add(new Kind.Enumeration("colour", List.of("red", "green", "blue")));
        }
        return List.copyOf(some);
    }

    private String write() {
        text.open("learner random(d features)");
        for (Kind kind : kinds) {
            if (kind instanceof Kind.Enumeration enumeration) {
                text.line("enum " + enumeration.text() + " { " + String.join(", ", enumeration.constants()) + " }");
            }
        }
        List<Name> memory = memory();
        List<Procedure> procedures = procedures(memory);
        if (isPartOfSequence) {
            text.line("memory int most;");
        }
        text.open("learn (example v)");
        condition();
        routine(scope(memory, false, false), procedures);
        if (isPartOfSequence) {
            text.close();
            text.line("most = max(most, ones);");
        }
        text.close();
        text.open("predict (query v)");
        condition();
        statements.answer(routine(scope(memory, true, false), procedures), text);
        if (isPartOfSequence) {
            text.close();
            text.line("return ones == most;");
        }
        text.close();
        text.close();
        return text.toString();
    }

    /** Opens a block for examples with at least as many ones, or about as many, as any before. */
    private void condition() {
        if (isPartOfSequence) {
            text.line("int ones = 0;");
            text.line("for j in 0..d { ones += v[j]; }");
            text.open("if ones + 1 >= most");
        }
    }

    private Scope scope(List<Name> names, boolean inPredict, boolean inProcedure) {
        return new Scope(
                names,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                inPredict,
                inProcedure,
                new Discipline(choice, isDown));
    }

    private List<Name> memory() {
        List<Name> memory = new ArrayList<>();
        int count = choice.between(0, 4);
        for (int i = 0; i < count; i++) {
            Kind kind = choice.of(kinds);
            Shape shape = shape();
            String name = "m" + i;
            String initial = switch (kind) {
                case Kind.Bit bit -> choice.chance(0.3) ? " = 1" : "";
                case Kind.Small small -> " = " + choice.between(small.low(), small.high());
                case Kind.Enumeration enumeration -> " = " + choice.of(enumeration.constants());
            };
            text.line("memory " + kind.text() + " " + name + shape.dimensions() + initial + ";");
            memory.add(new Name(name, kind, shape, hasRows && choice.chance(0.8), true));
        }
        return memory;
    }

    private Shape shape() {
        return hasRows && choice.chance(0.7)
                ? choice.of(Shape.MATRIX, Shape.WIDE_MATRIX, Shape.WIDE_MATRIX, Shape.MATRIX_OF_TWO, Shape.FEATURES)
                : choice.of(
                        Shape.SCALAR,
                        Shape.FEATURES,
                        Shape.FEATURES,
                        Shape.COLUMNS,
                        Shape.CONSTANT,
                        Shape.FEATURES_OF_TWO,
                        Shape.TWO_OF_COLUMNS);
    }

    private List<Procedure> procedures(List<Name> memory) {
        List<Procedure> procedures = new ArrayList<>();
        if (choice.chance(0.2)) {
            boolean changesMemory = choice.chance(0.5);
            text.open("procedure step(example v, bit p)");
            // A parameter can be read only, as memory in predict can.
            Name parameter = new Name("p", new Kind.Bit(), Shape.SCALAR, false, true);
            Scope scope = scope(memory, !changesMemory, true);
            statements.block(changesMemory ? scope : scope.with(parameter), STATEMENTS, List.of(), text);
            text.close();
            procedures.add(new Procedure("step", changesMemory));
        }
        return procedures;
    }

    /** The statements of {@code learn} or {@code predict}, and what can be used after them. */
    private Scope routine(Scope start, List<Procedure> procedures) {
        Scope scope = start;
        for (int i = choice.between(0, 2); i > 0; i--) {
            scope = statements.declare(scope, hasRows, text);
        }
        if (!hasRows) {
            statements.block(scope, STATEMENTS + 1, procedures, text);
            return scope;
        }
        if (choice.chance(0.3)) {
            statements.block(scope, STATEMENTS - 1, procedures, text);
        }
        statements.rows(scope, STATEMENTS + 1, text);
        if (choice.chance(0.05)) {
            statements.rows(scope, STATEMENTS - 1, text);
        }
        scope.discipline().leaveRows();
        if (choice.chance(0.15)) {
            statements.block(scope, 1, List.of(), text);
        }
        return scope;
    }
}
