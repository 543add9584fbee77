package dev.pupil.compiler.check.machine;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.program.Machine;
import dev.pupil.compiler.program.Machine.Rule;
import dev.pupil.compiler.program.Machine.State;
import dev.pupil.compiler.program.Move;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.PartNode;
import dev.pupil.grammar.tree.PartNode.Transition;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes sure that every state says once what it does with every symbol. */
final class TransitionChecker {
    /** What is taken for a rule that is missing; the machine is refused then. */
    private static final Rule NONE = new Rule(0, Move.STAY, Machine.HALT, new Span(1, 1, 1, 1));

    private final MachineNames symbols;
    private final MachineNames states;
    private final Findings findings;

    TransitionChecker(MachineNames symbols, MachineNames states, Findings findings) {
        this.symbols = symbols;
        this.states = states;
        this.findings = findings;
    }

    /** The states in order; what is wrong with them is reported. */
    ImmutableList<State> states(ImmutableList<PartNode.State> nodes) {
        return nodes.stream().map(this::state).collect(ImmutableList.toImmutableList());
    }

    private State state(PartNode.State node) {
        Map<Integer, Rule> rules = new TreeMap<>();
        for (Transition transition : node.transitions()) {
            for (NameNode symbol : transition.symbols()) {
                symbols.number(symbol, findings).ifPresent(read -> add(node, symbol, read, transition, rules));
            }
        }
        boolean others = false;
        for (Transition transition : node.transitions()) {
            if (transition.symbols().isEmpty()) {
                addOthers(node, transition, others, rules);
                others = true;
            }
        }
        refuseMissing(node, rules);
        return new State(
                node.name().text(),
                IntStream.range(0, symbols.texts().size())
                        .mapToObj(symbol -> rules.getOrDefault(symbol, NONE))
                        .collect(ImmutableList.toImmutableList()));
    }

    private void add(PartNode.State state, NameNode symbol, int read, Transition transition, Map<Integer, Rule> rules) {
        Rule earlier = rules.putIfAbsent(read, rule(transition, read));
        if (earlier != null) {
            findings.report(DiagnosticCode.REPEATED_TRANSITION.at(
                    symbol.span(),
                    "state '%s' says already what it does with '%s', in line %s"
                            .formatted(
                                    state.name().text(),
                                    symbol.text(),
                                    earlier.span().line())));
        }
    }

    private void addOthers(PartNode.State state, Transition transition, boolean repeated, Map<Integer, Rule> rules) {
        boolean any = false;
        for (int symbol = 0; symbol < symbols.texts().size(); symbol++) {
            if (!rules.containsKey(symbol)) {
                rules.put(symbol, rule(transition, symbol));
                any = true;
            }
        }
        if (repeated) {
            findings.report(DiagnosticCode.REPEATED_TRANSITION.at(
                    transition.span(), "state '" + state.name().text() + "' has an 'else' already"));
        } else if (!any) {
            findings.report(DiagnosticCode.UNREACHABLE.at(
                    transition.span(),
                    "no symbol is left for this 'else': state '" + state.name().text()
                            + "' has a transition for each"));
        }
    }

    private Rule rule(Transition transition, int read) {
        int write = transition.write().isEmpty()
                ? read
                : symbols.number(transition.write().get(), findings).orElse(read);
        Move move = switch (transition.move()) {
            case LEFT -> Move.LEFT;
            case RIGHT -> Move.RIGHT;
            case UP -> Move.UP;
            case DOWN -> Move.DOWN;
            case STAY -> Move.STAY;
        };
        return new Rule(write, move, next(transition.next()), transition.span());
    }

    private int next(NameNode name) {
        OptionalInt next = name.text().equals(MachineNames.HALT) ? OptionalInt.empty() : states.number(name, findings);
        return next.orElse(Machine.HALT);
    }

    private void refuseMissing(PartNode.State state, Map<Integer, Rule> rules) {
        String missing = IntStream.range(0, symbols.texts().size())
                .filter(symbol -> !rules.containsKey(symbol))
                .mapToObj(symbol -> "'" + symbols.texts().get(symbol) + "'")
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            findings.report(DiagnosticCode.MISSING_TRANSITION.at(
                    state.name().span(),
                    "state '%s' does not say what it does with %s"
                            .formatted(state.name().text(), missing),
                    "add a transition, or one for all other symbols: 'else -> stay, halt;'"));
        }
    }
}
