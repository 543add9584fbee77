package dev.pupil.compiler.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.program.size.SizeExpressionParser;
import dev.pupil.grammar.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Everything in a weight file that is not a tensor, and its form in the file's metadata: texts by name, all of which
 * must be there and no others. The name is called {@code learner}, or {@code machine} if memory is not learned but written.
 *
 * @param source the program
 * @param legend what the numbers mean; at least one channel and one hidden unit
 * @param geometry image size and number of steps
 * @param learningRate η; format version 2 knows only 1
 * @param dtype number format of all tensors
 */
record Metadata(Source source, Legend legend, Geometry geometry, double learningRate, Dtype dtype) {
    private static final String FORMAT = "format";
    private static final String FORMAT_VERSION = "format_version";
    private static final String LEARNER = "learner";
    private static final String MACHINE = "machine";
    private static final String PROGRAM_NAME = "program.name";
    private static final String PROGRAM_SOURCE = "program.source";
    private static final String PROGRAM_SHA256 = "program.sha256";
    private static final String CHANNELS = "channels";
    private static final String UNITS = "units";
    private static final String FIELDS = "fields";
    private static final String INVARIANTS = "invariants";
    private static final String IMAGE_ROWS = "image.rows";
    private static final String IMAGE_COLUMNS = "image.columns";
    private static final String STEPS = "steps";
    private static final String LEARNING_RATE = "learning_rate";
    private static final String DTYPE = "dtype";
    private static final ImmutableSet<String> NAMES = ImmutableSet.of(
            FORMAT,
            FORMAT_VERSION,
            PROGRAM_NAME,
            PROGRAM_SOURCE,
            PROGRAM_SHA256,
            CHANNELS,
            UNITS,
            FIELDS,
            INVARIANTS,
            IMAGE_ROWS,
            IMAGE_COLUMNS,
            STEPS,
            LEARNING_RATE,
            DTYPE);

    private static final String PUPIL = "pupil";
    private static final String VERSION = "2";

    /** The only learning rate for which the plateau units of version 2 are made. */
    static final double ONLY_LEARNING_RATE = 1;

    /** The texts to be saved. */
    ImmutableSortedMap<String, String> texts() {
        return ImmutableSortedMap.<String, String>naturalOrder()
                .put(FORMAT, PUPIL)
                .put(FORMAT_VERSION, VERSION)
                .put(legend.learns() ? LEARNER : MACHINE, legend.name())
                .put(PROGRAM_NAME, source.name())
                .put(PROGRAM_SOURCE, source.text())
                .put(PROGRAM_SHA256, sha256(source.text()))
                .put(CHANNELS, Labels.channels(legend.channels()))
                .put(UNITS, Labels.units(legend.units()))
                .put(FIELDS, FieldLabels.fields(legend.encodings()))
                .put(INVARIANTS, FieldLabels.invariants(legend.invariants()))
                .put(IMAGE_ROWS, geometry.rows().toString())
                .put(IMAGE_COLUMNS, geometry.columns().toString())
                .put(STEPS, geometry.steps().toString())
                .put(LEARNING_RATE, Double.toString(learningRate))
                .put(DTYPE, dtype.name())
                .buildOrThrow();
    }

