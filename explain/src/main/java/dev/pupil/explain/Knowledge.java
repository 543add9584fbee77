package dev.pupil.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.Circuit.Channel;
import dev.pupil.compiler.circuit.Circuit.Role;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Decisions;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.circuit.symbolic.LaneStep;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import dev.pupil.compiler.circuit.symbolic.Signal;
import dev.pupil.compiler.circuit.symbolic.Symbols;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.filter.Legend;
import dev.pupil.compiler.lower.prelude.Names;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The bits around a pixel, and which of their values can occur if the file's labels and invariants are true. Where these
 * can't be used, everything can occur.
 */
final class Knowledge {
    private static final int RADIUS = 1;
    private static final Origin NOWHERE = new Origin("", Optional.empty());

    private final Symbols symbols;
    private final Optional<Reachable> reachable;
    private final Optional<String> problem;

    private Knowledge(Symbols symbols, Optional<Reachable> reachable, Optional<String> problem) {
        this.symbols = symbols;
        this.reachable = reachable;
        this.problem = problem;
    }

    /** What the labels and invariants of a file tell. */
    static Knowledge of(Filter filter) {
        try {
            requireKnownFields(filter.legend());
            Symbols symbols = new Symbols(automaton(filter), layout(filter.legend()));
            Reachable reachable = new Reachable(symbols, filter.legend().invariants(), RADIUS);
            if (reachable.example(symbols.inside(0, 0)).isEmpty()) {
                return nothing(filter, "no pixel could be as they say");
            }
            return new Knowledge(symbols, Optional.of(reachable), Optional.empty());
        } catch (UnusableException unusable) {
            return nothing(filter, unusable.reason);
        } catch (TooLargeException large) {
            return nothing(filter, "their decision diagrams are too large");
        } catch (ArithmeticException overflow) {
            return nothing(filter, "a number in them is too large");
        }
    }

    private static Knowledge nothing(Filter filter, String problem) {
        Automaton none = new Automaton(
                filter.name(),
                ImmutableList.of(),
                ImmutableList.of(),
                new Automaton.Head("", "", ""),
                filter.geometry());
        Symbols symbols = new Symbols(none, new Layout(ImmutableMap.of(), ImmutableMap.of()));
        return new Knowledge(symbols, Optional.empty(), Optional.of(problem));
    }

    /** The labels do not fit together. */
    private static final class UnusableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        UnusableException(String reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** Fields without rules, which nobody asks for: what can occur is a matter of values and invariants. */
    private static Automaton automaton(Filter filter) {
        ImmutableList<Field> fields = filter.legend().encodings().entrySet().stream()
                .map(field -> field(field.getKey(), field.getValue(), filter.legend()))
                .collect(ImmutableList.toImmutableList());
        return new Automaton(
                filter.name(),
                fields,
                filter.legend().invariants(),
                new Automaton.Head(Names.SELECT, "", ""),
                filter.geometry());
    }

    private static Field field(String name, Encoding encoding, Legend legend) {
        int rest = encoding.codes().entrySet().stream()
                .filter(code -> code.getValue() == 0)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new UnusableException("field %s has no value with code 0".formatted(name)));
        // That no row is ever selected makes it a network whose memory is written.
        Term next = name.equals(Names.SELECT) && !legend.learns() ? Terms.FALSE : Terms.TRUE;
        return new Field(
                name, name, encoding.codes().firstKey(), encoding.codes().lastKey(), rest, next, NOWHERE);
    }

    private static Layout layout(Legend legend) {
        Map<String, Integer> guards = new HashMap<>();
        legend.channels()
                .forEach(channel -> guards.put(channel.name(), channel.roles().size()));
        Map<Layout.Bit, Layout.Place> places = new LinkedHashMap<>();
        for (Channel channel : legend.channels()) {
            for (Role role : channel.roles()) {
                if (!legend.encodings().containsKey(role.field())) {
                    continue;
                }
                Optional<Layout.Guard> guard = guard(role);
                if (guard.isPresent() && guards.getOrDefault(guard.get().channel(), 0) != 1) {
                    throw new UnusableException("channel %s holds %s when %s, which is no channel with one role"
                            .formatted(channel.name(), role.field(), role.when()));
                }
                Layout.Bit bit = new Layout.Bit(role.field(), role.bit());
                if (places.put(bit, new Layout.Place(channel.name(), guard)) != null) {
                    throw new UnusableException(
                            "bit %s of field %s is in two channels".formatted(role.bit(), role.field()));
                }
            }
        }
        return new Layout(legend.encodings(), ImmutableMap.copyOf(places));
    }

