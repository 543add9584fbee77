package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts instructions one after the other; loads of elements are gathered into one scan. */
final class Emitter {
    private final Deque<List<Node>> open = new ArrayDeque<>();
    private final Map<String, Term> loads = new LinkedHashMap<>();

    Emitter() {
        open.push(new ArrayList<>());
    }

    /** Starts a block within the block. */
    void begin() {
        flush();
        open.push(new ArrayList<>());
    }

    /** Ends the block that was started last. */
    ImmutableList<Node> end() {
        flush();
        return ImmutableList.copyOf(open.pop());
    }

    void add(Node.Loop loop) {
        open.element().add(loop);
    }

    void add(Instruction instruction) {
        flush();
        open.element().add(new Node.Single(instruction));
    }

    /** Gives a register the value of a cell of the column where {@code place} is 1. */
    void load(String register, Term place, Term cell) {
        loads.put(register, Terms.choice(place, cell, Terms.read(register)));
    }

    private void flush() {
        if (!loads.isEmpty()) {
            ImmutableMap<String, Term> registers = ImmutableMap.copyOf(loads);
            loads.clear();
            add(Instruction.Scan.of(registers, ImmutableMap.of()));
        }
    }
}
