package dev.pupil.runtime.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingTest {
    @TempDir
    private Path directory;

    @Test
    void theLastColumnOfTrainingDataIsTheLabel() throws Exception {
        Reading reading = training("a,b,democrat\n0,1,1\n1,1,0\n");
        assertThat(Tables.lines(reading.data())).containsExactly("01 1", "11 0");
        assertThat(reading.summary()).isEqualTo("2 rows, 2 features, header, values 0/1, label democrat");
    }

    @Test
    void aHeaderIsOptional() throws Exception {
        Reading reading = training("-1,+1\n1,-1\n");
        assertThat(Tables.lines(reading.data())).containsExactly("0 1", "1 0");
        assertThat(reading.summary()).isEqualTo("2 rows, 1 feature, no header, values -1/+1, label in the last column");
    }

    @Test
    void oneNameMakesAHeaderEvenAmongNumbers() throws Exception {
        assertThat(Tables.lines(training("0,1,2,label\n0,1,1,1\n").data())).containsExactly("011 1");
        assertThat(Tables.lines(training(",b\n0,1\n").data())).containsExactly("0 1");
    }

    @Test
    void queriesHaveLabelsIfTheyAreOneColumnWider() throws Exception {
        assertThat(Tables.lines(queries("0,1\n", 2).data())).containsExactly("01");
        assertThat(queries("0,1\n", 2).summary()).isEqualTo("1 row, 2 features, no header, values 0/1, no labels");
        assertThat(Tables.lines(queries("0,1\n", 1).data())).containsExactly("0 1");
    }

    @Test
    void valuesMayBeWrittenInAnyDecimalWay() throws Exception {
        assertThat(Tables.lines(training("0.0,1.000e+00, 1 ,-0,10e-1\n").data()))
                .containsExactly("0110 1");
    }

    @Test
    void valuesThatDoNotTellAreReportedAsSuch() throws Exception {
        assertThat(training("1,1\n").summary()).contains("values all 1,");
    }

    @Test
    void lineEndsQuotesByteOrderMarksAndEmptyLinesAtTheEndDoNotMatter() throws Exception {
        for (String text : new String[] {
            "a,y\r\n0,1\r\n1,0\r\n",
            "a,y\n0,1\n1,0",
            "a,y\r0,1\r1,0\r",
            "\uFEFFa,y\n0,1\n1,0\n",
            "\uFEFF\"a\",y\n\"0\",\"1\"\n1,0\n",
            "\"a, or\n\"\"b\"\"\",y\n0,1\n1,0\n",
            "a,y\n0,1\n1,0\n\n\n",
        }) {
            assertThat(Tables.lines(training(text).data())).as(text).containsExactly("0 1", "1 0");
        }
    }

    @Test
    void namesMayBeInAnyLanguage() throws Exception {
        assertThat(training("größe,標籤\n0,1\n").summary()).endsWith("label 標籤");
    }

    @Test
    void wideTablesAreRead() throws Exception {
        String row =
                IntStream.range(0, 40_000).mapToObj(j -> j % 3 == 0 ? "1" : "0").collect(Collectors.joining(","));
        DataSet data = training(row + "\n" + row + "\n").data();
        assertThat(data.features()).isEqualTo(39_999);
        assertThat(data.feature(1, 39_996)).isTrue();
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            DataSet data = Tables.random(random, random.nextBoolean());
            Reading reading = queries(csv(data, random), data.features());
            assertThat(Tables.lines(reading.data())).isEqualTo(Tables.lines(data));
        }
    }

    private static String csv(DataSet data, Random random) {
        String zero = random.nextBoolean() ? "0" : "-1";
        String end = random.nextBoolean() ? "\n" : "\r\n";
        String quote = random.nextBoolean() ? "" : "\"";
        return Tables.lines(data).stream()
                .map(line -> line.replace(" ", "")
                        .chars()
                        .mapToObj(bit -> quote + (bit == '1' ? "1" : zero) + quote)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(end, "", end));
    }

    private Reading training(String text) throws IOException, DataException {
        return DataReader.training(Files.writeString(directory.resolve("data.csv"), text, UTF_8));
    }

    private Reading queries(String text, int features) throws IOException, DataException {
        return DataReader.queries(Files.writeString(directory.resolve("data.csv"), text, UTF_8), features);
    }
}
