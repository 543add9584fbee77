package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.prelude.InvariantCandidates;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import java.util.List;
import java.util.Set;

/**
 * What should hold at every pixel after every step, because the construction means it so. These are claims only: each
 * is used where it has been proved by induction, and those that can't be are dropped.
 */
final class SequenceInvariants {
    private static final Set<String> PLACES =
            Set.of(SequenceNames.FIRST_COLUMN, SequenceNames.LABEL_COLUMN, SequenceNames.FEATURE_COLUMN);

    private static final ImmutableSet<String> IN_ROW_ZERO =
            ImmutableSet.of(SequenceNames.OUT, SequenceNames.BACK, SequenceNames.COLUMN_TOKEN);

    private static final ImmutableSet<String> IN_COLUMN_ZERO = ImmutableSet.of(
            SequenceNames.ROW_TOKEN,
            SequenceNames.ORDER,
            SequenceNames.ADDEND,
            SequenceNames.OPERAND,
            SequenceNames.ACCUMULATOR,
            SequenceNames.OVERFLOW,
            SequenceNames.REPLY,
            SequenceNames.ROW_REPLY,
            SequenceNames.SIGN_ROW,
            SequenceNames.MEASURING,
            SequenceNames.SIGN,
            SequenceNames.COUNT);

    private final List<Field> fields;
    private final RegisterFile registerFile;
    private final ImmutableList.Builder<Term> claims = ImmutableList.builder();

    private SequenceInvariants(List<Field> fields, RegisterFile registerFile) {
        this.fields = fields;
        this.registerFile = registerFile;
    }

    static ImmutableList<Term> of(List<Field> fields, RegisterFile registerFile) {
        SequenceInvariants invariants = new SequenceInvariants(fields, registerFile);
        invariants.places();
        invariants.claims.addAll(InvariantCandidates.ofPrelude(fields, Direction.RIGHT, PLACES));
        return invariants.claims.build();
    }

    private void claim(Term premise, Term conclusion) {
        claims.add(Terms.implies(premise, conclusion));
    }

    private boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** Where fields hold anything at all. */
    private void places() {
        Term isRowZero = outside(Offset.UP);
        Term isColumnZero = outside(Offset.LEFT);
        Set<String> inRowZero = ImmutableSet.<String>builder()
                .addAll(IN_ROW_ZERO)
                .addAll(registerFile.columnMarkers())
                .addAll(registerFile.vectors().stream().map(Register::field).iterator())
                .addAll(registerFile.buffers().stream()
                        .map(RegisterFile.Buffer::field)
                        .iterator())
                .addAll(registerFile.registers().stream().map(Register::field).iterator())
                .build();
        Set<String> inColumnZero = ImmutableSet.<String>builder()
                .addAll(IN_COLUMN_ZERO)
                .addAll(registerFile.rowMarkers())
                .addAll(registerFile.numbers().stream().map(Register::field).iterator())
                .build();
        for (Field field : fields) {
            if (inRowZero.contains(field.name())) {
                claim(isActive(field), isRowZero);
            } else if (inColumnZero.contains(field.name())) {
                claim(isActive(field), isColumnZero);
            } else if (field.name().equals(SequenceNames.SMALL)) {
                claim(isActive(field), Terms.or(isRowZero, isColumnZero));
            } else if (field.name().equals(SequenceNames.STATE)) {
                claim(isActive(field), isRowZero);
                claim(isActive(field), isColumnZero);
            }
        }
        if (has(SequenceNames.EXAMPLE_LABEL)) {
            claim(Terms.read(SequenceNames.EXAMPLE_LABEL), Terms.not(Terms.read(SequenceNames.IS_QUERY)));
        }
        if (has(SequenceNames.SIGN)) {
            claim(Terms.read(SequenceNames.SIGN), Terms.read(SequenceNames.REPLY));
        }
    }

    private static Term isActive(Field field) {
        return Terms.not(Terms.equal(Terms.read(field.name()), Terms.constant(field.rest())));
    }
}
