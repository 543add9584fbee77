package dev.pupil.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedDataTest {
    static ImmutableList<GeneratedData> generated() {
        return GeneratedData.ALL;
    }

    @ParameterizedTest
    @MethodSource("generated")
    void theFilesAreWhatTheSeedGives(GeneratedData data) throws Exception {
        assertThat(Files.readString(data.example().training())).isEqualTo(data.training());
        assertThat(Files.readString(data.example().test())).isEqualTo(data.test());
    }
}