    /** When a channel holds what a role says: {@code NAME} or {@code !NAME}; always if nothing is said. */
    static Optional<Layout.Guard> guard(Role role) {
        if (role.when().isEmpty()) {
            return Optional.empty();
        }
        boolean negated = role.when().startsWith("!");
        return Optional.of(new Layout.Guard(negated ? role.when().substring(1) : role.when(), !negated));
    }

    private static void requireKnownFields(Legend legend) {
        Set<Layout.Bit> placed = new HashSet<>(layout(legend).places().keySet());
        if (!placed.contains(new Layout.Bit(Automaton.INSIDE, 0))) {
            throw new UnusableException("no channel is said to tell where the image ends");
        }
        legend.encodings().forEach((name, encoding) -> {
            for (int bit = 0; bit < encoding.bits(); bit++) {
                if (!placed.contains(new Layout.Bit(name, bit))) {
                    throw new UnusableException("no channel holds bit %s of field %s".formatted(bit, name));
                }
            }
        });
        for (Term invariant : legend.invariants()) {
            for (Term.Read read : Terms.reads(invariant)) {
                if (!legend.encodings().containsKey(read.name())) {
                    throw new UnusableException(
                            "an invariant reads %s, and no field has that name".formatted(read.name()));
                }
            }
        }
    }

    /** Why the labels and invariants can't be used, if they can't: a clause about {@code they}. */
    Optional<String> problem() {
        return problem;
    }

    /** What functions are made with. */
    Decisions decisions() {
        return symbols.decisions();
    }

    /** The function that is 1 where a channel other than the lane is 1 at a neighbour. */
    Decision channel(String name, Offset at) {
        return symbols.decision(new Signal.Channel(name, at.row(), at.column()));
    }

    /** Where it is the time at a neighbour. */
    Decision holds(Layout.Guard time, Offset at) {
        Decision channel = channel(time.channel(), at);
        return time.value() ? channel : decisions().not(channel);
    }

    /** The function that is 1 where the lane has reached a step at a neighbour. */
    Decision lane(LaneStep step, Offset at) {
        return symbols.decision(new Signal.Lane(step, at.row(), at.column()));
    }

    /** Where the lane has a value at a neighbour. */
    Decision laneIs(int value, Offset at) {
        return symbols.lane(value, at.row(), at.column());
    }

    /** What a variable stands for. */
    Signal signal(int variable) {
        return symbols.signal(variable);
    }

    /** Where the lane's steps fit together; else every value of the variables is possible. */
    Decision consistent(BitSet variables) {
        Decision all = decisions().constant(true);
        for (int variable : variables.stream().toArray()) {
            if (symbols.signal(variable) instanceof Signal.Lane lane) {
                Offset at = new Offset(lane.row(), lane.column());
                Decision positive = lane(LaneStep.POSITIVE, at);
                Decision negative = decisions().not(lane(LaneStep.NEGATIVE, at));
                all = decisions().and(all, decisions().implies(positive, negative));
                all = decisions().and(all, decisions().implies(lane(LaneStep.WORKSPACE, at), positive));
            }
        }
        return all;
    }

    /** Where the variables can have their values; may be 1 elsewhere, too, if there are many. */
    Decision care(BitSet variables) {
        Decision consistent = consistent(variables);
        return reachable
                .map(known -> decisions().and(consistent, known.care(variables)))
                .orElse(consistent);
    }

    /** Whether a situation can occur, as far as is known. */
    boolean isPossible(Decision situation) {
        return reachable
                .map(known -> known.example(situation).isPresent())
                .orElseGet(
                        () -> decisions().meet(situation, consistent(decisions().support(situation))));
    }
}