    /** Reads the texts of a file back. */
    static Metadata parse(ImmutableSortedMap<String, String> texts) throws WeightFileException {
        requireVersion(texts);
        String kind = texts.containsKey(MACHINE) ? MACHINE : LEARNER;
        Set<String> names = Sets.union(NAMES, Set.of(kind));
        for (String missing : Sets.difference(names, texts.keySet())) {
            throw new WeightFileException("metadata \"%s\" is missing".formatted(missing));
        }
        for (String unknown : Sets.difference(texts.keySet(), names)) {
            throw new WeightFileException("metadata \"%s\" is unknown".formatted(unknown));
        }
        Source source = new Source(text(texts, PROGRAM_NAME), text(texts, PROGRAM_SOURCE));
        if (!text(texts, PROGRAM_SHA256).equals(sha256(source.text()))) {
            throw new WeightFileException("the program's SHA-256 is not what the file says; one of them was changed");
        }
        ImmutableList<Channel> channels = Labels.parseChannels(text(texts, CHANNELS));
        ImmutableList<UnitLabel> units = Labels.parseUnits(text(texts, UNITS));
        if (channels.isEmpty() || units.isEmpty()) {
            throw new WeightFileException("a network needs at least one channel and one hidden unit");
        }
        Legend legend = new Legend(
                text(texts, kind),
                channels,
                units,
                FieldLabels.parseFields(text(texts, FIELDS)),
                FieldLabels.parseInvariants(text(texts, INVARIANTS)));
        if (legend.learns() != kind.equals(LEARNER)) {
            throw new WeightFileException(
                    "metadata call the network a %s, but their invariants say that it is none".formatted(kind));
        }
        return new Metadata(source, legend, geometry(texts), learningRate(texts), dtype(texts));
    }

    private static void requireVersion(ImmutableSortedMap<String, String> texts) throws WeightFileException {
        if (!PUPIL.equals(texts.get(FORMAT))) {
            throw new WeightFileException("not a weight file of Pupil: its metadata do not say \"format\": \"pupil\"");
        }
        if (!VERSION.equals(texts.get(FORMAT_VERSION))) {
            throw new WeightFileException(
                    "format version %s is unknown; this program reads version %s: compile the program again"
                            .formatted(texts.get(FORMAT_VERSION), VERSION));
        }
    }

    private static Geometry geometry(ImmutableSortedMap<String, String> texts) throws WeightFileException {
        Geometry geometry = new Geometry(
                sizeExpression(texts, IMAGE_ROWS), sizeExpression(texts, IMAGE_COLUMNS), sizeExpression(texts, STEPS));
        requireAtLeast(geometry.rows(), SizeExpression.of(0, 1, 1), IMAGE_ROWS);
        requireAtLeast(geometry.columns(), SizeExpression.of(1, 0, 1), IMAGE_COLUMNS);
        requireAtLeast(geometry.steps(), SizeExpression.of(0, 0, 1), STEPS);
        return geometry;
    }

    private static SizeExpression sizeExpression(ImmutableSortedMap<String, String> texts, String name)
            throws WeightFileException {
        return SizeExpressionParser.parse(text(texts, name))
                .orElseThrow(
                        () -> new WeightFileException("metadata \"%s\" is \"%s\", not a size such as max(m + 1, d + 1)"
                                .formatted(name, text(texts, name))));
    }

    private static void requireAtLeast(SizeExpression size, SizeExpression bound, String name)
            throws WeightFileException {
        if (!size.isAtLeast(bound)) {
            throw new WeightFileException(
                    "metadata \"%s\" is \"%s\", which can be less than %s".formatted(name, size, bound));
        }
    }

    private static double learningRate(ImmutableSortedMap<String, String> texts) throws WeightFileException {
        if (!Double.toString(ONLY_LEARNING_RATE).equals(text(texts, LEARNING_RATE))) {
            throw new WeightFileException("metadata \"learning_rate\" is \"%s\"; only %s is known"
                    .formatted(text(texts, LEARNING_RATE), ONLY_LEARNING_RATE));
        }
        return ONLY_LEARNING_RATE;
    }

    private static Dtype dtype(ImmutableSortedMap<String, String> texts) throws WeightFileException {
        return Dtype.named(text(texts, DTYPE))
                .orElseThrow(() -> new WeightFileException(
                        "metadata \"dtype\" is \"%s\"; only F32 and F64 are known".formatted(text(texts, DTYPE))));
    }

    private static String text(ImmutableSortedMap<String, String> texts, String name) {
        return texts.getOrDefault(name, "");
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
