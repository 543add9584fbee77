package dev.pupil.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.pupil.compiler.program.Definition;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Program;
import java.util.Optional;

/**
 * The name of what a file defines, under the word that the definition starts with; the other one is left out of JSON.
 *
 * @param learner the name, if it is a learner
 * @param machine the name, if it is a machine, which may be a learner too
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DefinitionName(Optional<String> learner, Optional<String> machine) {
    static DefinitionName of(Definition definition) {
        return switch (definition) {
            case Program program -> new DefinitionName(Optional.of(program.name()), Optional.empty());
            case Machine machine -> new DefinitionName(Optional.empty(), Optional.of(machine.name()));
        };
    }

    /** The keyword that the definition starts with. */
    String keyword() {
        return machine.isPresent() ? "machine" : "learner";
    }

    /** The name itself. */
    String text() {
        return machine.or(() -> learner).orElseThrow();
    }
}
