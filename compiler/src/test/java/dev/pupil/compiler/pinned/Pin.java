package dev.pupil.compiler.pinned;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.Way;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.text.AutomatonText;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.SavedContents;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program is compiled to, in a line of text: {@code NAME: way waves; steps m + d; fields 12; …}. The digests are
 * SHA-256 of what their names say: {@code automaton} of the text of the lowered automaton, {@code weights} of the network's
 * numbers alone, {@code file} of the whole untrained weight file, which has the names and origins of all channels and units,
 * too. So a change that only renames something leaves {@code weights} as they are.
 *
 * @param program the program's name
 * @param parts names and values, sizes before digests
 */
record Pin(String program, ImmutableMap<String, String> parts) {
    /** The part that says how many hidden units the network has. */
    static final String UNITS = "units";

    private static final String NAME_ENDS = ": ";
    private static final String PART_ENDS = "; ";

    /**
     * Pins a program's lowering, and its network if that is soon made or {@code alwaysNetwork}: the network of a sequence of
     * instructions takes seconds, and its automaton, from which all else follows, milliseconds.
     */
    static Pin of(Source source, boolean alwaysNetwork) {
        ImmutableMap.Builder<String, String> sizes = ImmutableMap.builder();
        ImmutableMap.Builder<String, String> digests = ImmutableMap.builder();
        try {
            Lowering lowering = Compiler.lower(Compiler.definition(source));
            putAutomaton(lowering, sizes, digests);
            if (alwaysNetwork || !(lowering.way() instanceof Way.Sequence)) {
                putNetwork(WeightFile.untrained(Compiler.compile(source).filter(), source), sizes, digests);
            }
        } catch (DiagnosticException refused) {
            sizes.put("refused", refused.diagnostics().getFirst().code());
        } catch (RuntimeException broken) {
            throw new IllegalStateException("while compiling " + source.name(), broken);
        }
        return new Pin(source.name(), sizes.putAll(digests.buildOrThrow()).buildOrThrow());
    }

    private static void putAutomaton(
            Lowering lowering,
            ImmutableMap.Builder<String, String> sizes,
            ImmutableMap.Builder<String, String> digests) {
        Automaton automaton = lowering.automaton();
        sizes.put("way", name(lowering.way()))
                .put("steps", automaton.geometry().steps().toString())
                .put("fields", String.valueOf(automaton.fields().size()));
        HashCode text = Hashing.sha256().hashString(AutomatonText.print(automaton), StandardCharsets.UTF_8);
        digests.put("automaton", text.toString());
    }

    private static String name(Way way) {
        return switch (way) {
            case Way.Waves waves -> "waves";
            case Way.Sequence sequence -> "sequence";
            case Way.Walk walk -> "walk";
        };
    }

    private static void putNetwork(
            WeightFile file, ImmutableMap.Builder<String, String> sizes, ImmutableMap.Builder<String, String> digests) {
        Filter filter = file.filter();
        sizes.put("channels", String.valueOf(filter.channels().size()))
                .put(UNITS, String.valueOf(filter.units().size()))
                .put("nonzero", String.valueOf(filter.nonZeroWeights()));
        HashCode bytes = Hashing.sha256().hashBytes(SafetensorsWriter.bytes(file));
        digests.put("weights", digest(SavedContents.of(file))).put("file", bytes.toString());
    }

    private static String digest(SavedContents contents) {
        Hasher hasher = Hashing.sha256().newHasher();
        contents.tensors().forEach((name, tensor) -> put(name, tensor, hasher));
        return hasher.hash().toString();
    }

    private static void put(String name, Tensor tensor, Hasher hasher) {
        hasher.putString(name, StandardCharsets.UTF_8);
        tensor.shape().stream().forEach(hasher::putInt);
        tensor.values().forEach(hasher::putDouble);
    }

    /** The line. */
    String text() {
        return program
                + NAME_ENDS
                + parts.entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(joining(PART_ENDS));
    }

    /** The pin in a line that {@link #text} wrote. */
    static Pin parse(String line) {
        List<String> halves = Splitter.on(NAME_ENDS).limit(2).splitToList(line);
        checkArgument(halves.size() == 2, "not a pin: %s", line);
        Stream<List<String>> parts = Splitter.on(PART_ENDS)
                .splitToStream(halves.get(1))
                .map(part -> Splitter.on(' ').limit(2).splitToList(part));
        return new Pin(halves.get(0), parts.collect(toImmutableMap(List::getFirst, List::getLast)));
    }
}
