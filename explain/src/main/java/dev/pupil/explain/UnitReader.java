package dev.pupil.explain;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend.UnitLabel;
import dev.pupil.compiler.text.TermText;
import dev.pupil.explain.Explanation.UnitNote;
import java.util.Optional;
import java.util.stream.IntStream;

/** Explains hidden units. */
final class UnitReader {
    private final Filter filter;
    private final Decisions decisions;
    private final StepFunctions functions;
    private final Situations situations;
    private final Tally tally;
    private final SourceText source;

    UnitReader(
            Filter filter,
            Decisions decisions,
            StepFunctions functions,
            Situations situations,
            Tally tally,
            SourceText source) {
        this.filter = filter;
        this.decisions = decisions;
        this.functions = functions;
        this.situations = situations;
        this.tally = tally;
        this.source = source;
    }

    /** A hidden unit by its number. */
    UnitNote note(int unit) {
        try {
            return note(unit, functions.unit(unit));
        } catch (TooLargeException large) {
            String remark = "Its cases were not told apart: %s.".formatted(large.getMessage());
            return note(unit, tally.of(unit), Optional.empty(), Optional.empty(), ImmutableList.of(remark));
        }
    }

    private UnitNote note(int unit, Levels levels) {
        Decision care = situations.care(levels);
        Decision positive = levels.where(decisions, value -> value.signum() > 0);
        Optional<Term> exactly = situations.exactly(positive);
        Optional<Term> within = situations.cubes(positive, care).flatMap(situations::term);
        ImmutableList.Builder<String> remarks = ImmutableList.builder();
        if (!decisions.meet(positive, care)) {
            remarks.add("It is never more than 0 where the invariants hold, so it does nothing.");
        } else {
            idleInputs(unit, levels, care).ifPresent(remarks::add);
        }
        String cases = situations.cases(levels, care).orElseGet(() -> tally.of(unit, decisions.and(care, positive)));
        return note(unit, cases, exactly.map(UnitReader::text), within.map(UnitReader::text), remarks.build());
    }

    private UnitNote note(
            int unit, String cases, Optional<String> exactly, Optional<String> within, ImmutableList<String> remarks) {
        UnitLabel label = filter.units().get(unit);
        ImmutableList<String> readers = IntStream.range(0, filter.channels().size())
                .filter(channel -> filter.mix(channel, unit) != 0)
                .mapToObj(channel -> filter.channels().get(channel).name())
                .collect(toImmutableList());
        ImmutableList<String> all = readers.isEmpty()
                ? ImmutableList.<String>builder()
                        .addAll(remarks)
                        .add("No channel reads it.")
                        .build()
                : remarks;
        return new UnitNote(
                label.name(),
                formula(unit),
                cases,
                exactly,
                within,
                readers,
                label.origin().part(),
                source.of(label.origin()),
                all);
    }

    private static String text(Term term) {
        return TermText.print(term).strip().replaceAll("\\s+", " ");
    }

    /** relu(Σ weights·inputs + bias). */
    private String formula(int unit) {
        Formula formula = new Formula();
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                String name = Formula.name(filter.channels().get(channel).name()) + Filter.offset(tap);
                formula.add(filter.convolution(unit, channel, tap), name);
            }
        }
        return formula.add(filter.convolutionBias().values().get(unit)).rectified();
    }

    /** Says which inputs make no difference where the invariants hold. */
    private Optional<String> idleInputs(int unit, Levels levels, Decision care) {
        ImmutableList.Builder<String> idle = ImmutableList.builder();
        for (int channel = 0; channel < filter.channels().size(); channel++) {
            for (int tap = 0; tap < Filter.TAPS; tap++) {
                if (filter.convolution(unit, channel, tap) != 0
                        && isSame(levels, functions.unitWithout(unit, channel, tap), care)) {
                    idle.add(Formula.name(filter.channels().get(channel).name()) + Filter.offset(tap));
                }
            }
        }
        ImmutableList<String> names = idle.build();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Where the invariants hold, it would be the same without %s."
                        .formatted(String.join(", or without ", names)));
    }

    private boolean isSame(Levels one, Levels other, Decision care) {
        return one.minus(decisions, other).within(decisions, care).where().keySet().stream()
                .allMatch(difference -> difference.signum() == 0);
    }
}
