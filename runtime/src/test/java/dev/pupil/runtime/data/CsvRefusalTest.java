package dev.pupil.runtime.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Every way in which a CSV file can be wrong, with its exact message. */
class CsvRefusalTest {
    private static final String BITS = ", not 0 or 1 (or -1 or +1)";
    private static final String QUOTES = "a quoted cell is never closed, or goes on after its closing quote";

    static final Arguments[] REFUSALS = {
        Arguments.of("", ": the file is empty"),
        Arguments.of("\n\n", ": the file is empty"),
        Arguments.of("\n\n0,1\n", ":1:1: the line is empty"),
        Arguments.of("\uFEFF", ": the file is empty"),
        Arguments.of("a,b,y\n", ": no row follows the header"),
        Arguments.of("O,1,1\n1,1,0\n", ":1:1: \"O\"" + BITS),
        Arguments.of("0\n", ":1: training data needs a feature and a label, but has 1 column"),
        Arguments.of("0,1\n\n1,0\n", ":2:1: the line is empty"),
        Arguments.of("a,b,y\n0,1,1\n0,1\n", ":3:3: 2 cells, but line 1 has 3"),
        Arguments.of("0,1,1\n0,1,1,0,1\n", ":2:4: 5 cells, but line 1 has 3"),
        Arguments.of("a,b\n0,1,\n", ":2:3: 3 cells, but line 1 has 2"),
        Arguments.of("0,1\n0,2\n", ":2:2: \"2\"" + BITS),
        Arguments.of("0,1\n0.5,1\n", ":2:1: \"0.5\"" + BITS),
        Arguments.of("a,y\nyes,1\n", ":2:1: \"yes\"" + BITS),
        Arguments.of("a,y\n,1\n", ":2:1: the cell is empty" + BITS),
        Arguments.of("a,y\n0,  \n", ":2:2: the cell is empty" + BITS),
        Arguments.of("?,1\n0,1\n", ":1:1: \"?\"" + BITS),
        Arguments.of(",1\n0,1\n", ":1:1: the cell is empty" + BITS),
        Arguments.of("NaN,1\n0,1\n", ":1:1: \"NaN\"" + BITS),
        Arguments.of("3,4\n0,1\n", ":1:1: \"3\"" + BITS),
        Arguments.of("0,1e400\n", ":1:2: \"1e400\"" + BITS),
        Arguments.of("0,1\n0,1;0\n", ":2:2: \"1;0\"" + BITS),
        Arguments.of("0,1\n0,a\u0000b\u001B[31m\n", ":2:2: \"a\uFFFDb\uFFFD[31m\"" + BITS),
        Arguments.of("0,1\n0," + "9".repeat(99) + "\n", ":2:2: \"" + "9".repeat(23) + "…\"" + BITS),
        Arguments.of("0,1\n1,0\n-1,1\n", ":3:1: -1 here, but 0 at line 1, cell 1: values must be all 0/1 or all -1/+1"),
        Arguments.of("a,y\n1,-1\n1,0\n", ":3:2: 0 here, but -1 at line 2, cell 2: values must be all 0/1 or all -1/+1"),
        Arguments.of("a,y\n0,\"1\n0,1\n", ":2:2: " + QUOTES),
        Arguments.of("a,y\n\"0\"1,1\n", ":2:1: " + QUOTES),
        Arguments.of("\"a\nb\",y\n0,3\n", ":3:2: \"3\"" + BITS),
    };

    @TempDir
    private Path directory;

    @ParameterizedTest
    @FieldSource("REFUSALS")
    void isRefusedWithItsPlace(String text, String message) throws IOException {
        assertRefused(text, StandardCharsets.UTF_8, message);
    }

    @Test
    void otherEncodingsAreRefusedWhereTheyShow() throws IOException {
        assertRefused("gr\u00F6\u00DFe,y\n0,1\n", ISO_8859_1, ":1:1: is not UTF-8 text");
        assertRefused("a,y\n0,\u00E9\n", ISO_8859_1, ":2:2: is not UTF-8 text");
        assertRefused("a,y\n0,1\n", StandardCharsets.UTF_16, ":1:1: is not UTF-8 text");
    }

    @Test
    void queriesOfAnotherWidthAreRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), "a,b,c,d\n0,1,1,0\n");
        assertThat(catchThrowable(() -> DataReader.queries(file, 2)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        file
                                + ":1: 4 columns, but the learner was trained with 2 features: 2, or 3 with labels, are needed");
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        Path missing = directory.resolve("missing.csv");
        assertThat(catchThrowable(() -> DataReader.training(missing)))
                .isInstanceOf(DataException.class)
                .hasMessage(missing + ": no such file");
        assertThat(catchThrowable(() -> DataReader.training(directory)))
                .isInstanceOf(DataException.class)
                .hasMessage(directory + ": is a directory, not a data file");
    }

    private void assertRefused(String text, Charset charset, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), text, charset);
        assertThat(catchThrowable(() -> DataReader.training(file)))
                .isInstanceOf(DataException.class)
                .hasMessage(file + message);
    }
}
