package dev.pupil.compiler.sequence;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.sequence.Instruction.Arithmetic;
import dev.pupil.compiler.sequence.Instruction.Order;
import dev.pupil.compiler.term.Term;
import dev.pupil.compiler.term.Terms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds columns and rows by their numbers. Numbers that are affine in loop variables have a marker of their own, which
 * is set once as long as the variables stay the same; all others share one.
 */
final class Places {
    /** The place of column 0. */
    static final Term FIRST = Terms.read(SequenceNames.FIRST_COLUMN);

    /** The place of the label. */
    static final Term LABEL = Terms.read(SequenceNames.LABEL_COLUMN);

    /** The places of the features. */
    static final Term FEATURE = Terms.read(SequenceNames.FEATURE_COLUMN);

    private final Scheduling scheduling;
    private final Axis columns;
    private final Axis rows;

    Places(Scheduling scheduling) {
        this.scheduling = scheduling;
        this.columns = new Axis(false);
        this.rows = new Axis(true);
    }

    /** The markers of an axis. */
    private final class Axis {
        private final boolean isRow;
        private final Map<Affine, String> markers = new HashMap<>();
        private final Set<Affine> set = new HashSet<>();
        private Optional<String> shared = Optional.empty();

        Axis(boolean isRow) {
            this.isRow = isRow;
        }

        String marker(Expression index) throws UnsupportedProgramException {
            Optional<Affine> affine = Scheduling.affine(index);
            if (affine.isEmpty()) {
                String marker = shared.orElseGet(() -> create("found"));
                shared = Optional.of(marker);
                mark(marker, index);
                return marker;
            }
            String marker = markers.computeIfAbsent(affine.get(), key -> create(purpose(key)));
            if (set.add(affine.get())) {
                mark(marker, index);
            }
            return marker;
        }

        private String create(String purpose) {
            return isRow
                    ? scheduling.stores().rowMarker(purpose)
                    : scheduling.stores().columnMarker(purpose);
        }

        private void mark(String marker, Expression index) throws UnsupportedProgramException {
            scheduling.size().needsMarkers();
            scheduling.sums().evaluate(index);
            // Signs are looked at from the second step after this on, when one has been taken away.
            Arithmetic less = Arithmetic.addition(Terms.constant(-1), Terms.TRUE);
            Order order = isRow ? new Order.Unmark(marker) : new Order.None();
            scheduling.emitter().add(new Arithmetic(order, Optional.empty(), Terms.constant(-1), Terms.TRUE));
            scheduling.emitter().add(less);
            scheduling.emitter().add(isRow ? new Instruction.MarkRow(marker) : new Instruction.MarkColumn(marker));
            scheduling.emitter().add(new Instruction.Settle(marker, isRow));
        }

        void forget(Variable loop) {
            set.removeIf(affine -> affine.loops().containsKey(loop));
        }
    }

    private static String purpose(Affine affine) {
        StringBuilder name = new StringBuilder();
        affine.loops()
                .keySet()
                .forEach(loop -> name.append(name.isEmpty() ? "" : "_").append(loop.name()));
        return name.isEmpty() ? "constant" : name.toString();
    }

    /** Where the column with a number is. */
    Term column(Expression index) throws UnsupportedProgramException {
        Optional<Affine> affine = Scheduling.affine(index);
        if (affine.isPresent() && affine.get().loops().isEmpty() && affine.get().examples() == 0) {
            Affine number = affine.get();
            if (number.features() == 0 && number.constant() == 0) {
                return FIRST;
            }
            if (number.features() == 1 && number.constant() == 0) {
                return LABEL;
            }
        }
        return Terms.read(columns.marker(index));
    }

    /** The marker of the row with a number. */
    String row(Expression index) throws UnsupportedProgramException {
        return rows.marker(index);
    }

    /** Says that a loop variable changes. */
    void changes(Variable loop) {
        columns.forget(loop);
        rows.forget(loop);
    }

    /** What is known before a part that may be done any number of times. */
    ImmutableList<Set<Affine>> known() {
        return ImmutableList.of(Set.copyOf(columns.set), Set.copyOf(rows.set));
    }

    /** Only what is known from before is known. */
    void keep(ImmutableList<Set<Affine>> known) {
        columns.set.retainAll(known.get(0));
        rows.set.retainAll(known.get(1));
    }
}
