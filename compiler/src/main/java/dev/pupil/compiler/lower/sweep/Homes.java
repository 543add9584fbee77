package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows in which column every variable lives, and by which slot. */
final class Homes {
    private final Slots slots;
    private final Column scalarMemory;
    private final Map<Variable, Rows> memoryRows;
    private final Set<Variable> columnValues;
    private final boolean labelChanges;
    private final Optional<Set<Variable>> given;

    /**
     * The homes of one routine's variables.
     *
     * @param scalarMemory the column of memory that is not an array
     * @param memoryRows where memory has been seen so far; shared by both routines
     * @param columnValues locals that move down the label column
     * @param labelChanges whether the routine may assign the label
     */
    Homes(
            Slots slots,
            Column scalarMemory,
            Map<Variable, Rows> memoryRows,
            Set<Variable> columnValues,
            boolean labelChanges) {
        this.slots = slots;
        this.scalarMemory = scalarMemory;
        this.memoryRows = memoryRows;
        this.columnValues = columnValues;
        this.labelChanges = labelChanges;
        this.given = Optional.empty();
    }

    /**
     * The homes of a nest's variables, where all vectors move down with what comes by.
     *
     * @param given scalars that are the same in every pixel and change nowhere
     */
    Homes(Slots slots, Set<Variable> given) {
        this.slots = slots;
        this.scalarMemory = Column.FIRST;
        this.memoryRows = noMemory();
        this.columnValues = Set.of();
        this.labelChanges = true;
        this.given = Optional.of(given);
    }

    /** Whether a scalar is the same in every pixel and changes nowhere. */
    boolean isGiven(Variable scalar) {
        return given.isPresent() && given.get().contains(scalar);
    }

    /** Where memory is used, for both routines to fill. */
    static Map<Variable, Rows> noMemory() {
        return new HashMap<>();
    }

    /** Whether a routine assigns the label. */
    static boolean changesLabel(List<Statement> routine) {
        return routine.stream().anyMatch(statement -> changesLabel(statement, false));
    }

    private static boolean changesLabel(Statement statement, boolean inLoopToLabel) {
        if (statement instanceof Statement.Assign assign) {
            return assign.target() instanceof Expression.Element element
                    && element.array().kind() == Variable.Kind.EXAMPLE
                    && (isLabelIndex(element.indices().getFirst())
                            || (inLoopToLabel && isLoopIndex(element.indices().getFirst())));
        }
        boolean reaches = statement instanceof Statement.For loop
                && loop.high().features() == 1
                && loop.high().constant() >= 1;
        return statement.blocks().stream()
                .flatMap(List::stream)
                .anyMatch(inner -> changesLabel(inner, inLoopToLabel || reaches));
    }

    private static boolean isLabelIndex(Expression index) {
        return index instanceof Expression.Index affine && affine.value().equals(Affine.ofFeatures());
    }

    private static boolean isLoopIndex(Expression index) {
        return index instanceof Expression.Index affine
                && !affine.value().loops().isEmpty();
    }

    /** Whether a local moves down the label column. */
    boolean isColumnValue(Variable local) {
        return columnValues.contains(local);
    }

    /** Whether an element is the label, and every pixel knows it. */
    boolean isLabelForAll(Expression.Element element) {
        return element.array().kind() == Variable.Kind.EXAMPLE
                && !labelChanges
                && isLabelIndex(element.indices().getFirst());
    }

    /** Whether an expression is something that lives in a certain column. */
    boolean isAnchored(Expression expression) {
        return switch (expression) {
            case Expression.Element element -> !isLabelForAll(element);
            case Expression.Read read ->
                read.variable().kind() == Variable.Kind.MEMORY || columnValues.contains(read.variable());
            default -> false;
        };
    }

    /** Whether an anchored expression lives in the column of the loop around it. */
    boolean isOwn(Expression anchored, Positions positions) {
        if (!(anchored instanceof Expression.Element element)) {
            return false;
        }
        List<Expression> growing = Slots.growingIndices(element);
        return !growing.isEmpty() && positions.isOwnColumn(growing.getLast());
    }

    /** The single column where an anchored expression lives. */
    Column column(Expression anchored, Positions positions) throws NotASweepException {
        if (anchored instanceof Expression.Element element) {
            List<Expression> growing = Slots.growingIndices(element);
            return growing.isEmpty() ? scalarMemory : positions.column(growing.getLast(), element);
        }
        Variable variable = anchored.named().orElseThrow();
        return variable.kind() == Variable.Kind.MEMORY ? scalarMemory : Column.LABEL;
    }

    /** The slot of a variable, which the pixel where it is used must hold. */
    String slot(Expression variable, Positions positions) throws NotASweepException {
        if (variable instanceof Expression.Element element) {
            if (given.isPresent() && element.array().dimensions().size() == 1) {
                return slots.travelling(element.array(), element.span());
            }
            if (element.array().kind() == Variable.Kind.EXAMPLE) {
                return isLabelForAll(element) ? slots.label() : slots.feature();
            }
            checkRow(element, positions);
            return slots.cell(element.array(), Slots.constantIndices(element));
        }
        Variable scalar = variable.named().orElseThrow();
        if (isGiven(scalar)) {
            return slots.given(scalar, variable.span());
        }
        if (scalar.kind() == Variable.Kind.MEMORY) {
            if (positions.rows() == Rows.EACH) {
                throw elsewhere(scalar, variable.span(), "every row would need it");
            }
            use(scalar, positions.rows(), variable.span());
            return slots.cell(scalar, List.of());
        }
        Slot.Kind kind = columnValues.contains(scalar) ? Slot.Kind.COLUMN : Slot.Kind.CARRY;
        return slots.local(scalar, kind, variable.span());
    }

    private void checkRow(Expression.Element element, Positions positions) throws NotASweepException {
        List<Expression> growing = Slots.growingIndices(element);
        Variable array = element.array();
        if (growing.size() > 2) {
            throw new NotASweepException(
                    element.span(),
                    "'" + array.name()
                            + "' has more than two dimensions that grow, and the image has rows and columns");
        }
        if (growing.size() == 2) {
            if (positions.rows() != Rows.EACH || !positions.isOwnRow(growing.getFirst())) {
                throw new NotASweepException(
                        element.span(),
                        "this reads or writes a row of '" + array.name() + "' that the example is not in");
            }
        } else if (positions.rows() == Rows.EACH && (growing.isEmpty() || !positions.isOwnRow(growing.getFirst()))) {
            throw elsewhere(array, element.span(), "every row would need all of it");
        }
        use(array, positions.rows(), element.span());
    }

    private void use(Variable memory, Rows rows, Span span) throws NotASweepException {
        Rows before = memoryRows.putIfAbsent(memory, rows);
        if (before != null && before != rows) {
            throw elsewhere(memory, span, "another part of the program keeps it in other rows");
        }
    }

    private static NotASweepException elsewhere(Variable memory, Span span, String why) {
        return new NotASweepException(span, "'" + memory.name() + "' can't lie where this needs it: " + why);
    }
}
