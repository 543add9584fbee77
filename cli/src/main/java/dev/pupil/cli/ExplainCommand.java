package dev.pupil.cli;

import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.compiler.weights.WeightFileException;
import dev.pupil.explain.Explainer;
import dev.pupil.explain.Explanation;
import dev.pupil.explain.Explanation.ChannelNote;
import dev.pupil.explain.Explanation.UnitNote;
import dev.pupil.explain.ExplanationText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pupil explain}. */
@Command(
        name = "explain",
        description = "Says in words what each channel and each hidden unit of a network does, from its file alone.")
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "WEIGHTS", description = "A network, a .safetensors file.")
    private Path weights = Path.of("");

    @ArgGroup
    private Part part = new Part();

    @Option(names = "--json", description = "Print the explanation as JSON.")
    private boolean json;

    /** What is to be explained if not all. */
    private static final class Part {
        @Option(names = "--unit", paramLabel = "NAME", description = "Explain one hidden unit.")
        private Optional<String> unit = Optional.empty();

        @Option(names = "--channel", paramLabel = "NAME", description = "Explain one channel.")
        private Optional<String> channel = Optional.empty();
    }

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Refusal, WeightFileException {
        WeightFile file = WeightsInput.read(weights);
        Explanation explanation = Explainer.explain(file);
        if (part.unit.isPresent()) {
            UnitNote unit =
                    explanation.unit(part.unit.get()).orElseThrow(() -> unknown("hidden unit", part.unit.get()));
            print(unit, ExplanationText.of(unit));
        } else if (part.channel.isPresent()) {
            ChannelNote channel =
                    explanation.channel(part.channel.get()).orElseThrow(() -> unknown("channel", part.channel.get()));
            print(channel, ExplanationText.of(channel));
        } else {
            print(explanation, ExplanationText.of(explanation));
        }
        return ExitStatus.DONE;
    }

    private Refusal unknown(String kind, String name) {
        return new Refusal("%s: no %s is called \"%s\"".formatted(weights, kind, name));
    }

    private void print(Object explanation, String text) {
        if (json) {
            console.out().println(Json.text(explanation));
        } else {
            console.out().print(text);
        }
    }
}
