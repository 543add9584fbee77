package dev.pupil.compiler.circuit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.circuit.logic.Combination;
import dev.pupil.compiler.circuit.logic.Decision;
import dev.pupil.compiler.circuit.logic.Resynthesis;
import dev.pupil.compiler.circuit.logic.Synthesis;
import dev.pupil.compiler.circuit.logic.Threshold;
import dev.pupil.compiler.circuit.logic.TooLargeException;
import dev.pupil.compiler.circuit.symbolic.Layout;
import dev.pupil.compiler.circuit.symbolic.Reachable;
import dev.pupil.compiler.circuit.symbolic.Symbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns automata into circuits. */
public final class CircuitBuilder {
    /** Next values depend on neighbours. */
    private static final int RADIUS = 1;

    private final Symbols symbols;
    private final Reachable reachable;

    private final Resynthesis resynthesis;

    private CircuitBuilder(Automaton automaton, Layout layout, Resynthesis resynthesis) {
        this.symbols = new Symbols(automaton, layout);
        this.reachable = new Reachable(symbols, automaton.invariants(), RADIUS);
        this.resynthesis = resynthesis;
    }

    /**
     * A circuit that does in every reachable neighbourhood what the automaton does.
     *
     * @param automaton its invariants must hold: they are relied on
     * @throws RuleTooLargeException if a rule needs an unreasonable number of units
     */
    public static Circuit build(Automaton automaton) {
        Resynthesis resynthesis = new Resynthesis();
        try {
            return EncodingChoice.cheapest(
                    automaton,
                    encodings -> build(
                            automaton,
                            ChannelSharing.layout(automaton, Layout.separate(automaton, encodings)),
                            resynthesis));
        } catch (TooLargeException e) {
            throw new RuleTooLargeException(largest(automaton), e);
        }
    }

    /** Of the fields that the program's text speaks of the one with the most values, to blame for all rules together. */
    private static Field largest(Automaton automaton) {
        return automaton.fields().stream()
                .max(Comparator.comparing((Field field) -> field.origin().span().isPresent())
                        .thenComparingLong(field -> (long) field.high() - field.low()))
                .orElseThrow();
    }

    /** The same with bits in given channels. */
    public static Circuit build(Automaton automaton, Layout layout) {
        return build(automaton, layout, new Resynthesis());
    }

    private static Circuit build(Automaton automaton, Layout layout, Resynthesis resynthesis) {
        checkArgument(
                automaton.field(Automaton.INSIDE).next().equals(Terms.TRUE), "the image's pixels know they are inside");
        return new CircuitBuilder(automaton, layout, resynthesis).build();
    }

    private Circuit build() {
        Synthesis synthesis = new Synthesis(symbols.decisions(), reachable::care, resynthesis);
        List<ChannelRule> rules = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        symbols.layout().channels().asMap().forEach((channel, bits) -> {
            try {
                ChannelRule rule = rule(channel, List.copyOf(bits));
                rules.add(rule);
                drafts.add(draft(rule, synthesis));
            } catch (TooLargeException e) {
                throw new RuleTooLargeException(blamed(bits), e);
            }
        });
        List<Combination> sums =
                synthesis.combinations(drafts.stream().map(Draft::plain).toList());
        List<Realisation> realisations = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            realisations.add(new Realisation(sums.get(i), drafts.get(i).steps()));
        }
        return new CircuitWriter(symbols, new UnitOrigins(symbols, reachable, rules, realisations))
                .write(rules, realisations);
    }

    /** Of the fields in a channel the one that the program's text speaks of: the prelude's rules are small. */
    private Field blamed(Collection<Layout.Bit> bits) {
        List<Field> fields =
                bits.stream().map(bit -> symbols.automaton().field(bit.field())).toList();
        return fields.stream()
                .filter(field -> field.origin().span().isPresent())
                .findFirst()
                .orElse(fields.getFirst());
    }

    /**
     * A channel's next value before anything is shared with other channels.
     *
     * @param plain sums to start from for what does not read the analog lane
     * @param steps steps of the lane with their coefficients
     */
    private record Draft(ImmutableList<Combination> plain, ImmutableSortedMap<GatedStep, Integer> steps) {}

    private Draft draft(ChannelRule rule, Synthesis synthesis) {
        Decision care = reachable.care(symbols.decisions().support(rule.next()));
        LaneSplit split = LaneSplit.of(symbols, rule.next(), care);
        return new Draft(synthesis.starts(split.base()), steps(split, synthesis));
    }

    private ChannelRule rule(String channel, List<Layout.Bit> bits) {
        ImmutableList.Builder<ChannelRule.Part> parts = ImmutableList.builder();
        Decision next = symbols.decisions().constant(false);
        for (Layout.Bit bit : bits) {
            Field field = symbols.automaton().field(bit.field());
            Decision part = symbols.next(field, 0, 0).get(bit.number());
            Optional<Layout.Guard> guard = symbols.layout().place(bit).guard();
            parts.add(new ChannelRule.Part(
                    field, bit.number(), guard.map(Layout.Guard::toString).orElse(""), part, time(guard)));
            next = symbols.decisions().or(next, part);
        }
        return new ChannelRule(channel, parts.build(), next);
    }

    /** Where, after a step, it is the time. */
    private Decision time(Optional<Layout.Guard> guard) {
        Decision time = symbols.decisions().constant(true);
        for (Layout.Guard condition : guard.stream().toList()) {
            Layout.Bit bit =
                    symbols.layout().channels().get(condition.channel()).getFirst();
            Decision next =
                    symbols.next(symbols.automaton().field(bit.field()), 0, 0).get(bit.number());
            time = condition.value() ? next : symbols.decisions().not(next);
        }
        return time;
    }

    private static ImmutableSortedMap<GatedStep, Integer> steps(LaneSplit split, Synthesis synthesis) {
        Map<GatedStep, Integer> steps = new TreeMap<>();
        for (LaneSplit.Change change : split.changes()) {
            Combination gates = synthesis.cubes(change.where());
            gates.coefficients()
                    .forEach((gate, coefficient) ->
                            steps.merge(new GatedStep(change.step(), gate), change.sign() * coefficient, Integer::sum));
            if (gates.bias() != 0) {
                Threshold open = Threshold.of(Map.of(), 1);
                steps.merge(new GatedStep(change.step(), open), change.sign() * gates.bias(), Integer::sum);
            }
        }
        return ImmutableSortedMap.copyOf(steps);
    }
}
