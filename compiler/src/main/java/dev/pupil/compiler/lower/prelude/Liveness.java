package dev.pupil.compiler.lower.prelude;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out fields that nobody reads. */
public final class Liveness {
    private Liveness() {}

    /** The fields that the {@code roots} depend on, roots included, in the order given. */
    public static ImmutableList<Field> live(List<Field> fields, Collection<String> roots) {
        Map<String, Field> named = Maps.uniqueIndex(fields, Field::name);
        Set<String> live = new LinkedHashSet<>(roots);
        Deque<String> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.remove();
            Field field = named.get(name);
            if (field == null) {
                throw new IllegalStateException("a rule reads a field that there is not: " + name);
            }
            for (Term.Read read : Terms.reads(field.next())) {
                if (live.add(read.name())) {
                    open.add(read.name());
                }
            }
        }
        return fields.stream().filter(field -> live.contains(field.name())).collect(ImmutableList.toImmutableList());
    }
}
