package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Computes finite values: whatever they need is brought into registers. */
public final class Values {
    /** The label of the example in row 0, at control and in every column up to the label's own. */
    private static final Term LABEL = Terms.read(SequenceNames.EXAMPLE_LABEL);

    private final Scheduling scheduling;

    /** Numbers of the rows that have been copied to row 0 last; empty where one is known to the program only. */
    private final Map<Register, Optional<Affine>> rows = new HashMap<>();

    Values(Scheduling scheduling) {
        this.scheduling = scheduling;
    }

    /** The value as a term over registers, which is right until the statement ends or one of its variables changes. */
    Term term(Expression expression) {
        if (!expression.type().isFinite()) {
            throw new IllegalStateException("a wide value where a finite one is needed: " + expression.span());
        }
        return switch (expression) {
            case Expression.Constant constant -> Terms.constant(constant.value());
            case Expression.Index index ->
                index.value().isConstant()
                        ? Terms.constant(index.value().constant())
                        : scheduling.sums().narrowed(index, index.type());
            case Expression.Read read ->
                Terms.read(scheduling.home(read.variable()).field());
            case Expression.Element element -> loaded(element);
            case Expression.Unary unary -> Terms.unary(unary.operator(), term(unary.operand()));
            case Expression.Binary binary -> binary(binary);
            case Expression.Conditional conditional ->
                Terms.choice(
                        term(conditional.condition()),
                        inRange(conditional.whenTrue(), conditional.type()),
                        inRange(conditional.whenFalse(), conditional.type()));
            case Expression.Clamp clamp ->
                clamp.operand().type().isFinite()
                        ? Terms.clamp(
                                term(clamp.operand()),
                                clamp.type().low(),
                                clamp.type().high())
                        : scheduling.sums().narrowed(clamp.operand(), clamp.type());
        };
    }

    /** The value of an expression that may be wide, and whose value is in the range of a finite type. */
    Term inRange(Expression expression, Type type) {
        return expression.type().isFinite()
                ? term(expression)
                : scheduling.sums().narrowed(expression, type);
    }

    private Term binary(Expression.Binary binary) {
        if (areInRegisters(binary)) {
            return Terms.binary(binary.operator(), term(binary.left()), term(binary.right()));
        }
        return switch (binary.operator()) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                scheduling.sums().compare(binary.operator(), binary.left(), binary.right());
            case ADD, SUBTRACT, MINIMUM, MAXIMUM -> scheduling.sums().narrowed(binary, binary.type());
            case AND, OR, XOR -> throw new IllegalStateException("bits are finite");
        };
    }

    /**
     * Whether a value is computed in registers; else it is a sum, a minimum or a maximum in the accumulator, of which the
     * type only says that it is finite.
     */
    static boolean isInRegisters(Expression expression) {
        if (!expression.type().isFinite()) {
            return false;
        }
        return switch (expression) {
            case Expression.Index index -> index.value().isConstant();
            case Expression.Binary binary ->
                switch (binary.operator()) {
                    case ADD, SUBTRACT, MINIMUM, MAXIMUM -> areInRegisters(binary);
                    case AND, OR, XOR, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
                };
            default -> true;
        };
    }

    private static boolean areInRegisters(Expression.Binary binary) {
        return isInRegisters(binary.left()) && isInRegisters(binary.right());
    }

    private Term loaded(Expression.Element element) {
        if (scheduling.label().isIn(element)) {
            return LABEL;
        }
        Register array = scheduling.home(element.array());
        Term cell = Terms.read(array.field());
        if (element.indices().size() == 2) {
            cell = Terms.read(
                    loadRow(element.indices().getFirst(), array).buffer().field());
        }
        Term place = scheduling.places().column(element.indices().getLast());
        Register register = scheduling.temporary("element", element.type());
        scheduling.emitter().load(register.field(), place, cell);
        return Terms.read(register.field());
    }

    /** A matrix's row that has been copied to row 0. */
    record Row(RegisterFile.Buffer buffer, String marker) {}

    /** Says that rows may be copied to row 0 before what comes next which are not known here. */
    void forgetRows() {
        rows.clear();
    }

    /** Copies the row with a number to row 0, if it is not there. */
    Row loadRow(Expression number, Register matrix) {
        Optional<Affine> place = number.asAffine();
        boolean isThere = place.isPresent() && place.equals(rows.getOrDefault(matrix, Optional.empty()));
        Row row = newRow(number, matrix);
        if (!isThere) {
            scheduling.emitter().add(new Instruction.LoadRow(row.buffer(), row.marker(), scheduling.reach(matrix)));
        }
        return row;
    }

    /** A row in row 0 that is to become the one with a number. */
    Row newRow(Expression number, Register matrix) {
        String marker = scheduling.places().row(number, scheduling.reach(matrix));
        rows.put(matrix, number.asAffine());
        return new Row(scheduling.allocation().buffer(matrix), marker);
    }

    /**
     * The value in a register of its own, so that it stays what it is while other things change, and the head carries it
     * along; unless every column in which the head needs it has it anyway.
     *
     * @param isLabelAtHand whether the head needs it only where the label is
     */
    Term held(Expression expression, boolean isLabelAtHand) {
        Term term = term(expression);
        boolean isAtHand = term.equals(LABEL)
                ? isLabelAtHand
                // An element has been brought into a register of its own.
                : term instanceof Term.Constant || expression instanceof Expression.Element;
        if (isAtHand) {
            return term;
        }
        Register register = scheduling.temporary("held", expression.type());
        set(register, term);
        return Terms.read(register.field());
    }

    /** Whether a value is made of the label that not all columns have. */
    boolean readsLabel(Term value) {
        return Terms.reads(value).contains(LABEL);
    }

    /** Gives a register a value. */
    void set(Register register, Term value) {
        scheduling.emitter().add(new Instruction.Compute(ImmutableMap.of(register.field(), value)));
    }
}
