package dev.pupil.cli;

import dev.pupil.compiler.Compilation;
import dev.pupil.compiler.Way;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.MachinePrinter;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.ProgramPrinter;
import dev.pupil.compiler.text.AutomatonText;
import dev.pupil.compiler.text.CircuitText;
import dev.pupil.compiler.text.FilterText;
import dev.pupil.compiler.text.PassesText;
import dev.pupil.compiler.text.ScheduleText;
import java.util.Locale;

/** The stages of a compilation whose text can be printed. */
enum Stage {
    AST,
    PASSES,
    AUTOMATON,
    CIRCUIT,
    FILTER;

    /**
     * The stage's text, which ends with a line end.
     *
     * @throws Refusal if there is no such stage on the way
     */
    String text(Compilation compilation) throws Refusal {
        return switch (this) {
            case AST ->
                switch (compilation.program()) {
                    case Program program -> ProgramPrinter.print(program);
                    case Machine machine -> MachinePrinter.print(machine);
                };
            case PASSES ->
                switch (compilation.way()) {
                    case Way.Waves waves -> PassesText.print(waves.passes());
                    case Way.Sequence sequence -> ScheduleText.print(sequence.schedule());
                    case Way.Walk walk ->
                        throw new Refusal("machines have no passes: what comes after the syntax tree is the automaton");
                };
            case AUTOMATON -> AutomatonText.print(compilation.automaton());
            case CIRCUIT -> CircuitText.print(compilation.circuit());
            case FILTER -> FilterText.print(compilation.filter());
        };
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
