package dev.pupil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Workspace workspace = new Workspace(folder);

    @BeforeEach
    void layOut() {
        workspace = Workspace.in(folder);
    }

    @Test
    void everySizeGetsItsFiguresAndAPlaceInThePicture() throws Exception {
        Path picture = folder.resolve("cost.png");

        CommandLineRun run = CommandLineRun.pupil(
                "bench", workspace.program(), "--image", "3x4", "--image", "9x5", "--json", "--plot", picture);

        assertThat(run.status()).isZero();
        JsonNode rows = JsonMapper.shared().readTree(run.out()).get("rows");
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.get(0).get("image").toString()).isEqualTo("[3,4]");
        assertThat(rows.get(1).get("image").toString()).isEqualTo("[9,5]");
        for (JsonNode row : rows) {
            assertThat(row.get("bitsSecondsPerStep").asDouble()).isPositive();
            assertThat(row.get("onnxSecondsPerStep").asDouble()).isPositive();
            assertThat(row.get("nd4jSecondsPerStep").asDouble()).isPositive();
            assertThat(row.get("onnxOverBits").asDouble())
                    .isEqualTo(row.get("onnxSecondsPerStep").asDouble()
                            / row.get("bitsSecondsPerStep").asDouble());
            assertThat(row.get("ceilingFraction").asDouble()).isPositive();
            assertThat(row.get("channels").asInt()).isPositive();
            assertThat(row.get("hiddenUnits").asInt()).isPositive();
        }
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"33", "1x5", "0x0", "axb", "33x17x2", "99999999999x3"})
    void aSizeThatIsNoneIsRefused(String size) {
        CommandLineRun run = CommandLineRun.pupil("bench", workspace.program(), "--image", size);

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).contains("'" + size + "' is no size such as 33x17: rows and columns, at least 2");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPictureThatIsNoneIsRefusedBeforeAnythingIsTimed() {
        CommandLineRun run = CommandLineRun.pupil("bench", workspace.program(), "--plot", folder.resolve("cost.gif"));

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).contains("cost.gif: pictures are written to a file that ends in .png");
        assertThat(Files.exists(folder.resolve("cost.gif"))).isFalse();
    }

    @Test
    void atLeastOneThreadIsNeeded() {
        CommandLineRun run = CommandLineRun.pupil("bench", workspace.program(), "--threads", "0");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.err()).contains("--threads 0: at least one thread is needed");
    }
}
