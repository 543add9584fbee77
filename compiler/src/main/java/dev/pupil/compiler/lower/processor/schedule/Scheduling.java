package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.lower.processor.instruction.Reach;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.rewrite.Flattened;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Polynomial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the parts of the scheduler share while they work on one program. */
public final class Scheduling {
    private final Flattened flattened;
    private final Emitter emitter = new Emitter();
    private final RegisterAllocation allocation;
    private final ImageSize size = new ImageSize();
    private final Hull hull = new Hull();
    private final Sums sums = new Sums(this);
    private final Places places;
    private final Values values = new Values(this);
    private final List<Register> temporaries = new ArrayList<>();
    private final List<Register> temporaryNumbers = new ArrayList<>();
    private final Map<Variable, Register> counters = new HashMap<>();
    private final Map<Register, Reach> reaches = new HashMap<>();
    private final Map<Long, Register> constants = new LinkedHashMap<>();
    private Label label = Label.CHANGING;
    private Optional<Register> features = Optional.empty();
    private Optional<Register> examples = Optional.empty();

    Scheduling(Flattened flattened) {
        this.flattened = flattened;
        Program program = flattened.program();
        this.allocation = new RegisterAllocation(program.example(), program.query());
        this.places = new Places(this, InductionVariables.of(program));
    }

    Program program() {
        return flattened.program();
    }

    Emitter emitter() {
        return emitter;
    }

    RegisterAllocation allocation() {
        return allocation;
    }

    ImageSize size() {
        return size;
    }

    Hull hull() {
        return hull;
    }

    Sums sums() {
        return sums;
    }

    Places places() {
        return places;
    }

    Values values() {
        return values;
    }

    /** Comes to the statements of the next routine. */
    void beginRoutine(List<Statement> statements) {
        allocation.beginRoutine();
        label = Label.of(statements);
    }

    /** What is known of the label in the routine. */
    Label label() {
        return label;
    }

    /** The register of a finite scalar, or the number of a wide one. */
    Register home(Variable variable) {
        for (int i = 0; i < variable.dimensions().size(); i++) {
            Polynomial extent = flattened.extent(variable.dimensions().get(i));
            if (variable.dimensions().size() == 2 && i == 0) {
                size.needsRows(extent);
            } else {
                size.needsColumns(extent);
            }
        }
        Register home = allocation.home(variable);
        if (variable.dimensions().size() == 2) {
            reaches.put(home, size.reach(variable.dimensions().getFirst()));
        }
        return home;
    }

    /** How far down a matrix that has a home goes. */
    Reach reach(Register matrix) {
        return Objects.requireNonNull(reaches.get(matrix));
    }

    /** A register until {@link #endStatement()}. */
    Register temporary(String purpose, Type type) {
        Register register = allocation.register(purpose, type.low(), type.high());
        temporaries.add(register);
        return register;
    }

    /** A number until {@link #endStatement()}. */
    Register temporaryNumber(String purpose) {
        Register number = allocation.number(purpose);
        temporaryNumbers.add(number);
        return number;
    }

    /** Registers and numbers for values in between are free again. */
    void endStatement() {
        temporaryNumbers.forEach(allocation::releaseNumber);
        temporaryNumbers.clear();
        temporaries.forEach(allocation::release);
        temporaries.clear();
    }

    /** The number that counts a loop. */
    Register counter(Variable loop) {
        Register counter = counters.get(loop);
        if (counter == null) {
            throw new IllegalStateException(loop + " is not counted");
        }
        return counter;
    }

    void bindCounter(Variable loop, Register counter) {
        counters.put(loop, counter);
    }

    /** The number that holds d. */
    Register features() {
        Register number = features.orElseGet(() -> allocation.lastingNumber("features"));
        features = Optional.of(number);
        return number;
    }

    /** The number that holds m. */
    Register examples() {
        Register number = examples.orElseGet(() -> allocation.lastingNumber("examples"));
        examples = Optional.of(number);
        return number;
    }

    /** The number that holds a constant which is too large to be sent as a small value. */
    Register constant(long value) {
        return constants.computeIfAbsent(value, key -> allocation.lastingNumber("constant"));
    }

    /** The constants that are held by numbers. */
    ImmutableMap<Long, Register> constants() {
        return ImmutableMap.copyOf(constants);
    }

    boolean usesFeatures() {
        return features.isPresent();
    }

    boolean usesExamples() {
        return examples.isPresent();
    }
}
