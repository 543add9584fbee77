package dev.pupil.compiler.program;

import dev.pupil.compiler.program.Machine.Lesson;
import dev.pupil.compiler.program.Machine.Rule;
import dev.pupil.compiler.program.Machine.State;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints machines as their language writes them, with everything said that can be left out. */
public final class MachinePrinter {
    private final Machine machine;
    private final StringBuilder text = new StringBuilder();

    private MachinePrinter(Machine machine) {
        this.machine = machine;
    }

    /** The machine's text, which checks as the same machine and ends with a line end. */
    public static String print(Machine machine) {
        return new MachinePrinter(machine).print();
    }

    private String print() {
        if (!machine.documentation().isEmpty()) {
            line("/** %s */", machine.documentation().replace("\n", "\n * "));
        }
        text.append("machine ").append(machine.name());
        machine.lesson().ifPresent(lesson -> text.append("(d features, m examples)"));
        text.append(" {\n");
        line("    symbols %s;", String.join(", ", machine.symbols()));
        line("    blank %s;", symbol(machine.blank()));
        machine.lesson().ifPresent(this::lesson);
        if (!machine.answers().isEmpty()) {
            line("    answer %s;", symbols(machine.answers().asList()));
        }
        line("    steps %s;", machine.steps());
        line("    start %s;", machine.states().get(machine.start()).name());
        machine.states().forEach(this::state);
        return text.append("}\n").toString();
    }

    private void line(String format, Object... arguments) {
        text.append(format.formatted(arguments)).append('\n');
    }

    private void lesson(Lesson lesson) {
        line("    features %s, %s;", symbol(lesson.zero()), symbol(lesson.one()));
        line("    labels %s, %s;", symbol(lesson.labelZero()), symbol(lesson.labelOne()));
        line("    query %s;", symbol(lesson.query()));
    }

    private void state(State state) {
        line("    state %s {", state.name());
        for (int symbol = 0; symbol < state.rules().size(); symbol++) {
            Rule rule = state.rules().get(symbol);
            line(
                    "        %s -> write %s, %s, %s;",
                    symbol(symbol),
                    symbol(rule.write()),
                    rule.move().name().toLowerCase(Locale.ROOT),
                    rule.next() == Machine.HALT
                            ? "halt"
                            : machine.states().get(rule.next()).name());
        }
        line("    }");
    }

    private String symbol(int symbol) {
        return machine.symbols().get(symbol);
    }

    private String symbols(List<Integer> symbols) {
        return symbols.stream().map(this::symbol).collect(Collectors.joining(", "));
    }
}
