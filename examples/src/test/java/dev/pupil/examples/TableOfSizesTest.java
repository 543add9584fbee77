package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupil.compiler.filter.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(Networks.Resolver.class)
class TableOfSizesTest {
    private final Networks networks;

    TableOfSizesTest(Networks networks) {
        this.networks = networks;
    }

    static List<Example> examples() throws IOException {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readmeSaysHowLargeTheNetworkIs(Example example) throws Exception {
        Filter filter = networks.compiled(example).filter();
        String row = "| `%s` | %d | %d | %d | %s |"
                .formatted(
                        example.name(),
                        filter.channels().size(),
                        filter.units().size(),
                        filter.nonZeroWeights(),
                        filter.geometry().steps());

        assertThat(Files.readString(Path.of("..", "README.md"))).contains(row);
    }
}
