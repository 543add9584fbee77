package dev.pupil.grammar.antlr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar gives every program of the corpus one meaning only. */
class AmbiguityTest {
    static Stream<Path> programs() throws IOException {
        Path corpus = Path.of("..", "compiler", "src", "test", "resources", "programs");
        try (Stream<Path> files = Files.list(corpus)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyProgramParsesInOneWay(Path file) {
        PupilParser parser = parser(file);
        Ambiguities ambiguities = new Ambiguities();
        parser.addErrorListener(ambiguities);
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.file();
        assertThat(parser.diagnostics()).isEmpty();
        assertThat(ambiguities.found).isEmpty();
    }

    private static PupilParser parser(Path file) {
        try {
            return new PupilParser(new CommonTokenStream(new PupilLexer(CharStreams.fromPath(file))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Ambiguities extends BaseErrorListener {
        private final List<String> found = new ArrayList<>();

        @Override
        public void reportAmbiguity(
                Parser recognizer,
                DFA dfa,
                int startIndex,
                int stopIndex,
                boolean exact,
                BitSet alternatives,
                ATNConfigSet configurations) {
            found.add(PupilParser.ruleNames[dfa.atnStartState.ruleIndex] + " "
                    + recognizer
                            .getTokenStream()
                            .getText(
                                    recognizer.getTokenStream().get(startIndex),
                                    recognizer.getTokenStream().get(stopIndex)));
        }
    }
}
