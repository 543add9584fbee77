package dev.pupil.compiler.lower.processor.cells;

import static dev.pupil.compiler.lower.prelude.Names.inside;
import static dev.pupil.compiler.lower.prelude.Names.outside;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Action;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Scan;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import java.util.Optional;

/**
 * The head and what it works on in row 0: it goes out from column 0, carries the registers along, turns in the last
 * column, where nothing is stored, and comes back. Leaving a column to the right it executes a body that scans to the
 * right; coming to a column from the right, one that scans to the left.
 */
final class HeadFields {
    private final RegisterFile registerFile;
    private final Control control;
    private final Trips trips;
    private final ImmutableSet<String> registers;
    private final ValueRange ranges;

    HeadFields(RegisterFile registerFile, Control control, Trips trips) {
        this.registerFile = registerFile;
        this.control = control;
        this.trips = trips;
        this.ranges = new ValueRange(registerFile);
        this.registers = registerFile.registers().stream().map(Register::field).collect(ImmutableSet.toImmutableSet());
    }

    ImmutableList<Field> fields() {
        ImmutableList.Builder<Field> fields = ImmutableList.builder();
        fields.add(out(), back());
        registerFile.registers().forEach(register -> fields.add(register(register)));
        registerFile.vectors().forEach(vector -> fields.add(vector(vector)));
        return fields.build();
    }

    /** Time table, Scan: the head is in column c at t + c. */
    private Field out() {
        Term before = Terms.read(SequenceNames.OUT, Offset.LEFT);
        Term next = Terms.choice(
                Trips.isSet(SequenceNames.OUT, Offset.LEFT),
                Terms.choice(inside(Offset.RIGHT), before, Terms.constant(0)),
                control.sent(trips::sent, Terms.constant(0)));
        return Fields.number(SequenceNames.OUT, "the head is here, on its way out", trips.ways(), next);
    }

    /** Time table, Scan: the head turns at t + w − 1 and is back at t + 2w − 2. */
    private Field back() {
        Term turning = Terms.and(outside(Offset.RIGHT), Trips.isSet(SequenceNames.OUT, Offset.LEFT));
        Term next = Terms.choice(
                turning,
                trips.turned(Terms.read(SequenceNames.OUT, Offset.LEFT)),
                Terms.read(SequenceNames.BACK, Offset.RIGHT));
        return Fields.number(SequenceNames.BACK, "the head is here, on its way back", trips.waysBack(), next);
    }

    /** Time table, Scan: registers are where the head is, so that control has their new values when the head is back. */
    private Field register(Register register) {
        String name = register.field();
        Term out = trips.onWayOut(Offset.LEFT, scan -> onWayOut(scan, name), Terms.read(name, Offset.LEFT));
        Term back = trips.onWayBack(scan -> onWayBack(scan, name), Terms.read(name, Offset.RIGHT));
        Term next = Terms.choice(
                Trips.isSet(SequenceNames.OUT, Offset.LEFT),
                out,
                Terms.choice(
                        Trips.isSet(SequenceNames.BACK, Offset.RIGHT),
                        back,
                        Terms.choice(Control.isHere(), atHome(register), Terms.constant(register.initial()))));
        return Fields.of(register, next);
    }

    /** What a register becomes while the head is with control. */
    private Term atHome(Register register) {
        Term kept = Terms.read(register.field());
        return control.during(
                action -> {
                    if (action instanceof Instruction.Compute compute) {
                        return ranges.within(
                                register.field(),
                                Optional.ofNullable(compute.updates().get(register.field()))
                                        .orElse(kept));
                    }
                    if (action instanceof Instruction.Test test
                            && test.register().equals(register.field())) {
                        return Terms.choice(Terms.read(SequenceNames.REPLY), Terms.read(SequenceNames.SIGN), kept);
                    }
                    return action instanceof Action.NextExample && !register.lasting()
                            ? Terms.constant(register.initial())
                            : kept;
                },
                kept);
    }

    private Field vector(Register vector) {
        Term kept = scanned(vector.field(), Terms.read(vector.field()));
        Term next = vector.lasting()
                ? kept
                : Terms.choice(Terms.read(SequenceNames.CALL), Terms.constant(vector.initial()), kept);
        return Fields.of(vector, next);
    }

    /** What a field of row 0 becomes by scans. */
    Term scanned(String field, Term otherwise) {
        return trips.onWayOut(
                Offset.CENTER,
                scan -> cell(scan, field).orElse(otherwise),
                trips.onWayBack(
                        scan -> cell(scan, field).map(this::comingFromTheRight).orElse(otherwise), otherwise));
    }

    private Term register(Scan scan, String register) {
        Term value = Optional.ofNullable(scan.body().carried().get(register)).orElse(Terms.read(register));
        return ranges.within(register, value);
    }

    private Optional<Term> cell(Scan scan, String field) {
        return Optional.ofNullable(scan.body().cells().get(field)).map(value -> ranges.within(field, value));
    }

    private Term onWayOut(Scan scan, String register) {
        Term value = register(scan, register);
        return Terms.replaceReads(value, read -> Terms.read(read.name(), Offset.LEFT));
    }

    private Term onWayBack(Scan scan, String register) {
        Term value = register(scan, register);
        return comingFromTheRight(value);
    }

    private Term comingFromTheRight(Term value) {
        return Terms.replaceReads(
                value, read -> registers.contains(read.name()) ? Terms.read(read.name(), Offset.RIGHT) : read);
    }
}
