package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.automaton.Origin;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every variable, and every element of an array of constant size, a slot of its own. */
final class Slots {
    /** The name of the slot that the prediction is written to. */
    static final String ANSWER = "prediction";

    private static final String LABEL_SUFFIX = ".label";

    /** Names of what travels in the automaton beside an example's slots. */
    private static final ImmutableSet<String> RESERVED = ImmutableSet.of("is_query", "is_there");

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<Key, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>(RESERVED);
    private final String feature;
    private final String label;

    /** A variable together with the constant indices that select one of its slots. */
    private record Key(Variable variable, List<Integer> indices) {}

    Slots(Program program) {
        Origin origin = new Origin("learn", Optional.of(program.example().declared()));
        feature = add(new Slot(unique(program.example().name()), Slot.Kind.FEATURE, 0, 1, 0, origin));
        label = add(new Slot(feature + LABEL_SUFFIX, Slot.Kind.LABEL, 0, 1, 0, origin));
        add(new Slot(unique(ANSWER), Slot.Kind.ANSWER, 0, 1, 0, new Origin("predict", Optional.empty())));
    }

    /** The slot of the example's bit in a pixel's own column. */
    String feature() {
        return feature;
    }

    /** The slot of the label that is handed to every pixel. */
    String label() {
        return label;
    }

    /** The slot of a memory scalar or element; {@code indices} are those of its dimensions of constant size. */
    String cell(Variable memory, List<Integer> indices) throws NotASweepException {
        return slot(memory, indices, Slot.Kind.CELL, memory.declared());
    }

    /** The slot of a local variable. */
    String local(Variable local, Slot.Kind kind, Span use) throws NotASweepException {
        return slot(local, List.of(), kind, use);
    }

    /** The slot of a vector's element in a pixel's own column, which moves down with what comes by. */
    String travelling(Variable vector, Span use) throws NotASweepException {
        return slot(vector, List.of(), Slot.Kind.FEATURE, use);
    }

    /** The slot of a value that is the same in every pixel that something comes by. */
    String given(Variable value, Span use) throws NotASweepException {
        return slot(value, List.of(), Slot.Kind.LABEL, use);
    }

    /** The variables whose only slots these are, by the slots' names. */
    ImmutableMap<String, Variable> variables() {
        ImmutableMap.Builder<String, Variable> variables = ImmutableMap.builder();
        names.forEach((key, slot) -> variables.put(slot, key.variable));
        return variables.buildOrThrow();
    }

    private String slot(Variable variable, List<Integer> indices, Slot.Kind kind, Span use) throws NotASweepException {
        Key key = new Key(variable, indices);
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        if (!variable.type().isFinite()) {
            throw new NotASweepException(
                    use, "'" + variable.name() + "' is a wide integer, and a pixel holds values of constant size only");
        }
        StringBuilder name = new StringBuilder(variable.name());
        indices.forEach(index -> name.append('.').append(index));
        int low = variable.type().low();
        int high = variable.type().high();
        int initial = Math.clamp(variable.initial(), low, high);
        String part = kind == Slot.Kind.CELL ? "memory" : "local";
        Origin origin = new Origin(part, Optional.of(variable.declared()));
        String unique = add(new Slot(unique(name.toString()), kind, low, high, initial, origin));
        names.put(key, unique);
        return unique;
    }

    /** Lets a local variable start with {@code value}. */
    void startWith(String name, int value) {
        slots.computeIfPresent(
                name, (key, slot) -> new Slot(name, slot.kind(), slot.low(), slot.high(), value, slot.origin()));
    }

    /** The slots that are written or read by the passes, in order of first use. */
    ImmutableList<Slot> used(List<Pass> passes) {
        Set<String> used = new HashSet<>();
        for (Pass pass : passes) {
            for (Step step : pass.steps()) {
                used.add(step.target());
                step.condition().ifPresent(used::add);
                Terms.reads(step.value()).forEach(read -> used.add(read.name()));
            }
        }
        List<Slot> all = new ArrayList<>(slots.values());
        all.removeIf(slot -> !used.contains(slot.name()));
        return ImmutableList.copyOf(all);
    }

    private String add(Slot slot) {
        slots.put(slot.name(), slot);
        return slot.name();
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = name + "." + i;
        }
        return candidate;
    }

    /** The values of those indices that select along dimensions of constant size. */
    static List<Integer> constantIndices(Expression.Element element) throws NotASweepException {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < element.indices().size(); i++) {
            if (element.array().dimensions().get(i).isConstant()) {
                if (!(element.indices().get(i) instanceof Expression.Constant constant)) {
                    throw new NotASweepException(
                            element.span(),
                            "the element of '" + element.array().name() + "' that is meant is known only while the"
                                    + " learner runs");
                }
                indices.add(constant.value());
            }
        }
        return indices;
    }

    /** The indices along dimensions that grow with d or m. */
    static List<Expression> growingIndices(Expression.Element element) {
        List<Expression> indices = new ArrayList<>();
        for (int i = 0; i < element.indices().size(); i++) {
            if (!element.array().dimensions().get(i).isConstant()) {
                indices.add(element.indices().get(i));
            }
        }
        return indices;
    }
}
