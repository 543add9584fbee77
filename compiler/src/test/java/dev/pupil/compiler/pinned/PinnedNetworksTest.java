package dev.pupil.compiler.pinned;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Every program is compiled to what it was, number for number, and where it isn't, the test says what has become larger.
 * After a change that is meant to change networks, run it with {@code -Dpupil.golden=write}, which says the same, and
 * keep the new pins if it is what was meant.
 */
final class PinnedNetworksTest {
    private static final Path PINS = Path.of("src", "test", "resources", "pins.txt");
    private static final boolean IS_WRITING = "write".equals(System.getProperty("pupil.golden"));
    private static final String HOW_TO_RENEW = "mvn -B -ntp -pl compiler -am test -Dtest=PinnedNetworksTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpupil.golden=write";

    @Test
    void everyProgramIsCompiledToWhatItWas() throws Exception {
        SortedMap<String, Pin> was = pins();
        SortedMap<String, Pin> is = compiled();
        List<String> changes = changes(was, is);
        String report = "%d of %d programs are not compiled to what they were; all units: %d -> %d%n%s"
                .formatted(changes.size(), is.size(), units(was), units(is), String.join("\n", changes));
        if (IS_WRITING) {
            Files.writeString(
                    PINS, is.values().stream().map(pin -> pin.text() + "\n").collect(joining()));
            System.out.println(report);
        } else {
            assertThat(changes)
                    .withFailMessage("%s%nIf that is meant, renew the pins:%n%s", report, HOW_TO_RENEW)
                    .isEmpty();
        }
    }

    private static SortedMap<String, Pin> pins() throws IOException {
        return Files.readAllLines(PINS).stream()
                .map(Pin::parse)
                .collect(ImmutableSortedMap.toImmutableSortedMap(String::compareTo, Pin::program, pin -> pin));
    }

    /** The examples first: they take longest, and the short ones fill up what is left of each processor's time. */
    private static SortedMap<String, Pin> compiled() throws Exception {
        List<Callable<Pin>> tasks = new ArrayList<>();
        for (Source source : PinnedPrograms.examples()) {
            tasks.add(() -> Pin.of(source, true));
        }
        for (Source source : PinnedPrograms.generated()) {
            tasks.add(() -> Pin.of(source, false));
        }
        SortedMap<String, Pin> pins = new TreeMap<>();
        try (ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Pin> future : processors.invokeAll(tasks)) {
                Pin pin = future.get();
                pins.put(pin.program(), pin);
            }
        }
        return pins;
    }

    private static List<String> changes(SortedMap<String, Pin> was, SortedMap<String, Pin> is) {
        List<String> changes = new ArrayList<>();
        for (String program : Sets.union(was.keySet(), is.keySet())) {
            if (!was.containsKey(program)) {
                changes.add(program + ": new");
            } else if (!is.containsKey(program)) {
                changes.add(program + ": gone");
            } else {
                PinChange.between(was.get(program), is.get(program))
                        .ifPresent(change -> changes.add(change.toString()));
            }
        }
        return changes;
    }

    private static long units(SortedMap<String, Pin> pins) {
        return pins.values().stream()
                .mapToLong(pin -> Long.parseLong(pin.parts().getOrDefault(Pin.UNITS, "0")))
                .sum();
    }
}
