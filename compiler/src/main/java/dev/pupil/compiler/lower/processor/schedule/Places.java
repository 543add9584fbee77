package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.Streams;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Arithmetic;
import dev.pupil.compiler.lower.processor.instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Reach;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds columns and rows by their numbers. Numbers that are affine in loop variables have a marker of their own, which
 * is set once as long as the variables stay the same; all others share one. Where the innermost of those variables counts
 * upwards, the marker is set before its loop, and then moves with it. A variable that counts has a marker of a row that
 * always moves with it.
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
    private final ImmutableMap<Reach, Axis> rows;
    private final Deque<Counting> loops = new ArrayDeque<>();
    private final ImmutableSetMultimap<Variable, Affine> counts;

    /** Places, of which {@code counts} are those of variables that count, with numbers of rows of their matrices. */
    Places(Scheduling scheduling, ImmutableSetMultimap<Variable, Affine> counts) {
        this.scheduling = scheduling;
        this.counts = counts;
        this.columns = new Axis(Optional.empty());
        this.rows = Maps.toMap(EnumSet.allOf(Reach.class), reach -> new Axis(Optional.of(reach)));
    }

    /** A loop that is counted, and the places that move with its variable. */
    private record Counting(Statement.For loop, Set<Followed> followed) {}

    /** A place whose marker moves. */
    private record Followed(Axis axis, Affine place) {}

    /** The markers of an axis. */
    private final class Axis {
        private final Optional<Reach> reach;
        private final Map<Affine, String> markers = new HashMap<>();
        private final Set<Affine> set = new HashSet<>();
        private final Map<Variable, String> counted = new LinkedHashMap<>();
        private Optional<String> shared = Optional.empty();

        /** An axis; rows have a reach. */
        Axis(Optional<Reach> reach) {
            this.reach = reach;
        }

        String marker(Expression index) {
            if (reach.isPresent() && index instanceof Expression.Read read && counts.containsKey(read.variable())) {
                return counted(read.variable());
            }
            Optional<Affine> affine = index.asAffine();
            if (affine.isEmpty()) {
                String marker = shared.orElseGet(() -> create("found"));
                shared = Optional.of(marker);
                mark(marker, index);
                return marker;
            }
            String marker = markers.computeIfAbsent(affine.get(), key -> create(purpose(key)));
            if (!isFollowed(affine.get()) && set.add(affine.get())) {
                mark(marker, index);
            }
            return marker;
        }

        /** Whether the marker of a place moves with a loop's variable. */
        private boolean isFollowed(Affine place) {
            Optional<Counting> innermost = loops.stream()
                    .filter(counting -> place.loops().containsKey(counting.loop.variable()))
                    .findFirst()
                    .filter(counting -> !counting.loop.descending())
                    .filter(counting -> Objects.equals(place.loops().get(counting.loop.variable()), 1))
                    .filter(counting -> scheduling.hull().isNeverNegative(place));
            innermost.ifPresent(counting -> counting.followed.add(new Followed(this, place)));
            return innermost.isPresent();
        }

        private String counted(Variable variable) {
            return counted.computeIfAbsent(variable, key -> create(key.name()));
        }

        private String marker(Affine place) {
            return Objects.requireNonNull(markers.get(place));
        }

        private String create(String purpose) {
            return reach.isPresent()
                    ? scheduling.allocation().rowMarker(purpose)
                    : scheduling.allocation().columnMarker(purpose);
        }

        private void mark(String marker, Expression index) {
            scheduling.sums().evaluate(index);
            mark(marker);
        }

        /** Marks the place whose number is in the accumulator. */
        private void mark(String marker) {
            scheduling.size().needsMarkers(reach.equals(Optional.of(Reach.ALL)));
            // Time table, an addend: the first sign is asked for two steps after the first of these, when that has been
            // added.
            Arithmetic less = Arithmetic.addition(Terms.constant(-1), Terms.TRUE);
            Order.Operation order = reach.isPresent() ? new Order.Unmark(marker) : new Order.None();
            scheduling.emitter().add(new Arithmetic(order, Optional.empty(), Terms.constant(-1), Terms.TRUE));
            scheduling.emitter().add(less);
            scheduling
                    .emitter()
                    .add(reach.<Instruction>map(each -> new Instruction.MarkRow(marker, each))
                            .orElseGet(() -> new Instruction.MarkColumn(marker)));
            scheduling.emitter().add(new Instruction.Settle(marker));
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
    Term column(Expression index) {
        Optional<Affine> affine = index.asAffine();
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

    /** The marker of the row with a number, for matrices with rows of the given reach. */
    String row(Expression index, Reach reach) {
        return axis(reach).marker(index);
    }

    private Axis axis(Reach reach) {
        return Objects.requireNonNull(rows.get(reach));
    }

    /** Says that a variable becomes one more where {@code when} is 1, if it is one that counts. */
    void count(Variable variable, Term when) {
        counts.get(variable).stream()
                .map(scheduling.size()::reach)
                .distinct()
                .forEach(reach -> scheduling
                        .emitter()
                        .add(new Instruction.Advance(axis(reach).counted(variable), when)));
    }

    /** Brings the markers of variables that count to where they start. */
    void startCounts() {
        for (Axis axis : rows.values()) {
            for (String marker : axis.counted.values()) {
                scheduling.emitter().add(Arithmetic.of(new Order.Unmark(marker)));
            }
        }
    }

    /** Says that rounds of a loop begin. */
    void enter(Statement.For loop) {
        loops.push(new Counting(loop, new LinkedHashSet<>()));
    }

    /** Lets markers move on at the end of a round. */
    void advance() {
        for (Followed followed : loops.element().followed) {
            scheduling.emitter().add(new Instruction.Advance(followed.axis.marker(followed.place), Terms.TRUE));
        }
    }

    /** Sets the markers that move with a loop's variable, whose counter has its first value, before the loop. */
    void leave() {
        for (Followed followed : loops.pop().followed) {
            scheduling.sums().evaluate(followed.place);
            followed.axis.mark(followed.axis.marker(followed.place));
        }
    }

    /** Says that a loop variable changes. */
    void changes(Variable loop) {
        columns.forget(loop);
        rows.values().forEach(axis -> axis.forget(loop));
    }

    /** What is known before a part that may be done any number of times. */
    ImmutableList<Set<Affine>> known() {
        return axes().map(axis -> Set.copyOf(axis.set)).collect(ImmutableList.toImmutableList());
    }

    /** Only what is known from before is known. */
    void keep(ImmutableList<Set<Affine>> known) {
        Streams.forEachPair(axes(), known.stream(), (axis, set) -> axis.set.retainAll(set));
    }

    /** Nothing is known. */
    void forgetAll() {
        axes().forEach(axis -> axis.set.clear());
    }

    private Stream<Axis> axes() {
        return Stream.concat(Stream.of(columns), rows.values().stream());
    }
}
