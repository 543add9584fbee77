package dev.pupil.verify.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.SafetensorsWriter;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Opened;
import dev.pupil.verify.subject.Subject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileCheckTest {
    private static final FileCheck CHECK = new FileCheck(Optional.empty());
    private static final Subject STUMP = Subjects.example("stump");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xor", "dictator", "conjunction", "disjunction", "stump", "parity", "duet"})
    void anExamplesFileAgreesWithItself(String name) throws IOException {
        Subject subject = Subjects.example(name);
        Path file = folder.resolve(name);
        SafetensorsWriter.write(file, subject.file());

        Opened opened = Opened.of(name, ByteBuffer.wrap(Files.readAllBytes(file)));
        Conclusion conclusion = new FileCheck(Optional.of(subject.file().source())).check(opened);

        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds());
        assertThat(conclusion.evidence()).extracting(Evidence::strength).containsOnly(Strength.CHECKED);
        assertThat(opened)
                .isInstanceOfSatisfying(
                        Opened.Readable.class,
                        readable -> assertThat(readable.subject().file()).isEqualTo(subject.file()));
    }

    @Test
    void aFileThatCannotBeReadIsRefutedWithTheReason() throws IOException {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "nothing of the kind");

        Opened opened = Opened.of(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));

        assertThat(opened.source()).isEmpty();
        assertThat(Refutations.of(CHECK.check(opened))).startsWith(file + ": not a safetensors file");
    }

    @Test
    void aProgramThatDoesNotCompileIsRefutedWithTheReasonAndThePlace() {
        WeightFile file = new WeightFile(
                STUMP.file().filter(), new Source("stump.pupil", "learner stump(d features) { }"), 1, Optional.empty());
        ByteBuffer bytes = SafetensorsWriter.bytes(file);

        Conclusion conclusion = CHECK.check(Opened.of("bytes", bytes));

        assertThat(Refutations.of(conclusion)).startsWith("the program in the file does not compile: ");
        assertThat(Refutations.counterexample(conclusion).span()).isPresent();
    }

    @Test
    void anotherSourceIsRefutedWithTheFirstLineThatDiffers() {
        String text = STUMP.file().source().text();
        Source claimed = new Source("mine.pupil", text.replaceFirst("\nlearner", "\n// mine\nlearner"));

        Conclusion conclusion = new FileCheck(Optional.of(claimed)).check(STUMP);

        assertThat(Refutations.of(conclusion))
                .matches(
                        "the program in the file is not that of mine.pupil: line \\d+ is 'learner .*', but there is '// mine'");
    }

    @Test
    void aChannelWithAnotherMeaningIsRefuted() {
        assertThat(refutation(changed(
                        role -> new Role(role.field(), role.bit(), role.when(), role.meaning() + "?", role.origin()))))
                .contains("is labelled with a meaning or an origin that the program does not give it");
    }

    @Test
    void aBitThatNoChannelHoldsIsRefuted() {
        assertThat(refutation(changed(
                        role -> new Role(role.field(), role.bit() + 1, role.when(), role.meaning(), role.origin()))))
                .contains("the codes of field ", "have no bit 1");
    }

    @Test
    void twoBitsOfOneChannelAtTheSameTimeAreRefuted() {
        assertThat(refutation(changed(role -> role.when().startsWith("!")
                        ? new Role(role.field(), role.bit(), role.when().substring(1), role.meaning(), role.origin())
                        : role)))
                .endsWith("it is said to hold several bits at the same time");
    }

    @Test
    void aHiddenUnitNamedAfterAnotherChannelIsRefuted() {
        Legend legend = STUMP.file().filter().legend();
        List<Legend.UnitLabel> units = new ArrayList<>(legend.units());
        units.set(0, new Legend.UnitLabel("up#9", units.get(0).origin()));

        assertThat(refutation(withLegend(new Legend(
                        legend.name(),
                        legend.channels(),
                        ImmutableList.copyOf(units),
                        legend.encodings(),
                        legend.invariants()))))
                .isEqualTo("hidden unit up#9 should be called lane#1, after the first channel that it adds to");
    }

    @Test
    void memoryThatSgdDoesNotLeaveIsRefuted() {
        WeightFile trained = STUMP.file().withMemory(Tensor.of(new double[] {1, -1, 0.5, 1, 1, 1}, 2, 3));

        assertThat(refutation(Subjects.withFile(STUMP, trained)))
                .isEqualTo("memory.weight[0, 2] is 0.5, not -1.0 or 1.0");
    }

    @Test
    void aTrainedFileHolds() {
        WeightFile trained = STUMP.file().withMemory(Tensor.of(new double[] {1, -1, -1, 1, 1, 1}, 2, 3));

        assertThat(CHECK.check(Subjects.withFile(STUMP, trained)).evidence())
                .extracting(Evidence::statement)
                .contains("memory holds m = 1 examples of d = 2 features and the dummy example, all -1 and 1");
    }

    private static Subject changed(UnaryOperator<Role> change) {
        Legend legend = STUMP.file().filter().legend();
        ImmutableList<Channel> channels = legend.channels().stream()
                .map(channel -> channel.name().equals("lane")
                        ? channel
                        : new Channel(
                                channel.name(),
                                channel.roles().stream().map(change).collect(ImmutableList.toImmutableList())))
                .collect(ImmutableList.toImmutableList());
        return withLegend(new Legend(legend.name(), channels, legend.units(), legend.encodings(), legend.invariants()));
    }

    private static Subject withLegend(Legend legend) {
        Filter filter = STUMP.file().filter();
        return Subjects.withFilter(
                STUMP,
                Filter.of(
                        legend,
                        ImmutableList.copyOf(Part.values()).stream()
                                .collect(ImmutableMap.toImmutableMap(part -> part, part -> part.of(filter))),
                        filter.geometry()));
    }

    private static String refutation(Subject subject) {
        return Refutations.of(CHECK.check(subject));
    }
}
