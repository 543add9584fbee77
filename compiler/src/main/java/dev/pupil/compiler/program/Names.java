package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the variables visible at one place are called when a program is printed: as the user wrote it, with a number
 * behind it where that is taken.
 *
 * @param taken names that nothing new may have
 * @param chosen the visible variables' names
 */
record Names(ImmutableSet<String> taken, ImmutableMap<Variable, String> chosen) {

    static Names reserving(ImmutableSet<String> names) {
        return new Names(names, ImmutableMap.of());
    }

    /** With one more name taken. */
    Names reserve(String name) {
        return new Names(ImmutableSet.<String>builder().addAll(taken).add(name).build(), chosen);
    }

    /** With one more variable visible. */
    Names declare(Variable variable) {
        String name = variable.name();
        for (int i = 2; taken.contains(name); i++) {
            name = variable.name() + "_" + i;
        }
        return new Names(
                reserve(name).taken,
                ImmutableMap.<Variable, String>builder()
                        .putAll(chosen)
                        .put(variable, name)
                        .buildKeepingLast());
    }

    /** What a visible variable is called. */
    String of(Variable variable) {
        String name = chosen.get(variable);
        if (name == null) {
            throw new IllegalStateException(variable + " is not visible here");
        }
        return name;
    }

    /** The constants of all enumerations in a program, which are visible everywhere. */
    static ImmutableSet<String> ofEnumerations(Program program) {
        Set<String> constants = new LinkedHashSet<>();
        program.memory().forEach(variable -> add(variable.type(), constants));
        Stream.of(program.learn(), program.predict())
                .flatMap(List::stream)
                .flatMap(Statement::assignments)
                .forEach(assign -> add(assign.target().type(), constants));
        return ImmutableSet.copyOf(constants);
    }

    private static void add(Type type, Set<String> constants) {
        if (type instanceof Type.Enumeration enumeration) {
            constants.addAll(enumeration.constants());
        }
    }
}
