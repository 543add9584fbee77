package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints a typed program as Pupil source in one canonical form, which checks to the same program: procedures are
 * inlined, every range is written out where it can be, and every local is declared where it first gets a value, or at
 * the start of its body. Two variables that would share a name get different ones.
 */
public final class ProgramPrinter {
    private static final String INDENT = "    ";

    private final Program program;
    private final TypePrinter types;
    private final ImmutableSet<String> reserved;
    private final StringBuilder text = new StringBuilder();
    private Names names;
    private Declarations declarations = Declarations.none();

    private ProgramPrinter(Program program) {
        this.program = program;
        this.types = new TypePrinter(program.featuresName(), program.examplesName());
        this.reserved = Names.ofEnumerations(program);
        this.names = Names.reserving(reserved);
    }

    /** The program's canonical text, with a line end at its end. */
    public static String print(Program program) {
        return new ProgramPrinter(program).print();
    }

    private String print() {
        documentation();
        String examples = program.examplesName().isEmpty() ? "" : ", " + program.examplesName() + " examples";
        line(0, "learner " + program.name() + "(" + program.featuresName() + " features" + examples + ") {");
        Names global = Names.reserving(reserved).reserve(program.featuresName()).reserve(program.examplesName());
        for (Variable variable : program.memory()) {
            global = global.declare(variable);
        }
        names = global;
        for (Variable variable : program.memory()) {
            line(1, "memory " + declaration(variable, initial(variable)));
        }
        body(global, "learn (example ", program.example(), program.learn());
        body(global, "predict (query ", program.query(), program.predict());
        line(0, "}");
        return text.toString();
    }

    private void documentation() {
        String documentation = program.documentation();
        if (documentation.isEmpty()) {
            return;
        }
        if (documentation.contains("\n") || documentation.startsWith("*")) {
            line(0, "/**");
            documentation.lines().forEach(each -> line(0, (" * " + each).stripTrailing()));
            line(0, " */");
        } else {
            line(0, "/** " + documentation + " */");
        }
    }

    private void body(Names global, String opening, Variable example, ImmutableList<Statement> statements) {
        text.append('\n');
        names = global.declare(example);
        declarations = Declarations.plan(statements);
        line(1, opening + names.of(example) + ") {");
        for (Variable variable : declarations.atStart()) {
            names = names.declare(variable);
            line(2, declaration(variable, initial(variable)));
        }
        block(statements, 2);
        line(1, "}");
    }

    private Optional<String> initial(Variable variable) {
        return variable.initial() == 0
                ? Optional.empty()
                : Optional.of(ExpressionPrinter.constant(variable.initial(), variable.type()));
    }

    private String declaration(Variable variable, Optional<String> initial) {
        String dimensions = variable.dimensions().stream()
                .map(dimension -> "[" + types.affine(dimension, names) + "]")
                .collect(Collectors.joining());
        return types.type(variable.type()) + " " + names.of(variable) + dimensions
                + initial.map(value -> " = " + value).orElse("") + ";";
    }

    private void block(List<Statement> statements, int depth) {
        Names outside = names;
        statements.forEach(statement -> statement(statement, depth));
        names = outside;
    }

    private void statement(Statement statement, int depth) {
        switch (statement) {
            case Statement.Assign assign -> line(depth, assignment(assign));
            case Statement.If branch -> branch(branch, depth, "");
            case Statement.For loop -> loop(loop, depth);
            case Statement.Break leave -> line(depth, "break;");
            case Statement.Continue next -> line(depth, "continue;");
            case Statement.Return answer -> line(depth, "return " + expression(answer.value()) + ";");
        }
    }

    private String assignment(Statement.Assign assign) {
        String value = expression(assign.value());
        Optional<Variable> declared = declarations.at(assign);
        if (declared.isPresent()) {
            names = names.declare(declared.get());
            return declaration(declared.get(), Optional.of(value));
        }
        return expression(assign.target()) + " = " + value + ";";
    }

    private void branch(Statement.If branch, int depth, String before) {
        line(depth, before + "if " + expression(branch.condition()) + " {");
        block(branch.whenTrue(), depth + 1);
        boolean chained = branch.whenFalse().size() == 1 && branch.whenFalse().getFirst() instanceof Statement.If;
        if (branch.whenFalse().isEmpty()) {
            line(depth, "}");
        } else if (chained) {
            branch((Statement.If) branch.whenFalse().getFirst(), depth, "} else ");
        } else {
            line(depth, "} else {");
            block(branch.whenFalse(), depth + 1);
            line(depth, "}");
        }
    }

    private void loop(Statement.For loop, int depth) {
        Names outside = names;
        String low = types.affine(loop.low(), names);
        String high = types.affine(loop.high(), names);
        names = names.declare(loop.variable());
        line(
                depth,
                "for " + names.of(loop.variable()) + (loop.descending() ? " down " : " in ") + low + ".." + high
                        + " {");
        block(loop.body(), depth + 1);
        line(depth, "}");
        names = outside;
    }

    private String expression(Expression expression) {
        return new ExpressionPrinter(types, names).print(expression);
    }

    private void line(int depth, String content) {
        text.append(INDENT.repeat(depth)).append(content).append('\n');
    }
}
