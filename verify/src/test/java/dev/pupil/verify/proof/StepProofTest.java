package dev.pupil.verify.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Neighbourhood;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.trial.random.ProgramGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepProofTest {
    private static final Subject PARITY = Subjects.example("parity");
    private static final Settings CROSS_CHECKED = new Settings(Settings.Effort.STANDARD, true, 1);
    private static final int RANDOM_PROGRAMS = Integer.getInteger("pupil.random.proofs", 25);

    @ParameterizedTest
    @ValueSource(strings = {"conjunction", "dictator", "disjunction", "duet", "parity", "stump", "xor"})
    void everyExamplesNetworkComputesItsRules(String example) {
        assertThat(verdict(Subjects.example(example))).isEqualTo(new Verdict.Holds());
    }

    @Test
    void theNetworksOfRandomProgramsComputeTheirRules() {
        int proved = 0;
        for (long seed = 1; proved < RANDOM_PROGRAMS; seed++) {
            Source source = new Source("random.pupil", ProgramGenerator.program(seed));
            Optional<Subject> subject = compiled(source);
            if (subject.isPresent()) {
                assertThat(verdict(subject.get()))
                        .as("program %s:%n%s", seed, source.text())
                        .isEqualTo(new Verdict.Holds());
                proved++;
            }
        }
    }

    private static Optional<Subject> compiled(Source source) {
        try {
            return Optional.of(Subjects.compiled(source));
        } catch (DiagnosticException refused) {
            return Optional.empty();
        }
    }

    @Test
    void aChangedBiasIsShownInTheSmallestNeighbourhoodWithTheUnitsThatMatter() {
        Counterexample shown = refuted(Networks.with(PARITY, Part.MIX_BIAS, channel("started"), -1));

        assertThat(shown.summary())
                .isEqualTo("the weights make channel 'started' -2 where the rule of 'started' gives 0");
        assertThat(shown.units()).containsExactly("started#2 adds -1");
        assertThat(shown.neighbourhood().orElseThrow().pixels())
                .allSatisfy(pixel -> assertThat(pixel.lane()).isZero())
                .allSatisfy(pixel -> assertThat(pixel.marked()).isEmpty());
    }

    @Test
    void aChangedWeightOfALearnersRuleIsShownWithTheRulesPlaceInTheSource() {
        Subject duet = Subjects.example("duet");
        ImmutableList<Channel> channels = duet.file().filter().channels();
        Channel learned = channels.stream()
                .filter(channel -> channel.roles().stream()
                        .allMatch(role -> role.origin().span().isPresent()))
                .findFirst()
                .orElseThrow();
        Counterexample shown = refuted(Networks.with(duet, Part.MIX_BIAS, channels.indexOf(learned), 5));

        assertThat(learned.roles()).extracting(role -> role.origin().span()).contains(shown.span());
    }

    @Test
    void aLaneThatIsNotCarriedUnchangedIsRefuted() {
        assertThat(refuted(Networks.with(PARITY, Part.MIX_BIAS, 0, -1)).summary())
                .isEqualTo("the weights make channel 'lane' 1 where the lane holds 0");
    }

    @Test
    void aChangedHeadIsRefuted() {
        assertThat(refuted(Networks.with(PARITY, Part.HEAD_OUTPUT_WEIGHT, 2, 1)).summary())
                .isEqualTo("a pixel adds 0 to the output where the program gives 1");
    }

    @Test
    void twoChannelsWhoseLabelsAreSwappedAreRefuted() {
        List<Channel> channels = new ArrayList<>(PARITY.file().filter().channels());
        Collections.swap(channels, channel("started"), channel("running"));

        assertThat(verdict(Networks.withChannels(PARITY, ImmutableList.copyOf(channels))))
                .isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void aFalseInvariantIsRefutedWithANeighbourhoodFromWhichAStepBreaksIt() {
        Term never = Terms.not(Terms.read("answered"));
        Counterexample shown = refuted(Networks.withInvariants(PARITY, with(never)));

        assertThat(shown.summary()).isEqualTo("the file's invariant '!answered' is broken by the step from here");
        assertThat(shown.neighbourhood()).isPresent();
    }

    @Test
    void anInvariantThatDoesNotHoldAtFirstIsRefuted() {
        assertThat(refuted(Networks.withInvariants(PARITY, with(Terms.read("inside"))))
                        .summary())
                .isEqualTo("the file's invariant 'inside' does not hold before the first step");
    }

    @Test
    void anInvariantOfAnotherProgramIsRefuted() {
        assertThat(refuted(Networks.withInvariants(PARITY, with(Terms.not(Terms.read("weather")))))
                        .summary())
                .isEqualTo("the invariant '!weather' speaks of 'weather', which is no field of the program");
    }

    @Test
    void anInvariantThatIsNoBitIsRefuted() {
        Term number = new Term.Binary(BinaryOperator.ADD, Terms.read("inside"), Terms.read("inside", Offset.UP));

        assertThat(refuted(Networks.withInvariants(PARITY, with(number))).summary())
                .isEqualTo("'inside + inside@up' should be a bit, but can have other values than 0 and 1");
    }

    private static ImmutableList<Term> with(Term invariant) {
        return ImmutableList.<Term>builder()
                .addAll(PARITY.file().filter().legend().invariants())
                .add(invariant)
                .build();
    }

    @Test
    void withoutItsInvariantsANetworkIsRefuted() {
        assertThat(verdict(Networks.withInvariants(PARITY, ImmutableList.of()))).isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void aFileWithAnotherProgramsSourceIsRefuted() {
        Subject stump = Subjects.example("stump");
        Subject mixed = new Subject(PARITY.file(), stump.lowering());

        assertThat(verdict(mixed)).isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void aPermutedEncodingIsRefuted() {
        Subject stump = Subjects.example("stump");
        Legend legend = stump.file().filter().legend();
        Map.Entry<String, Encoding> field = legend.encodings().entrySet().stream()
                .filter(entry -> entry.getValue().codes().size() > 3)
                .findFirst()
                .orElseThrow();

        assertThat(verdict(Networks.with(stump, withEncoding(legend, field.getKey(), swapped(field.getValue())))))
                .isInstanceOf(Verdict.Refuted.class);
    }

    /** The codes of two values that are not at rest, exchanged. */
    private static Encoding swapped(Encoding encoding) {
        List<Integer> moving = encoding.codes().keySet().stream()
                .filter(value -> encoding.code(value) != 0)
                .toList();
        int one = moving.get(0);
        int other = moving.get(1);
        ImmutableSortedMap.Builder<Integer, Integer> codes = ImmutableSortedMap.naturalOrder();
        encoding.codes()
                .forEach((value, code) -> codes.put(
                        value, value == one ? encoding.code(other) : value == other ? encoding.code(one) : code));
        return new Encoding(encoding.bits(), codes.buildOrThrow());
    }

    @Test
    void aRestThatIsNotZeroIsRefuted() {
        Legend legend = PARITY.file().filter().legend();
        Encoding upsideDown = new Encoding(1, ImmutableSortedMap.of(0, 1, 1, 0));

        assertThat(refuted(Networks.with(PARITY, withEncoding(legend, "running", upsideDown)))
                        .summary())
                .isEqualTo(
                        "field 'running' rests at 0, whose code in the file is 1: padding and the first image are 0");
    }

    @Test
    void aMissingFieldIsRefuted() {
        Legend legend = PARITY.file().filter().legend();
        ImmutableMap<String, Encoding> fewer = legend.encodings().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("running"))
                .collect(ImmutableMap.toImmutableMap(entry -> entry.getKey(), entry -> entry.getValue()));

        assertThat(refuted(Networks.with(PARITY, withEncodings(legend, fewer))).summary())
                .isEqualTo("the file does not say how the program's field 'running' is written in bits");
    }

    @Test
    void aWeightThatIsTooFineForExactProofsIsLeftUndecided() {
        assertThat(verdict(Networks.with(PARITY, Part.MIX_BIAS, 1, Math.scalb(1.0, -60))))
                .isEqualTo(new Verdict.Undecided(
                        "the weight 8.673617379884035E-19 is too large or too fine for these proofs"));
    }

    @Test
    void outsideTheImageNothingIsShown() {
        Neighbourhood shown = refuted(Networks.with(PARITY, Part.HEAD_OUTPUT_WEIGHT, 2, 1))
                .neighbourhood()
                .orElseThrow();

        assertThat(shown.pixels())
                .filteredOn(pixel -> !pixel.inside())
                .allSatisfy(pixel -> assertThat(pixel.marked()).isEmpty());
        assertThat(shown.at(Offset.CENTER).fields())
                .containsEntry("answered", 1)
                .containsEntry("answer", 1);
    }

    private static Legend withEncoding(Legend legend, String field, Encoding encoding) {
        ImmutableMap.Builder<String, Encoding> encodings = ImmutableMap.builder();
        encodings.putAll(legend.encodings()).put(field, encoding);
        return withEncodings(legend, encodings.buildKeepingLast());
    }

    private static Legend withEncodings(Legend legend, ImmutableMap<String, Encoding> encodings) {
        return new Legend(legend.name(), legend.channels(), legend.units(), encodings, legend.invariants());
    }

    private static int channel(String name) {
        return PARITY.file().filter().channels().stream()
                .map(Channel::name)
                .toList()
                .indexOf(name);
    }

    private static Verdict verdict(Subject subject) {
        return StepProof.check(subject, Settings.DEFAULT).verdict();
    }

    private static Counterexample refuted(Subject subject) {
        assertThat(verdict(subject)).isInstanceOf(Verdict.Refuted.class);
        return ((Verdict.Refuted) verdict(subject)).counterexample();
    }

    @Test
    void aSecondOpinionConfirmsProofs() {
        assertThat(StepProof.check(Subjects.example("xor"), CROSS_CHECKED))
                .satisfies(conclusion -> assertThat(conclusion.verdict()).isEqualTo(new Verdict.Holds()))
                .satisfies(conclusion -> assertThat(conclusion.evidence()).hasSize(3));
    }

    @Test
    void aSecondOpinionConfirmsRefutations() {
        assertThat(StepProof.check(Networks.with(PARITY, Part.MIX_BIAS, 1, -1), CROSS_CHECKED)
                        .verdict())
                .isInstanceOf(Verdict.Refuted.class);
        assertThat(StepProof.check(
                                Networks.withInvariants(PARITY, with(Terms.not(Terms.read("answered")))), CROSS_CHECKED)
                        .verdict())
                .isInstanceOf(Verdict.Refuted.class);
    }
}
