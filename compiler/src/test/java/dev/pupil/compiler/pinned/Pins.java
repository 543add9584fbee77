package dev.pupil.compiler.pinned;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSortedMap.toImmutableSortedMap;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import dev.pupil.compiler.Way;
import dev.pupil.grammar.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The pins of all programs, by the programs' names. */
record Pins(ImmutableSortedMap<String, Pin> byProgram) {
    private static final Path FILE = Path.of("src", "test", "resources", "pins.txt");
    private static final String HOW_TO_RENEW = "mvn -B -ntp -pl compiler -am test -Dtest=PinnedNetworksTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpupil.golden=write";

    /** The pins that are kept. */
    static Pins kept() throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return of(lines.map(Pin::parse));
        }
    }

    /** Keeps these. */
    void keep() throws IOException {
        Files.writeString(
                FILE, byProgram.values().stream().map(pin -> pin.text() + "\n").collect(joining()));
    }

    /** What all programs are lowered to now. */
    static Pins lowered() throws IOException, InterruptedException, ExecutionException {
        List<Callable<Pin>> tasks = new ArrayList<>();
        for (Source source : PinnedPrograms.all()) {
            tasks.add(() -> Pin.of(source, way -> false));
        }
        return of(inParallel(tasks));
    }

    /**
     * What all programs are compiled to now, but of generated sequences of instructions only what they are lowered to: the
     * network of one takes seconds, and the automaton, from which all else follows, milliseconds. The examples come first:
     * they take longest, and the short ones fill up what is left of each processor's time.
     */
    static Pins compiled() throws IOException, InterruptedException, ExecutionException {
        List<Callable<Pin>> tasks = new ArrayList<>();
        for (Source source : PinnedPrograms.examples()) {
            tasks.add(() -> Pin.of(source, way -> true));
        }
        for (Source source : PinnedPrograms.generated()) {
            tasks.add(() -> Pin.of(source, way -> !(way instanceof Way.Sequence)));
        }
        return of(inParallel(tasks));
    }

    private static Stream<Pin> inParallel(List<Callable<Pin>> tasks) throws InterruptedException, ExecutionException {
        List<Pin> pins = new ArrayList<>();
        try (ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Pin> pin : processors.invokeAll(tasks)) {
                pins.add(pin.get());
            }
        }
        return pins.stream();
    }

    private static Pins of(Stream<Pin> pins) {
        return new Pins(pins.collect(toImmutableSortedMap(naturalOrder(), Pin::program, pin -> pin)));
    }

    /** What they say of the lowering alone. */
    Pins ofLowering() {
        return of(byProgram.values().stream().map(Pin::ofLowering));
    }

    /** A line for each program that differs in {@code now}. */
    ImmutableList<String> changesTo(Pins now) {
        return Sets.union(byProgram.keySet(), now.byProgram().keySet()).stream()
                .flatMap(program -> change(program, now).stream())
                .collect(toImmutableList());
    }

    private Optional<String> change(String program, Pins now) {
        Optional<Pin> was = Optional.ofNullable(byProgram.get(program));
        Optional<Pin> is = Optional.ofNullable(now.byProgram().get(program));
        if (was.isEmpty()) {
            return Optional.of(program + ": new");
        }
        if (is.isEmpty()) {
            return Optional.of(program + ": gone");
        }
        return PinChange.between(was.get(), is.get()).map(PinChange::toString);
    }

    /** All that differs in {@code now}, and how to keep it. */
    String report(Pins now) {
        ImmutableList<String> changes = changesTo(now);
        return "%d of %d programs are not compiled to what they were%s%n%s%nTo renew the pins: %s"
                .formatted(
                        changes.size(), now.byProgram().size(), growth(now), String.join("\n", changes), HOW_TO_RENEW);
    }

    private String growth(Pins now) {
        return units() == now.units()
                ? ""
                : "; all units: %d -> %d (%+d)".formatted(units(), now.units(), now.units() - units());
    }

    private long units() {
        return byProgram.values().stream()
                .mapToLong(pin -> Long.parseLong(pin.parts().getOrDefault(Pin.UNITS, "0")))
                .sum();
    }
}
