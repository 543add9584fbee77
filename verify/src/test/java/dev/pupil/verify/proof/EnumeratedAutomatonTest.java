package dev.pupil.verify.proof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.Lowering;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.TermEvaluator;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.CircuitBuilder;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.FilterBuilder;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.size.SizeExpression;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An automaton that sees so little that all it can see is quickly listed. */
class EnumeratedAutomatonTest {
    private static final Automaton AUTOMATON = automaton();
    private static final Subject SUBJECT = subject();
    private static final List<Situation> SITUATIONS = situations();

    /** What the pixel and the one at its left hold; all others rest, where nothing looks. */
    private record Situation(int lane, ImmutableMap<String, Integer> pixel, ImmutableMap<String, Integer> left)
            implements TermEvaluator.Neighbourhood {
        @Override
        public int field(String name, Offset at) {
            return at(at).getOrDefault(name, 0);
        }

        private ImmutableMap<String, Integer> at(Offset at) {
            return at.equals(Offset.CENTER) ? pixel : at.equals(Offset.LEFT) ? left : ImmutableMap.of();
        }
    }

    private static Automaton automaton() {
        Term isPositive = new Term.Lane(1);
        Term levelAtLeft = Terms.read("level", Offset.LEFT);
        Term more = Terms.binary(
                BinaryOperator.MINIMUM, Terms.binary(BinaryOperator.ADD, levelAtLeft, Terms.TRUE), Terms.constant(2));
        return new Automaton(
                "tiny",
                ImmutableList.of(
                        field(Automaton.INSIDE, 1, Terms.TRUE),
                        field("select", 1, Terms.and(Terms.not(isPositive), Terms.read(Automaton.INSIDE, Offset.LEFT))),
                        field(
                                "answered",
                                1,
                                Terms.or(Terms.read("answered"), Terms.equal(levelAtLeft, Terms.constant(2)))),
                        field("answer", 1, Terms.xor(Terms.read("answered"), Terms.read("select"))),
                        field("level", 2, Terms.choice(isPositive, more, Terms.read("level")))),
                ImmutableList.of(),
                new Automaton.Head("select", "answered", "answer"),
                new Automaton.Geometry(
                        SizeExpression.of(0, 1, 1), SizeExpression.of(1, 0, 1), SizeExpression.of(1, 1, 0)));
    }

    private static Field field(String name, int high, Term next) {
        return new Field(name, name, 0, high, 0, next, new Origin("test", Optional.empty()));
    }

    private static Subject subject() {
        Subject any = Subjects.example("xor");
        Filter filter = FilterBuilder.build(CircuitBuilder.build(AUTOMATON));
        return new Subject(
                WeightFile.untrained(filter, any.file().source()),
                new Lowering(any.lowering().program(), any.lowering().way(), AUTOMATON));
    }

    private static List<Situation> situations() {
        List<Situation> situations = new ArrayList<>();
        for (int lane = -1; lane <= 1; lane++) {
            // Before the first step everything rests.
            situations.add(new Situation(lane, ImmutableMap.of(), ImmutableMap.of()));
            for (ImmutableMap<String, Integer> pixel : pixels()) {
                situations.add(new Situation(lane, pixel, ImmutableMap.of()));
                for (ImmutableMap<String, Integer> left : pixels()) {
                    situations.add(new Situation(lane, pixel, left));
                }
            }
        }
        return situations;
    }

    /** All that a pixel of the image can hold after the first step. */
    private static List<ImmutableMap<String, Integer>> pixels() {
        List<ImmutableMap<String, Integer>> pixels = new ArrayList<>();
        for (int bits = 0; bits < 8; bits++) {
            for (int level = 0; level <= 2; level++) {
                pixels.add(ImmutableMap.of(
                        Automaton.INSIDE,
                        1,
                        "select",
                        bits & 1,
                        "answered",
                        bits >> 1 & 1,
                        "answer",
                        bits >> 2,
                        "level",
                        level));
            }
        }
        return pixels;
    }

    @Test
    void whatIsProvedIsWhatHoldsInEverySituation() {
        int right = 0;
        int changes = 0;
        for (Part part : List.of(Part.CONVOLUTION_WEIGHT, Part.CONVOLUTION_BIAS, Part.MIX_WEIGHT, Part.MIX_BIAS)) {
            double[] values = part.of(SUBJECT.file().filter()).values().toArray();
            for (int index = 0; index < values.length; index++) {
                for (int change = -1; change <= 1; change++) {
                    // Weights that are 0 stay: only the pixel and the one at its left are listed.
                    if (values[index] != 0) {
                        Subject changed = Networks.with(SUBJECT, part, index, values[index] + change);
                        boolean isRight = SITUATIONS.stream().allMatch(situation -> isRight(changed, situation));
                        assertThat(StepProof.check(changed, Settings.DEFAULT).verdict() instanceof Verdict.Holds)
                                .as("%s at %s of %s", values[index] + change, index, part)
                                .isEqualTo(isRight);
                        changes++;
                        right += isRight ? 1 : 0;
                    }
                }
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(changes / 3).isLessThan(changes);
    }

    /** Whether the network's channels become those of what the rules say. */
    private static boolean isRight(Subject subject, Situation situation) {
        Filter filter = subject.file().filter();
        ImmutableMap.Builder<String, Integer> next = ImmutableMap.builder();
        AUTOMATON.fields().forEach(field -> next.put(field.name(), TermEvaluator.evaluate(field.next(), situation)));
        ImmutableMap<String, Integer> after = next.buildOrThrow();
        double[] hidden = hidden(filter, situation);
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            double sum = filter.mixBias().values().get(channel);
            for (int unit = 0; unit < hidden.length; unit++) {
                sum += filter.mix(channel, unit) * hidden[unit];
            }
            if (sum != (channel == 0 ? situation.lane() : bit(filter, channel, after))) {
                return false;
            }
        }
        return true;
    }

    private static double[] hidden(Filter filter, Situation situation) {
        double[] hidden = filter.convolutionBias().values().toArray();
        for (int unit = 0; unit < hidden.length; unit++) {
            hidden[unit] += filter.convolution(unit, 0, Filter.TAPS / 2) * situation.lane();
            for (int channel = 1; channel < filter.channels().size(); channel++) {
                for (int tap = 0; tap < Filter.TAPS; tap++) {
                    hidden[unit] += filter.convolution(unit, channel, tap)
                            * bit(filter, channel, situation.at(Filter.offset(tap)));
                }
            }
            hidden[unit] = Math.max(0, hidden[unit]);
        }
        return hidden;
    }

    /** What a channel, whose roles have no conditions, holds of a pixel. */
    private static int bit(Filter filter, int channel, ImmutableMap<String, Integer> pixel) {
        int bit = 0;
        for (Role role : filter.channels().get(channel).roles()) {
            assertThat(role.when()).isEmpty();
            int value = pixel.getOrDefault(role.field(), 0);
            int code = requireNonNull(filter.legend().encodings().get(role.field()))
                    .code(value);
            bit |= code >> role.bit() & 1;
        }
        return bit;
    }
}
