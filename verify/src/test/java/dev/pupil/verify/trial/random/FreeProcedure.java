package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Index;
import dev.pupil.verify.trial.random.Environment.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A procedure of a program that keeps no discipline.
 *
 * @param changesMemory whether it may not be called in {@code predict}
 */
record FreeProcedure(String name, List<Parameter> parameters, boolean changesMemory) {

    /** What a procedure is given. */
    sealed interface Parameter {
        /** As written in the procedure's head. */
        String text();

        /** The environment in which it can be used. */
        Environment declare(Environment environment);

        /** What it can be given; empty if there is nothing. */
        Optional<String> argument(Environment caller, FreeExpressions expressions, Choice choice);
    }

    /** The example or the query. */
    record Example(String name) implements Parameter {
        @Override
        public String text() {
            return "example " + name;
        }

        @Override
        public Environment declare(Environment environment) {
            return environment.with(new Variable(name, Nature.BIT, List.of(Extent.COLUMNS), false, false));
        }

        @Override
        public Optional<String> argument(Environment caller, FreeExpressions expressions, Choice choice) {
            return Optional.of("v");
        }
    }

    /** A value. */
    record Value(String name, Nature nature) implements Parameter {
        @Override
        public String text() {
            return nature.type() + " " + name;
        }

        @Override
        public Environment declare(Environment environment) {
            return environment.with(new Variable(name, nature, List.of(), false, true));
        }

        @Override
        public Optional<String> argument(Environment caller, FreeExpressions expressions, Choice choice) {
            return Optional.of(expressions.value(nature, caller, 2));
        }
    }

    /** A number of a row or a column. */
    record Number(String name, Extent extent) implements Parameter {
        @Override
        public String text() {
            return "int " + name;
        }

        @Override
        public Environment declare(Environment environment) {
            return environment.with(new Index(name, extent));
        }

        @Override
        public Optional<String> argument(Environment caller, FreeExpressions expressions, Choice choice) {
            return Optional.of(choice.of(caller.affineIndices(extent)));
        }
    }

    /** An array that may be changed. */
    record Array(String name, Nature nature, Extent extent) implements Parameter {
        @Override
        public String text() {
            return nature.type() + " " + name + "[" + extent.text() + "]";
        }

        @Override
        public Environment declare(Environment environment) {
            return environment.with(new Variable(name, nature, List.of(extent), false, false));
        }

        @Override
        public Optional<String> argument(Environment caller, FreeExpressions expressions, Choice choice) {
            List<String> arrays = caller.variables().stream()
                    .filter(caller::isAssignable)
                    .filter(variable -> variable.nature().equals(nature)
                            && variable.dimensions().equals(List.of(extent)))
                    .map(Variable::name)
                    .toList();
            return arrays.isEmpty() ? Optional.empty() : Optional.of(choice.of(arrays));
        }
    }

    /** As written in front of the procedure's body. */
    String head() {
        List<String> texts = parameters.stream().map(Parameter::text).toList();
        return "procedure " + name + "(" + String.join(", ", texts) + ")";
    }

    /** The environment of the body. */
    Environment declare(Environment environment) {
        Environment body = environment;
        for (Parameter parameter : parameters) {
            body = parameter.declare(body);
        }
        return body;
    }

    /** A call; empty if it can't be called there. */
    Optional<String> call(Environment caller, FreeExpressions expressions, Choice choice) {
        List<String> arguments = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Optional<String> argument = parameter.argument(caller, expressions, choice);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        return caller.canChangeMemory() || !changesMemory
                ? Optional.of(name + "(" + String.join(", ", arguments) + ");")
                : Optional.empty();
    }
}
